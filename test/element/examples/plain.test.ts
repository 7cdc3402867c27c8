// The example of a page without a build, as it stands in plain.html and plain.js, with the files that the build writes.
import { expect } from "chai";
import type { StudioElement } from "../../../src/element/index.ts";
import { hostPage, hosts, until, type HostPage } from "../host-page.ts";

describe("the example without a build", () => {
	let page: HostPage;

	before(async () => {
		const source = await (await fetch("/test/element/examples/plain.html")).text();
		const body = /<body>(.*)<\/body>/s.exec(source)?.[1];
		expect(source).to.match(/<script [^>]*type="module" src="\.\/plain\.js"><\/script>/);
		page = await hostPage(body ?? "");
		await page.load(`${hosts}first/plain.js`);
		await studio().ready;
		await studio().updateComplete;
	});
	after(() => page.remove());

	const studio = () => page.document.querySelector("segql-studio") as StudioElement;
	const output = () => page.document.querySelector("output")?.textContent;

	it("shows the text that the page gives, and counts who is in it", async () => {
		expect(studio().value).to.equal('country = "US" and points >= 5');
		await until(() => studio().session.counts.kind === "exact", "a count");
		const { counts } = studio().session;
		expect(counts.kind === "exact" && counts.counted.preview.count).to.equal(8);
	});

	it("sends the text with the form, but not while it has errors", async () => {
		const save = page.document.querySelector("form > button") as HTMLButtonElement;
		studio().session.edit([{ span: { from: 0, to: studio().value.length }, text: "pints > 1" }], { origin: "editor" });
		save.click();
		expect(output()).to.equal("");
		studio().session.edit([{ span: { from: 0, to: studio().value.length }, text: "points > 1" }], { origin: "editor" });
		save.click();
		expect(output()).to.equal("points > 1");
		expect(studio().saved).to.equal("points > 1");
	});

	it("never complained", () => expect(page.complaints).to.deep.equal([]));
});
