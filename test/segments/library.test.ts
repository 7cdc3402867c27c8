// The segments of one business: names and ids, what uses what, renames that keep every reference.
import { expect } from "chai";
import { type LibrarySegment, type SegmentLibrary, segmentLibrary } from "../../src/segments/library.ts";

const segment = (id: string, name: string, text: string, more: Partial<LibrarySegment> = {}): LibrarySegment => ({
	id,
	name,
	text,
	active: true,
	...more,
});

function library(...segments: readonly LibrarySegment[]): SegmentLibrary {
	const result = segmentLibrary("shop", segments);
	if ("problems" in result) throw new Error(result.problems.map((problem) => problem.message).join("\n"));
	return result.library;
}

const vip = segment("s1", "vip", "spent > 500");
const gold = segment("s2", "gold", 'in segment "vip" # the best\nand not in segment "s3"');
const old = segment("s3", "old", 'in any segment ("vip", "gold") or "vip": country = "vip"', { active: false });

describe("segmentLibrary", () => {
	it("finds by id and by name", () => {
		const found = library(vip, gold);
		expect([found.find("s1"), found.find("vip"), found.find("gold")?.id, found.find("silver")]).to.deep.equal([vip, vip, "s2", undefined]);
		expect(found.names()).to.deep.equal(["vip", "gold"]);
	});

	it("knows who uses a segment, by whatever it is called", () => {
		const users = (id: string) =>
			library(vip, gold, old)
				.usedBy(id)
				.map((user) => user.name);
		expect([users("s1"), users("s2"), users("s3")]).to.deep.equal([["gold", "old"], ["old"], ["gold"]]);
	});

	it("a rename changes the names in quotes after in segment, and nothing else", () => {
		const { library: renamed, changed } = library(vip, gold, old).rename("s1", 'very "important"');
		expect(renamed.find("s1")?.name).to.equal('very "important"');
		expect(changed.map(({ text }) => text)).to.deep.equal([
			'in segment "very \\"important\\"" # the best\nand not in segment "s3"',
			'in any segment ("very \\"important\\"", "gold") or "vip": country = "vip"',
		]);
		expect(renamed.usedBy("s1").map((user) => user.name)).to.deep.equal(["gold", "old"]);
	});

	it("a rename to a name that is taken, or of a segment that is not there, is the caller's mistake", () => {
		expect(() => library(vip, gold).rename("s1", "gold")).to.throw(RangeError, 'Two segments are called "gold". Rename one.');
		expect(() => library(vip).rename("s9", "x")).to.throw(RangeError, 'There is no segment with the id "s9".');
	});

	it("a name that no text can hold is refused, and no rename makes one", () => {
		const message = (name: string): string =>
			`The segment name ${name} holds a character that not every engine can store. Write it without.`;
		expect(segmentLibrary("shop", [vip, segment("s2", "a\0b", ""), segment("s3", "x\ud800", "")])).to.deep.equal({
			problems: [
				{ pointer: "/1/name", message: message('"a\\u0000b"') },
				{ pointer: "/2/name", message: message('"x\\ud800"') },
			],
		});
		expect(() => library(vip, gold).rename("s1", "a\0b")).to.throw(RangeError, message('"a\\u0000b"'));
	});

	it("tells every problem at once", () => {
		const segments = [
			vip,
			segment("s1", "other", ""),
			segment("s4", "vip", ""),
			segment("s5", "s1", ""),
			segment("s6", "x", "", { businessId: "bank" }),
		];
		expect(segmentLibrary("shop", segments)).to.deep.equal({
			problems: [
				{ pointer: "/1/id", message: 'Two segments have the id "s1". Give each its own.' },
				{ pointer: "/2/name", message: 'Two segments are called "vip". Rename one.' },
				{ pointer: "/4/businessId", message: 'Segment "x" belongs to "bank", not to "shop". Leave it out.' },
				{ pointer: "/3/name", message: 'The name "s1" is another segment\'s id. Rename it.' },
			],
		});
	});
});
