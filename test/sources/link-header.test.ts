import { expect } from "chai";
import fc from "fast-check";
import { linkTo } from "../../src/store/sources/link-header.ts";

describe("a Link header", () => {
	const table: readonly (readonly [string | null, string | undefined])[] = [
		[null, undefined],
		["", undefined],
		["</b>; rel=next", "/b"],
		['</a>; rel="prev", </b>; rel="next"', "/b"],
		['</a,b;c>;rel="next"', "/a,b;c"],
		['</b>; REL="Last NEXT"', "/b"],
		['</b>; title="x"; rel = "next"; rel="prev"', "/b"],
		['</b>; rel="prev"; rel="next"', undefined],
		['</a>; title="; rel=next, <x>; rel=next", </b>; rel=next', "/b"],
		['</a>; title="\\"; rel=next", </b>; rel=next', "/b"],
		["<>; rel=next", ""],
		["</a>; rel=nextish, </b>; rev=next", undefined],
		['</a>; rel="next', undefined],
		["/a; rel=next", undefined],
	];
	for (const [header, address] of table) {
		it(`${header} leads to ${address}`, () => {
			expect(linkTo("next", header)).to.equal(address);
		});
	}

	it("of any text is read, however long", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom("<", ">", ";", ",", '"', "\\", "rel", "=", "next", " ", "/a")), (pieces) => {
				expect(linkTo("next", pieces.join(""))).to.satisfy((found: unknown) => found === undefined || typeof found === "string");
			}),
		);
		for (const piece of ["<", "<a>;", '<a>;rel="', '<a>;x="\\', '"', "; rel=next, "]) {
			expect(linkTo("next", piece.repeat(20_000)), piece).to.equal(undefined);
		}
	});
});
