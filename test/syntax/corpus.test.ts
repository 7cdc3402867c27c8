// Every case of grammar/corpus: the text has this tree and these diagnostics, and printing keeps the tree.
import { expect } from "chai";
import { hasErrors } from "../../src/diagnostic/report.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { corpusFiles, oneBlank, readCorpus } from "./read-corpus.ts";
import { readFile } from "./read-file.ts";
import { showSegment } from "./show-tree.ts";

describe("corpus", () => {
	for (const path of corpusFiles) {
		it(path, async () => {
			const cases = readCorpus(await readFile(path));
			expect(cases).not.to.have.length(0);
			for (const { title, text, tree, diagnostics } of cases) {
				const parsed = parse(text);
				expect(oneBlank(showSegment(parsed.segment)), `${title}: tree`).to.equal(tree);
				const shown = parsed.diagnostics.map(
					({ severity, code, span, message }) => `${severity} ${code} ${span.from}..${span.to} ${message}`,
				);
				expect(shown, `${title}: diagnostics`).to.deep.equal(diagnostics);
				if (hasErrors(parsed.diagnostics)) continue;
				const printed = print(parsed.segment);
				expect(oneBlank(showSegment(parse(printed).segment)), `${title}: printed as ${printed}`).to.equal(tree);
			}
		});
	}
});
