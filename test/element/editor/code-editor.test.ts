// What only the code editor does: taking the text area's place, colours, marks, cards, counts, and tooltips that no host can clip.
import { expect } from "chai";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import { EditorElement } from "../../../src/element/editor/editor-element.ts";
import { countingSource } from "./counting-source.ts";
import {
	all,
	catalogue,
	editorOnPage,
	field,
	inside,
	isFocused,
	pause,
	press,
	shownText,
	suggested,
	type,
	until,
	violations,
	words,
} from "./editor-page.ts";

/** The code editor comes when the test says so. */
class HeldEditor extends EditorElement {
	come: () => void = () => undefined;
	fail: () => void = () => undefined;
	asked = 0;

	protected override loadCodeEditor(): ReturnType<EditorElement["loadCodeEditor"]> {
		this.asked++;
		return new Promise((resolve, reject) => {
			this.come = () => resolve(super.loadCodeEditor());
			this.fail = () => reject(new Error("offline"));
		});
	}
}
customElements.define("held-editor", HeldEditor);

describe("the code editor", () => {
	let element: EditorElement;

	afterEach(() => element.remove());

	const held = async (): Promise<HeldEditor> => {
		const made = new HeldEditor();
		element = made;
		made.catalogue = catalogue;
		document.body.append(made);
		await made.updateComplete;
		return made;
	};

	it("takes the text area's place, and keeps text, selection, focus and scrolling", async () => {
		const editor = await held();
		expect(editor.surface).to.equal("plain");
		const lines = Array.from({ length: 60 }, (_, index) => `${index === 0 ? "" : "and "}points > ${index}`).join("\n");
		editor.value = lines;
		editor.focus();
		await type("x");
		await press("Backspace", "ArrowUp", "ArrowUp", "Shift+Home");
		const area = inside<HTMLTextAreaElement>(editor, "textarea");
		const { selection } = editor.session;
		expect(selection.to - selection.from).to.be.greaterThan(10);
		expect(area.scrollTop).to.be.greaterThan(200);
		const share = area.scrollTop / (area.scrollHeight - area.clientHeight);
		editor.come();
		await until(() => editor.surface === "code");
		await editor.updateComplete;
		expect(all(editor, "textarea")).to.deep.equal([]);
		expect(editor.value).to.equal(lines);
		expect(editor.session.selection).to.deep.equal(selection);
		expect(isFocused(editor)).to.equal(true);
		await pause(100);
		const { scrollTop, scrollHeight, clientHeight } = inside(editor, ".cm-scroller");
		expect(scrollTop / (scrollHeight - clientHeight)).to.be.closeTo(share, 0.1);
		await type("y");
		await until(() => editor.value.includes("y"));
		expect(editor.value).to.equal(`${lines.slice(0, selection.from)}y${lines.slice(selection.to)}`);
		await press("Control+z");
		expect(shownText(editor).length).to.be.greaterThan(100);
		expect(editor.value).to.equal(lines);
	});

	it("says that nothing is lost when it cannot be loaded, and is loaded when asked again", async () => {
		const editor = await held();
		editor.focus();
		await type("points > 1");
		editor.fail();
		await until(() => words(editor, ".notice").length > 0);
		expect(words(editor, ".notice p")).to.deep.equal([
			"The code editor could not be loaded. This plain text field does the same work, and nothing is lost.",
		]);
		expect(editor.surface).to.equal("plain");
		await type("5");
		await editor.updateComplete;
		expect(editor.value).to.equal("points > 15");
		expect(editor.asked).to.equal(1);
		inside(editor, ".retry").click();
		editor.come();
		await until(() => editor.surface === "code");
		await editor.updateComplete;
		expect(words(editor, ".notice")).to.deep.equal([]);
		expect(shownText(editor)).to.equal("points > 15");
	});

	it("gives way to a text area and comes back when the host says so, with the same history", async () => {
		element = await editorOnPage();
		element.focus();
		await type("points > 1");
		await press("Escape");
		element.editor = "plain";
		await element.updateComplete;
		await element.updateComplete;
		expect([element.surface, shownText(element), isFocused(element)]).to.deep.equal(["plain", "points > 1", true]);
		await press("Control+z");
		expect(shownText(element)).to.equal("");
		element.editor = "code";
		await until(() => element.surface === "code");
		await press("Control+y");
		expect(shownText(element)).to.equal("points > 1");
	});

	it("is coloured by the service, and names that there are not look unknown", async () => {
		element = await editorOnPage({ value: 'country = "US" and orders is set # why\nand pints > 1' });
		const token = (name: string) => words(element, `.cm-content .tok-${name}`);
		expect(token("keyword")).to.deep.equal(["and", "and"]);
		expect(token("string")).to.deep.equal(['"US"']);
		expect(token("collection")).to.deep.equal(["orders"]);
		expect(token("comment")).to.deep.equal(["# why"]);
		expect(token("unknown")).to.deep.equal(["pints"]);
		expect(words(element, ".problem-error")).to.deep.equal(["pints"]);
		const line = getComputedStyle(inside(element, ".problem-error"));
		expect([line.textDecorationLine, line.textDecorationStyle, line.backgroundImage]).to.deep.equal(["underline", "wavy", "none"]);
	});

	it("keeps letters that run from right to left in their own words, and shows unseen characters", async () => {
		element = await editorOnPage({ value: 'country = "مصر" and plan = "a\u202eb"' });
		expect(field(element).dir).to.equal("ltr");
		expect(words(element, ".tok-isolated")).to.deep.equal(['"مصر"']);
		expect(inside(element, ".unseen").getAttribute("aria-label")).to.equal("Unseen character U+202E");
		const order = [...field(element).querySelectorAll(".tok-field, .tok-keyword")].map((word) => word.getBoundingClientRect().left);
		expect(order).to.deep.equal([...order].sort((a, b) => a - b));
	});

	it("fills in places one after another by Tab", async () => {
		element = await editorOnPage();
		element.focus();
		await type("points betw");
		await until(() => suggested(element)[0] === ">between");
		await pause(100);
		await press("Enter");
		await until(() => element.value === "points between ? and ?");
		await type("1");
		await pause(300);
		// Closes the list; a second one would end the filling in.
		if (suggested(element).length > 0) await press("Escape");
		await press("Tab");
		await type("5");
		await until(() => element.value === "points between 1 and 5");
	});

	it("says what the words under the pointer are, as text, in the top layer", async () => {
		const fields = [
			...(catalogue as { fields: object[] }).fields,
			{ name: "bad", type: "text", description: "<img src=x onerror=alert(1)>" },
		] as never;
		element = await editorOnPage({ catalogue: { ...catalogue, fields } as never, value: "bad is set" });
		const clip = document.createElement("div");
		clip.style.setProperty("overflow", "hidden");
		clip.style.setProperty("transform", "translate(0)");
		clip.style.setProperty("height", "120px");
		document.body.append(clip);
		clip.append(element);
		await until(() => element.surface === "code");
		element.session.select({ from: 1, to: 1 }, "host");
		element.focus();
		await press("Control+.");
		await until(() => all(element, ".said").length === 1);
		const said = inside(element, ".said");
		expect(said.textContent).to.contain("<img src=x onerror=alert(1)>");
		expect(all(element, "img")).to.deep.equal([]);
		expect(inside(element, ".tooltips").matches(":popover-open")).to.equal(true);
		await pause(100);
		const box = said.getBoundingClientRect();
		const top = element.shadowRoot?.elementFromPoint(box.left + 10, box.bottom - 5);
		expect(said.contains(top ?? null)).to.equal(true);
		await press("Escape");
		await until(() => all(element, ".said").length === 0);
		await pause(20);
		expect(inside(element, ".tooltips").matches(":popover-open")).to.equal(false);
		clip.remove();
	});

	it("shows counts in the digits of the language, also after that has changed", async () => {
		element = await editorOnPage({ profiles: countingSource(), value: "points > 1" });
		await until(() => words(element, ".count").length === 1);
		const inEnglish = words(element, ".count")[0] ?? "";
		element.lang = "ar-EG";
		await until(() => words(element, ".count")[0] !== inEnglish);
		expect(words(element, ".count")[0]).to.match(/^[٠-٩٬]+$/);
	});

	it("shows counts beside the conditions they are of, and none of another text", async () => {
		const source = countingSource();
		element = await editorOnPage({ profiles: source, value: 'country = "US" and points > 1\nand opted_in # last' });
		await until(() => words(element, ".count").length === 3);
		expect(all(element, ".cm-line").map(({ textContent }) => textContent)).to.deep.equal([
			'country = "US"1,400 and points > 11,200',
			"and opted_in # last1,000",
		]);
		expect(all(element, ".count").map(({ title }) => title)).to.deep.equal([
			'country = "US": 1,400 profiles',
			"points > 1: 1,200 profiles",
			"opted_in: 1,000 profiles",
		]);
		expect(shownText(element)).to.equal(element.value);
		source.hold();
		element.session.edit([{ span: { from: 0, to: 0 }, text: "plan is set and " }], { origin: "builder" });
		expect(inside(element, ".cm-editor").classList.contains("counts-waiting")).to.equal(true);
		source.release();
		await until(() => all(element, ".count").length === 4);
		expect(inside(element, ".cm-editor").classList.contains("counts-waiting")).to.equal(false);
		element.value = "points > ";
		expect(all(element, ".count")).to.deep.equal([]);
		element.value = "points > 1";
		await until(() => all(element, ".count").length === 1);
		element.counts = "off";
		await element.updateComplete;
		expect(all(element, ".count")).to.deep.equal([]);
	});

	it("keeps the counts of the other conditions where they are while one more is typed", async () => {
		const source = countingSource();
		element = await editorOnPage({ profiles: source, value: "points > 1 and opted_in" });
		await until(() => words(element, ".count").length === 2);
		field(element).focus();
		await press("Control+End");
		source.hold();
		for (const letter of " and c") {
			await type(letter);
			expect(words(element, ".count"), element.value).to.deep.equal(["1,400", "1,200"]);
		}
		source.release();
		await until(() => !inside(element, ".cm-editor").classList.contains("counts-waiting"));
		expect(all(element, ".cm-line")[0]?.textContent).to.equal("points > 11,400 and opted_in1,200 and c");
	});

	it("tells no small count apart", async () => {
		element = await editorOnPage({ profiles: countingSource(), privacy: { ...defaultPolicy, smallestCount: 1500 }, value: "points > 1" });
		await until(() => all(element, ".count").length === 1);
		expect(words(element, ".count")).to.deep.equal(["<1,500"]);
		expect(inside(element, ".count").title).to.equal("points > 1: fewer than 1,500 profiles");
	});

	it("folds what stands in parentheses over several lines, and unfolds it", async () => {
		element = await editorOnPage({ value: "any of (\n  opted_in,\n  points > 1\n)" });
		element.session.select({ from: 2, to: 2 }, "host");
		element.focus();
		await press("Control+Alt+[");
		await until(() => all(element, ".fold").length === 1);
		expect(inside(element, ".fold").getAttribute("aria-label")).to.equal("Folded lines");
		inside(element, ".fold").click();
		await until(() => all(element, ".fold").length === 0);
		expect(element.value).to.equal("any of (\n  opted_in,\n  points > 1\n)");
	});

	it("makes a line a comment and a condition again", async () => {
		element = await editorOnPage({ value: "opted_in\nand points > 1" });
		element.session.select({ from: 12, to: 12 }, "host");
		element.focus();
		await press("Control+/");
		await until(() => element.value === "opted_in\n# and points > 1");
		await press("Control+/");
		await until(() => element.value === "opted_in\nand points > 1");
	});

	it("never broke the strict policy", () => {
		expect(violations).to.deep.equal([]);
	});
});
