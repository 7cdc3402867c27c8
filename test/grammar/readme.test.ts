// The reference for people who write segments: its examples read without a complaint, its table of codes is the parser's.
import { expect } from "chai";
import { ebnf } from "../../grammar/ebnf.ts";
import { severities } from "../../src/diagnostic/codes.ts";
import { defaultLimits } from "../../src/syntax/limits.ts";
import { parse } from "../../src/syntax/parse.ts";
import { hardWords } from "../../grammar/tokens.ts";
import { readFile } from "../syntax/read-file.ts";

const blocks = (readme: string, language: string): string[] =>
	[...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"))].map((match) => match[1] ?? "");

/** The text of a part of the reference, up to the next heading of any level. */
const section = (readme: string, title: string): string => readme.split(new RegExp(`^#+ ${title}$`, "m"))[1]?.split(/^#/m)[0] ?? "";

describe("grammar/README.md", () => {
	let readme = "";
	before(async () => {
		readme = await readFile("grammar/README.md");
	});

	it("has examples that read without a complaint", () => {
		const examples = blocks(readme, "segql");
		expect(examples.length).to.be.greaterThan(25);
		for (const example of examples) expect(parse(example).diagnostics, example).to.deep.equal([]);
	});

	it("reads every beginning of every example without throwing", () => {
		for (const example of blocks(readme, "segql")) {
			for (let length = 0; length <= example.length; length++) parse(example.slice(0, length));
		}
	});

	it("lists every code with its severity, the parser's in the first table", () => {
		const names = Object.keys(severities);
		const tables = section(readme, "When something is wrong").split("| --- | --- |").slice(1);
		const listed = tables.map((table) => [...table.matchAll(/^\| `([a-z-]+)` \| (a warning: |a remark: )?/gm)]);
		const raised = [...names.slice(0, names.indexOf("unknown-field")), "unit-too-small"];
		expect(listed[0]?.map(([, code]) => code).toSorted()).to.deep.equal(raised.toSorted());
		const told = { undefined: "error", "a warning: ": "warning", "a remark: ": "info" };
		const all = listed.flat().map(([, code, severity]) => [code, told[`${severity}` as keyof typeof told]]);
		expect(Object.fromEntries(all)).to.deep.equal(severities);
	});

	it("lists the words that are never bare names", () => {
		const listed = [
			...(section(readme, "Words")
				.split(";")[0]
				?.matchAll(/`(\w+)`/g) ?? []),
		].map((match) => match[1]);
		expect(listed.toSorted()).to.deep.equal([...hardWords.keys()].toSorted());
	});

	it("states the default limits", () => {
		for (const limit of Object.values(defaultLimits)) expect(readme).to.include(`more than ${limit.toLocaleString("en-US")} `);
	});

	it("quotes productions as segql.ebnf has them", () => {
		const whole = ebnf();
		for (const line of blocks(readme, "ebnf").join("").trim().split("\n")) expect(whole).to.include(`${line}\n`);
	});
});
