// The segments of one business: names and ids, what uses what, renames that keep every reference.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf } from "../../src/document/document-of.ts";
import { unmute } from "../../src/document/gestures/unmute.ts";
import { parse } from "../../src/syntax/parse.ts";
import { visit } from "../../src/syntax/visit.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { runs } from "../properties/runs.ts";
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

/** The names in a text's references once its muted rows are brought back, and the muted rows in those. */
function mutedNames(text: string): readonly string[] {
	return [...documentOf(text).places.values()].flatMap(({ row }) => {
		if (row.kind !== "muted") return [];
		const names: string[] = [];
		const { condition } = parse(row.text).segment;
		if (condition) visit(condition, (node) => void (node.kind === "reference" && names.push(...node.segments.map(({ value }) => value))));
		return [...names, ...mutedNames(row.text)];
	});
}

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

	it("a rename reaches references that are commented out, in whatever form, and leaves prose", () => {
		const cases: readonly (readonly [text: string, renamed: string])[] = [
			['points > 2\n# and in segment "a"', 'points > 2\n# and in segment "zz"'],
			['points > 2\n# why in segment "a" or so', 'points > 2\n# why in segment "a" or so'],
			['points > 2\n# see "a"\n# in segment "a"', 'points > 2\n# see "a"\n# in segment "zz"'],
			['points > 2 #~ and in segment "a"', 'points > 2 #~ and in segment "zz"'],
			[
				'#~ any of (\n#~~   in segment "a"\n#~~   x = "a"\n#~~   in any segment ("b", "a")\n#~~ )\npoints > 2',
				'#~ any of (\n#~~   in segment "zz"\n#~~   x = "a"\n#~~   in any segment ("b", "zz")\n#~~ )\npoints > 2',
			],
			['# any of (\r\n#   in segment "a"\r\n# )\r\npoints > 2', '# any of (\r\n#   in segment "zz"\r\n# )\r\npoints > 2'],
			['points > 2 # once more (\n# and in segment "a"', 'points > 2 # once more (\n# and in segment "zz"'],
			['in segment "a"\n# or in segment "a"', 'in segment "zz"\n# or in segment "zz"'],
			[
				'points > 2\n# and in segment "s1"\n# and x = \'in segment "a"\'',
				'points > 2\n# and in segment "s1"\n# and x = \'in segment "a"\'',
			],
		];
		for (const [text, renamed] of cases) {
			const { library: after } = library(segment("s1", "a", "points > 1"), segment("s2", "user", text)).rename("s1", "zz");
			expect(after.find("s2")?.text).to.equal(renamed);
		}
	});

	it("after a rename, no row of a builder that is muted has the old name", () => {
		const piece = fc.constantFrom(
			"points > 2",
			"all of (",
			")",
			"and",
			",",
			'in segment "a"',
			'# and in segment "a"',
			'# in any segment ("b", "a")',
			'#~ in segment "a"',
			"#~ any of (",
			'#~~ in segment "a"',
			"#~~ )\\",
			"# any of (",
			"# )",
			"# prose about a",
		);
		const broken = fc.constantFrom(" ", "\n", "\n\t", "\r\n", "\n\n");
		let found = 0;
		fc.assert(
			fc.property(fc.array(fc.tuple(piece, broken), { maxLength: 12 }), (pieces) => {
				const text = pieces.flat().join("");
				const after =
					library(segment("s1", "a", "points > 1"), segment("s2", "b", text))
						.rename("s1", "zz")
						.library.find("s2")?.text ?? "";
				const names = mutedNames(after);
				found += names.filter((name) => name === "zz").length;
				expect(names, text).not.to.include("a");
			}),
			{ numRuns: runs(1_000) },
		);
		expect(found).to.be.greaterThan(100);
	});

	it("a muted row that was renamed comes back with the new name", () => {
		const text = 'points > 2\n# and in segment "a"';
		const { library: after } = library(segment("s1", "a", "points > 1"), segment("s2", "user", text)).rename("s1", 'the \\ "best" (#1)');
		const rows = documentOf(after.find("s2")?.text ?? "");
		const change = unmute(rows, rows.root.children.find(({ kind }) => kind === "muted")?.id ?? 0);
		expect(change.ok && applyEdits(rows.text, change.edits)).to.equal('points > 2\nand in segment "the \\\\ \\"best\\" (#1)"');
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
