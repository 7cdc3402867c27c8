import { chmodSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { expect } from "chai";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql format", () => {
	const folder = testFolder();
	const untidy = 'country IN ("US","CA")   # home\n';
	const tidy = 'country in ("US", "CA") # home\n';

	it("prints the canonical text", async () => {
		expect(await segql(["format", "-"], { stdin: untidy })).to.deep.equal({ code: 0, out: tidy, err: "" });
		expect(await segql(["format", "--text", untidy.trim()])).to.deep.equal({ code: 0, out: tidy, err: "" });
	});

	it("writes the file back, and keeps its permissions and links", async () => {
		const file = folder.file("a.segql", untidy);
		chmodSync(file, 0o640);
		const link = folder.path("link.segql");
		symlinkSync(file, link);
		expect(await segql(["format", link, "--write"])).to.deep.equal({ code: 0, out: "", err: `${link} was formatted.\n` });
		expect(readFileSync(file, "utf8")).to.equal(tidy);
		expect(statSync(file).mode & 0o777).to.equal(0o640);
		expect(await segql(["format", file, "--write"])).to.deep.equal({ code: 0, out: "", err: `${file} was formatted already.\n` });
	});

	it("checks without writing", async () => {
		const file = folder.file("b.segql", untidy);
		expect(await segql(["format", file, "--check"])).to.deep.equal({ code: 1, out: "", err: `${file} is not in its canonical form.\n` });
		expect(readFileSync(file, "utf8")).to.equal(untidy);
		expect(await segql(["format", "-", "--check"], { stdin: tidy })).to.deep.equal({ code: 0, out: "", err: "" });
	});

	it("leaves a text with errors alone", async () => {
		const file = folder.file("c.segql", "(a = 1\n");
		const { code, out, err } = await segql(["format", file, "--write"]);
		expect([code, out]).to.deep.equal([1, ""]);
		expect(err.split("\n")[0]).to.equal(`${file}:1:1 error: This "(" is not closed. Add ")". (unclosed-parenthesis)`);
		expect(readFileSync(file, "utf8")).to.equal("(a = 1\n");
	});

	it("with --json says whether it changed anything", async () => {
		expect(JSON.parse((await segql(["format", "-", "--json"], { stdin: untidy })).out)).to.deep.equal({
			ok: true,
			text: tidy,
			changed: true,
			diagnostics: [],
		});
		expect(JSON.parse((await segql(["format", "-", "--json"], { stdin: tidy })).out)).to.deep.equal({
			ok: true,
			text: tidy,
			changed: false,
			diagnostics: [],
		});
	});

	it("does not write to what is no file", async () => {
		expect(await segql(["format", "-", "--write"], { stdin: untidy })).to.deep.equal({
			code: 2,
			out: "",
			err: "error: --write needs a file to write to.\n",
		});
		expect(await segql(["format", "x", "--write", "--check"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: --write and --check exclude each other.\n  Leave one of them out.\n",
		});
	});
});
