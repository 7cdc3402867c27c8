// The service's answers as the language server protocol has them.
import { expect } from "chai";
import { lspCompletionList } from "../../../src/service/lsp/completion.ts";
import { lspSemanticTokens, lspSemanticTokensLegend } from "../../../src/service/lsp/semantic-data.ts";
import {
	lspDiagnostic,
	lspDocumentSymbol,
	lspFoldingRange,
	lspHover,
	lspPositions,
	lspSelectionRange,
	lspTextEdit,
} from "../../../src/service/lsp/shapes.ts";
import { marked, service } from "../editor.ts";

const range = (startLine: number, start: number, endLine: number, end: number) => ({
	start: { line: startLine, character: start },
	end: { line: endLine, character: end },
});

describe("positions", () => {
	it("are lines and UTF-16 characters, whatever ends a line", () => {
		const text = "a\r\n😀b\rc\n";
		const positions = lspPositions(text);
		expect(positions.position(6)).to.deep.equal({ line: 1, character: 3 });
		expect(positions.offset({ line: 1, character: 2 })).to.equal(5);
		expect(positions.position(7)).to.deep.equal({ line: 2, character: 0 });
		expect(positions.position(9)).to.deep.equal({ line: 3, character: 0 });
		expect(positions.range({ from: 0, to: 5 })).to.deep.equal(range(0, 0, 1, 2));
		expect(positions.span(range(0, 0, 1, 2))).to.deep.equal({ from: 0, to: 5 });
	});

	it("outside of the text are the nearest in it", () => {
		const positions = lspPositions("ab\ncd");
		expect([
			positions.offset({ line: 0, character: 99 }),
			positions.offset({ line: 9, character: 0 }),
			positions.position(99),
		]).to.deep.equal([2, 5, { line: 1, character: 2 }]);
	});
});

describe("LSP shapes", () => {
	const text = 'opted_in\nand contry = "US"';
	const positions = lspPositions(text);

	it("of diagnostics, edits and hovers", () => {
		expect(service.diagnostics(text).map((diagnostic) => lspDiagnostic(diagnostic, positions))).to.deep.equal([
			{
				range: range(1, 4, 1, 10),
				severity: 1,
				code: "unknown-field",
				source: "segql",
				message: 'There is no field "contry". Did you mean "country"?',
			},
		]);
		expect(lspTextEdit({ span: { from: 13, to: 19 }, text: "country" }, positions)).to.deep.equal({
			range: range(1, 4, 1, 10),
			newText: "country",
		});
		const hover = service.hover(text, 2);
		expect(hover && lspHover(hover, positions).contents).to.deep.equal({ kind: "markdown", value: hover?.markdown });
		expect(hover && lspHover(hover, positions, { markdown: false })).to.deep.equal({
			contents: { kind: "plaintext", value: hover?.text },
			range: range(0, 0, 0, 8),
		});
	});

	it("of completions keep their order and pass every editor's filter", () => {
		const { text: half, offset } = marked("opted_in\nand coun|");
		const list = lspCompletionList(service.complete(half, offset), half, offset, lspPositions(half));
		expect(list.isIncomplete).to.equal(true);
		expect(list.items[0]).to.deep.equal({
			label: "country",
			labelDetails: { description: "text" },
			kind: 5,
			documentation: "Where they <b>live</b>",
			sortText: "0000",
			filterText: "coun",
			insertTextFormat: 1,
			textEdit: { range: range(1, 4, 1, 8), newText: "country" },
		});
		expect(list.items.map(({ sortText, label }) => [sortText, label])).to.deep.equal([
			["0000", "country"],
			["0001", "count(orders)"],
			["0002", "count(…)"],
			["0003", "count distinct(…)"],
		]);
	});

	it("of completions are snippets only for those who know them", () => {
		const edits = (snippets: boolean) => {
			const { items } = lspCompletionList(service.complete("country ", 8), "country ", 8, lspPositions("country "), { snippets });
			return items.slice(0, 3).map(({ insertTextFormat, textEdit }) => [insertTextFormat, textEdit.newText]);
		};
		expect(edits(true)).to.deep.equal([
			[2, `= \${1:?}`],
			[2, `!= \${1:?}`],
			[2, "in ($1)"],
		]);
		expect(edits(false)).to.deep.equal([
			[1, "= "],
			[1, "!= "],
			[1, "in ()"],
		]);
		// Nothing is typed: the editor has nothing to filter by.
		expect(lspCompletionList(service.complete("country ", 8), "country ", 8, lspPositions("country ")).items[0]).to.not.have.property(
			"filterText",
		);
	});

	it("of a completion over two lines have their edit on the first", () => {
		const { text: half, offset } = marked('country do|es\n  not contain "x"');
		const list = lspCompletionList(service.complete(half, offset), half, offset, lspPositions(half));
		const item = list.items.find(({ label }) => label === "does not start with");
		expect(item?.textEdit).to.deep.equal({ range: range(0, 8, 0, 12), newText: "does not start with" });
		expect(item?.additionalTextEdits).to.deep.equal([{ range: range(0, 12, 1, 13), newText: "" }]);
	});

	it("of semantic tokens are five numbers each, from the token before", () => {
		const { data } = lspSemanticTokens(service.semanticTokens(text), positions);
		const name = (type: string): number => lspSemanticTokensLegend.tokenTypes.indexOf(type);
		expect(data).to.deep.equal([
			...[0, 0, 8, name("property"), 0],
			...[1, 0, 3, name("keyword"), 0],
			...[0, 4, 6, name("property"), 1],
			...[0, 7, 1, name("operator"), 0],
			...[0, 2, 4, name("string"), 0],
		]);
		expect(lspSemanticTokensLegend.tokenModifiers).to.deep.equal(["unknown"]);
		expect(lspSemanticTokens(service.semanticTokens("(opted_in)"), lspPositions("(opted_in)")).data).to.deep.equal([
			0,
			1,
			8,
			name("property"),
			0,
		]);
	});

	it("of the outline, of folding and of selections", () => {
		const long = '"": any of (\n  opted_in\n)\n# a\n# b';
		const at = lspPositions(long);
		expect(service.symbols(long).map((symbol) => lspDocumentSymbol(symbol, at))).to.deep.equal([
			{
				name: "…",
				detail: "any of ( opted_in )",
				kind: 3,
				range: range(0, 0, 2, 1),
				selectionRange: range(0, 0, 0, 2),
				children: [{ name: "opted_in", kind: 17, range: range(1, 2, 1, 10), selectionRange: range(1, 2, 1, 10), children: [] }],
			},
		]);
		expect(service.foldingRanges(long).map((folded) => lspFoldingRange(folded, at))).to.deep.equal([
			{ startLine: 0, endLine: 1, kind: "region" },
			{ startLine: 3, endLine: 4, kind: "comment" },
		]);
		expect(lspFoldingRange({ kind: "parentheses", span: { from: 11, to: 20 } }, at)).to.equal(undefined);
		expect(
			lspSelectionRange(
				[
					{ from: 15, to: 23 },
					{ from: 0, to: long.length },
				],
				at,
			),
		).to.deep.equal({
			range: range(1, 2, 1, 10),
			parent: { range: range(0, 0, 4, 3) },
		});
	});
});
