// Markdown in which nothing of a name, a value or a description is markup.
import { expect } from "chai";
import { catalogue } from "../../../src/fields/catalogue.ts";
import { type HoverBlock, plainParagraph, toMarkdown, toPlainText } from "../../../src/service/hover/blocks.ts";
import { languageService } from "../../../src/service/language-service.ts";

const plain = (text: string): string => toMarkdown([plainParagraph(text)]);
const code = (text: string): string => toMarkdown([{ kind: "paragraph", runs: [{ text, isCode: true }] }]);
const segment = (text: string): HoverBlock => ({ kind: "segment", text });

describe("hover as Markdown", () => {
	it("escapes what would be markup", () => {
		expect(plain("*a* _b_ `c` [d](e) <img src=x onerror=alert(1)> ![f](g) ~h~ | # &amp; \\ $x$")).to.equal(
			"\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<img src=x onerror=alert(1)\\> !\\[f\\](g) \\~h\\~ \\| \\# \\&amp; \\\\ \\$x\\$",
		);
		expect(plain("https://evil.example and www.evil.example, a@b.c")).to.equal("https\\://evil.example and www\\.evil.example, a\\@b.c");
		for (const [text, escaped] of [
			["1. one", "1\\. one"],
			["2) two", "2\\) two"],
			["- three", "\\- three"],
			["+ four", "\\+ four"],
			["=== five", "\\=== five"],
			["a\n\n# six\nb", "a \\# six b"],
		] as const) {
			expect(plain(text)).to.equal(escaped);
		}
	});

	it("keeps code in code, whatever backticks are in it", () => {
		expect(code("a")).to.equal("`a`");
		expect(code("a`b")).to.equal("``a`b``");
		expect(code("`a``")).to.equal("``` `a`` ```");
		expect(code(" a ")).to.equal("`  a  `");
		expect(code("a\nb")).to.equal("`a b`");
		expect(toMarkdown([segment("a = 1\n```\n<b>")])).to.equal("````segql\na = 1\n```\n<b>\n````");
	});

	it("as plain text keeps every sign", () => {
		expect(toPlainText([plainParagraph("*a*\n<b>"), segment("a\nb")])).to.equal("*a* <b>\n\na\nb");
	});

	it("of a catalogue with hostile names", () => {
		const made = catalogue({ fields: [{ name: "<b>`*x*", type: "text", jsonPath: "$.x", description: "[click](javascript:alert(1))" }] });
		if (!("catalogue" in made)) throw new Error(JSON.stringify(made.problems));
		const service = languageService({ catalogue: made.catalogue, now: 0, timeZone: "UTC" });
		expect(service.hover("`<b>\\`*x*` is set", 3)?.markdown).to.equal(
			"``<b>`*x*``: text\n\n\\[click\\](javascript:alert(1))\n\nFrom `$.x` of the profile.\n\nTheir \\<b\\>\\`\\*x\\* is known.",
		);
	});
});
