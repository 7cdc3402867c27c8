// The outline, what can be folded, and how a selection grows.
import { expect } from "chai";
import type { DocumentSymbol } from "../../src/service/symbols.ts";
import { marked, service } from "./editor.ts";

type Shown = readonly [kind: string, name: string, detail: string | undefined, ...children: readonly unknown[]];

const shown = ({ kind, name, detail, children }: DocumentSymbol): Shown => [kind, name, detail, ...children.map(shown)];
const outline = (text: string): readonly Shown[] => service.symbols(text).map(shown);

describe("symbols", () => {
	it("are the conditions joined at the top, with what they hold", () => {
		const text = `"spends well": sum(orders.total) > 500
and not in segment "gone"
and any of (country = "US", not any orders (total > 5 and status = "paid"))
and (opted_in or points > 5)
and last orders by placed_at (status = "refunded")
and at least 2 of (opted_in)`;
		expect(outline(text)).to.deep.equal([
			["named", "spends well", "sum(orders.total) > 500"],
			["reference", 'not in segment "gone"', undefined],
			[
				"group",
				"any of",
				"2 conditions",
				["condition", 'country = "US"', undefined],
				[
					"collection",
					"not any orders",
					'total > 5 and status = "paid"',
					["condition", "total > 5", undefined],
					["condition", 'status = "paid"', undefined],
				],
			],
			["group", "any of", "2 conditions", ["condition", "opted_in", undefined], ["condition", "points > 5", undefined]],
			["collection", "last orders by placed_at", 'status = "refunded"', ["condition", 'status = "refunded"', undefined]],
			["group", "at least 2 of", "1 condition", ["condition", "opted_in", undefined]],
		]);
	});

	it("of half a text are what can be read", () => {
		expect(outline("opted_in and ")).to.deep.equal([
			["condition", "opted_in", undefined],
			["condition", "…", undefined],
		]);
		expect(outline("any orders (")).to.deep.equal([["collection", "any orders", undefined]]);
		expect(outline("")).to.deep.equal([]);
	});

	it("select their names, within their spans", () => {
		const text = '"a": opted_in and every orders (total > 5)';
		const places = service
			.symbols(text)
			.map(({ span, selection }) => [text.slice(span.from, span.to), text.slice(selection.from, selection.to)]);
		expect(places).to.deep.equal([
			['"a": opted_in', '"a"'],
			["every orders (total > 5)", "every"],
		]);
	});
});

describe("folding", () => {
	const folded = (text: string): readonly (readonly [string, string])[] =>
		service.foldingRanges(text).map(({ kind, span }) => [kind, text.slice(span.from, span.to)]);

	it("takes parentheses and comments over several lines", () => {
		expect(folded("# a\n# b\nany of (\n  country in (\n    'US'\n  )\n  opted_in # x\n  # y\n)\n# z\n\n# end")).to.deep.equal([
			["comment", "# a\n# b"],
			["parentheses", "(\n  country in (\n    'US'\n  )\n  opted_in # x\n  # y\n)"],
			["parentheses", "(\n    'US'\n  )"],
			["comment", "# x\n  # y"],
		]);
	});

	it("takes nothing on one line, and nothing that is not closed", () => {
		expect(folded("any of (opted_in) # a")).to.deep.equal([]);
		expect(folded("any of (\nopted_in")).to.deep.equal([]);
		expect(folded(")\n)(\n")).to.deep.equal([]);
	});
});

describe("selection", () => {
	it("grows from the word to the whole text", () => {
		const { text, offset } = marked('opted_in and not any orders (total * 2 > po|ints and status = "x")  ');
		expect(service.selectionSpans(text, offset).map(({ from, to }) => text.slice(from, to))).to.deep.equal([
			"points",
			"total * 2 > points",
			'total * 2 > points and status = "x"',
			'any orders (total * 2 > points and status = "x")',
			'not any orders (total * 2 > points and status = "x")',
			'opted_in and not any orders (total * 2 > points and status = "x")',
			'opted_in and not any orders (total * 2 > points and status = "x")  ',
		]);
	});

	it("begins with what there is", () => {
		expect(service.selectionSpans("", 0)).to.deep.equal([]);
		expect(service.selectionSpans("# a", 1)).to.deep.equal([{ from: 0, to: 3 }]);
		expect(service.selectionSpans("  ", 1)).to.deep.equal([{ from: 0, to: 2 }]);
	});
});
