// All segments of a business over one profile, and everything wrong in them at once.
import { expect } from "chai";
import { compileLibrary, type LibraryOptions } from "../../src/segments/compile-library.ts";
import { type LibrarySegment, type SegmentLibrary, segmentLibrary } from "../../src/segments/library.ts";
import { shop } from "../check/shop.ts";

const segment = (name: string, text: string, active = true): LibrarySegment => ({ id: `id of ${name}`, name, text, active });

function library(...segments: readonly LibrarySegment[]): SegmentLibrary {
	const result = segmentLibrary("shop", segments);
	if ("problems" in result) throw new Error("The library has no problems.");
	return result.library;
}

const options: LibraryOptions = { catalogue: shop, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };

function compiled(...segments: readonly LibrarySegment[]) {
	const result = compileLibrary(library(...segments), options);
	if ("problems" in result) throw new Error(result.problems.map(({ message }) => message).join("\n"));
	return result.compiled;
}

describe("compileLibrary", () => {
	const rich = segment("rich", "spent > 500");
	const buyers = segment("buyers", 'any orders (status = "paid")');
	const both = segment("both", 'in segment "rich" and in segment "id of buyers"');
	const fresh = segment("fresh", "signed_up in last 1 day");
	const old = segment("old", "spent > 1", false);

	it("finds the active segments that a profile is in", () => {
		const { segments, segmentsOf } = compiled(rich, old, buyers, both, fresh);
		expect(segments).to.deep.equal([rich, buyers, both, fresh]);
		const names = (profile: unknown) => segmentsOf(profile).map(({ name }) => name);
		expect(names({ spent: 501, orders: [{ status: "paid" }] })).to.deep.equal(["rich", "buyers", "both"]);
		expect(names({ spent: 501, signed_up: "2026-05-10T11:00:00Z" })).to.deep.equal(["rich", "fresh"]);
		expect(names({ orders: [{ status: "open" }] })).to.deep.equal([]);
		expect(names(null)).to.deep.equal([]);
	});

	it("asks a condition that segments share once for a profile", () => {
		const { testRecord } = compiled(
			buyers,
			both,
			rich,
			...["a", "b", "c"].map((name) => segment(name, 'not in segment "buyers" or spent > 5')),
		);
		let looks = 0;
		const record = {
			spent: 501,
			get orders() {
				looks++;
				return [{ status: "paid" }];
			},
		};
		expect([...testRecord(record)]).to.deep.equal([1, 1, 1, 1, 1, 1]);
		expect(looks).to.equal(1);
	});

	it("tells every mistake of every active segment, and gives nothing partial", () => {
		const segments = [
			rich,
			segment("broken", "spend > 5 and countri = 5"),
			segment("off", "nonsense", false),
			segment("empty", "# nothing yet"),
			segment("a", 'in segment "b"'),
			segment("b", 'in segment "a"'),
		];
		const circle = (first: string, second: string) =>
			`Segment "${first}" cannot be used: These segments refer to each other in a circle: ${second} → ${first} → ${second}. Remove one of the references.`;
		expect(compileLibrary(library(...segments), options)).to.deep.equal({
			problems: [
				{ pointer: "/1/text", message: 'Segment "broken" cannot be used: There is no field "spend". Did you mean "spent"?' },
				{ pointer: "/1/text", message: 'Segment "broken" cannot be used: There is no field "countri". Did you mean "country"?' },
				{ pointer: "/3/text", message: 'Segment "empty" cannot be used: Write a condition, for example country = "US".' },
				{ pointer: "/4/text", message: circle("a", "b") },
				{ pointer: "/5/text", message: circle("b", "a") },
			],
		});
	});
});
