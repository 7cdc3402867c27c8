// What nobody should give an editor, and somebody will: huge texts, ten thousand fields, hostile names, parts that do not load, sources that do not answer.
import { expect } from "chai";
import type { EditorElement } from "../../../src/element/editor/editor-element.ts";
import { Session } from "../../../src/element/session/session.ts";
import type { CatalogueInput } from "../../../src/fields/catalogue.ts";
import { countingSource } from "./counting-source.ts";
import {
	all,
	catalogue,
	editorOnPage,
	field,
	inside,
	pause,
	press,
	shownText,
	suggested,
	type,
	until,
	violations,
	words,
} from "./editor-page.ts";

/** The longest time in which the page could not answer, while something is done. */
async function longestBlock(work: () => Promise<void>): Promise<number> {
	let [longest, last, isDone] = [0, performance.now(), false];
	const channel = new MessageChannel();
	channel.port1.onmessage = () => {
		const now = performance.now();
		longest = Math.max(longest, now - last);
		last = now;
		if (!isDone) channel.port2.postMessage(null);
	};
	channel.port2.postMessage(null);
	await work();
	isDone = true;
	channel.port1.close();
	return longest;
}

const nextPaint = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

for (const kind of ["code", "plain"] as const) {
	describe(`bad input of <segql-editor editor="${kind}">`, () => {
		let element: EditorElement;

		afterEach(() => element.remove());

		it("refuses a megabyte in one sentence, stays quick, and takes it back in one step", async () => {
			element = await editorOnPage({ editor: kind, value: "points > 1" });
			element.focus();
			const pasted = `country = "US" and\n`.repeat(55_556);
			expect(pasted.length).to.be.greaterThan(1_000_000);
			element.session.select({ from: 0, to: 10 }, "host");
			const longest = await longestBlock(async () => {
				const clipboardData = new DataTransfer();
				clipboardData.setData("text/plain", pasted);
				// Firefox has names of its own for it.
				const init = { clipboardData, dataType: "text/plain", data: pasted, bubbles: true, cancelable: true };
				field(element).dispatchEvent(new ClipboardEvent("paste", init));
				await nextPaint();
			});
			expect(element.value.length).to.equal(pasted.length);
			await until(() => !element.session.isReading);
			await element.updateComplete;
			expect(words(element, ".state")).to.deep.equal([""]);
			expect(words(element, ".message")).to.deep.equal([
				"This text is longer than 1,000,000 characters. Split it into several segments, or move long lists to a tag of the profile.",
			]);
			expect(words(element, ".notice p")).to.deep.equal([
				"The text is longer than 100,000 characters: it is checked, but without colours and suggestions.",
			]);
			const typed = await longestBlock(async () => {
				await type("x");
				await until(() => element.value.length === pasted.length + 1);
				await nextPaint();
			});
			console.log(`longest block, ${kind}: paste ${longest.toFixed(0)} ms, a key ${typed.toFixed(0)} ms`);
			await press("Control+z");
			await until(() => element.value.length === pasted.length);
			await press("Control+z");
			await until(() => element.value === "points > 1");
			await element.updateComplete;
			expect(shownText(element)).to.equal("points > 1");
			expect(words(element, ".notice, .message")).to.deep.equal([]);
		});

		it("lists fifty problems, and says how many more there are", async () => {
			element = await editorOnPage({ editor: kind, value: "x and ".repeat(50) });
			const listed = (): number => all(element, ".problems .error").length;
			element.value = Array.from({ length: 50 }, (_, index) => `x${index} = 1`).join(" and ");
			await element.updateComplete;
			expect([listed(), words(element, ".problems .more")]).to.deep.equal([50, []]);
			element.value += " and y = 1";
			await element.updateComplete;
			expect([listed(), words(element, ".problems .more")]).to.deep.equal([50, ["And 1 more: F8 goes from one to the next."]]);
			// The first error is listed whatever comes before it: the text is said to be invalid by it.
			element.value = `${Array.from({ length: 60 }, () => "points > 1").join(" and ")} and y = 1`;
			await element.updateComplete;
			const invalid = field(element).getAttribute("aria-errormessage");
			expect(inside(element, `#${invalid}`).textContent).to.match(/"y"/);
		});

		it("says once that a long text is read when the typing rests, and then what is wrong with it", async () => {
			// It rests when the test says so: however slow the keys come.
			const session = new Session({ reading: { restMs: 60_000 } });
			session.configure({ catalogue, now: 0 });
			element = await editorOnPage({ session, editor: kind, value: `points > 1 #${"x".repeat(20_000)}\n` });
			element.session.select({ from: element.value.length, to: element.value.length }, "host");
			element.focus();
			const spoken: string[] = [];
			const region = inside(element, "[role=status]");
			const watching = new MutationObserver(() => spoken.push(region.textContent?.trim() ?? ""));
			watching.observe(region, { childList: true, subtree: true, characterData: true });
			await type("and pints");
			expect(words(element, ".state")).to.deep.equal(["The text is being read…"]);
			expect([field(element).getAttribute("aria-invalid"), words(element, ".message")]).to.deep.equal(["false", []]);
			session.read();
			await element.updateComplete;
			expect([words(element, ".message").length, words(element, ".state")]).to.deep.equal([1, [""]]);
			await until(() => spoken.length > 1);
			watching.disconnect();
			expect(spoken.map((text) => text.replace(/\s+/g, " "))).to.deep.equal([
				"The text is being read…",
				`1 error. ${words(element, ".message")[0]}`,
			]);
			expect(element.checkValidity()).to.equal(false);
		});

		it("suggests from ten thousand fields", async () => {
			const fields = Array.from({ length: 9_990 }, (_, index) => ({ name: `field_${index}`, type: "text" as const }));
			element = await editorOnPage({ editor: kind, catalogue: { ...catalogue, fields } as CatalogueInput });
			element.focus();
			await type("field_99");
			await until(() => suggested(element)[0] === ">field_99");
			expect(suggested(element).slice(0, 3)).to.deep.equal([">field_99", "field_990", "field_991"]);
			expect(suggested(element).length).to.be.within(100, 100);
		});

		it("suggests from five thousand values, in their order, with their counts", async () => {
			const values = Array.from({ length: 5_000 }, (_, index) => ({ value: `city ${index}`, count: 9_000 - index }));
			element = await editorOnPage({ editor: kind, profiles: countingSource(values) });
			element.focus();
			await type("country = ");
			await until(() => suggested(element)[0] === '>"city 0"');
			expect(words(element, kind === "code" ? ".cm-tooltip-autocomplete .beside" : ".offers .beside").slice(0, 2)).to.deep.equal([
				"9,000 profiles",
				"8,999 profiles",
			]);
			await type('"city 499');
			await until(() => suggested(element)[0] === '>"city 499"' && suggested(element)[1] === '"city 4990"');
			await pause(100);
			await press("ArrowDown", "Enter");
			await until(() => element.value.startsWith('country = "city 4990"'));
			expect(element.session.compiled?.ok).to.equal(true);
		});

		it("shows hostile names and values as the text that they are", async () => {
			const long = "n".repeat(200);
			const hostile = ["<img src=x onerror=alert(1)>", "a\u202eb", long];
			const fields = hostile.map((name) => ({ name, type: "text" as const, jsonPath: "$.x", description: `<b>${name}</b>` }));
			const profiles = countingSource([{ value: '<img src=x onerror="alert(2)">', count: 3 }]);
			const input = { ...catalogue, fields: [...(catalogue as { fields: object[] }).fields, ...fields] } as CatalogueInput;
			element = await editorOnPage({ editor: kind, catalogue: input, profiles });
			expect(words(element, ".notice")).to.deep.equal([]);
			element.focus();
			await press("Control+Space");
			await until(() => suggested(element).some((label) => label.includes("onerror")));
			await press("Escape");
			await type("country = ");
			await until(() => suggested(element)[0]?.includes("onerror") === true);
			await pause(100);
			await press("Tab");
			await until(() => element.value.includes("alert(2)"));
			expect(element.session.compiled?.ok).to.equal(true);
			element.value = `${"n".repeat(10_000)} = 1`;
			await element.updateComplete;
			expect(all(element, ".message")).to.have.lengthOf(1);
			expect(element.getBoundingClientRect().width).to.be.at.most(document.documentElement.clientWidth);
			expect(element.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
			expect(all(element, "img, b")).to.deep.equal([]);
		});

		it("says that values are still looked up, offers what there is, and shows them when they come", async () => {
			const profiles = countingSource([{ value: "MX", count: 5 }]);
			element = await editorOnPage({ editor: kind, profiles });
			element.focus();
			profiles.hold();
			await type("plan = ");
			await until(() => suggested(element)[0] === '>"free"');
			expect(suggested(element)[1]).to.equal('"pro"');
			await until(() => words(element, ".state")[0] === "Values are being looked up…");
			profiles.release();
			await until(() => suggested(element)[0] === '>"MX"');
			expect(words(element, ".state")).to.deep.equal([""]);
		});

		it("says that values could not be looked up", async () => {
			const profiles = countingSource();
			profiles.distribution = () => Promise.reject(new Error("lost"));
			element = await editorOnPage({ editor: kind, profiles });
			element.focus();
			await type("plan = ");
			await until(() => words(element, ".state")[0] === "Values could not be looked up. You can type one.");
			await until(() => suggested(element)[0] === '>"free"');
			expect(suggested(element)[1]).to.equal('"pro"');
		});

		it("goes on without the language, says so, and loads it when asked again", async () => {
			let isOnline = false;
			const loadLanguage = () => (isOnline ? import("../../../src/element/session/language.ts") : Promise.reject(new Error("offline")));
			element = document.createElement("segql-editor");
			Object.assign(element, { session: new Session({ loadLanguage }), editor: kind, catalogue });
			document.body.append(element);
			await until(() => words(element, ".notice").length === 1 && element.surface === kind);
			element.focus();
			await type("pints > 1");
			await press("Control+Space", "F8", "Control+.");
			expect(element.value).to.equal("pints > 1");
			expect(words(element, ".notice p")).to.deep.equal([
				"The text cannot be checked: a part of this page could not be loaded. You can go on writing; nothing is lost.",
			]);
			isOnline = true;
			inside(element, ".retry").click();
			await until(() => words(element, ".message").length === 1);
			expect(words(element, ".notice")).to.deep.equal([]);
		});

		it("says what is wrong with a broken list of fields", async () => {
			element = await editorOnPage({
				editor: kind,
				catalogue: { fields: [{ name: "points", type: "numbre" }] } as never,
				value: "points > 1",
			});
			expect(words(element, ".notice > p")).to.deep.equal(["The list of fields cannot be used, so the text is not checked:"]);
			expect(all(element, ".notice li")).to.have.lengthOf(1);
			const bad = ["__proto__", "constructor", "n".repeat(10_000)].map((name) => ({ name, type: "text" as const }));
			element.catalogue = { ...catalogue, fields: bad } as CatalogueInput;
			await element.updateComplete;
			expect(all(element, ".notice li")).to.have.lengthOf(3);
			element.catalogue = catalogue;
			await element.updateComplete;
			expect(words(element, ".notice")).to.deep.equal([]);
		});

		it("never broke the strict policy", () => {
			expect(violations).to.deep.equal([]);
		});
	});
}
