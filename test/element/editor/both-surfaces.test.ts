// What holds of the editor whether it is a code editor or a plain text area: the same keys do the same to the same text.
import { expect } from "chai";
import type { EditorElement } from "../../../src/element/editor/editor-element.ts";
import {
	all,
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

for (const kind of ["code", "plain"] as const) {
	describe(`<segql-editor editor="${kind}">`, () => {
		let element: EditorElement;

		beforeEach(async () => {
			element = await editorOnPage({ editor: kind });
			element.focus();
		});

		afterEach(() => element.remove());

		const caret = async (at: number): Promise<void> => {
			element.session.select({ from: at, to: at }, "host");
			await element.updateComplete;
		};

		it("takes what is typed into the session", async () => {
			await type('country = "US"');
			await until(() => element.value === 'country = "US"');
			expect(shownText(element)).to.equal('country = "US"');
			expect(element.session.selection).to.deep.equal({ from: 14, to: 14 });
		});

		it("undoes what was typed in one step, and makes it again", async () => {
			// However slow the machine is: a pause would begin another step.
			const { now } = performance;
			performance.now = () => 1_000;
			await type("points > 1");
			performance.now = now;
			await press("Escape", "Control+z");
			expect(element.value).to.equal("");
			expect(shownText(element)).to.equal("");
			await press("Control+y");
			expect(element.value).to.equal("points > 1");
			expect(shownText(element)).to.equal("points > 1");
			await press("Control+z");
			await press("Control+Shift+z");
			expect(shownText(element)).to.equal("points > 1");
		});

		it("takes a word that is typed over a placeholder for one step", async () => {
			element.value = "points > ?";
			await element.updateComplete;
			element.session.select({ from: 9, to: 10 }, "host");
			const { now } = performance;
			performance.now = () => 1_000;
			await type("250");
			performance.now = now;
			expect(shownText(element)).to.equal("points > 250");
			await press("Escape", "Control+z");
			expect([element.value, shownText(element)]).to.deep.equal(["points > ?", "points > ?"]);
			expect(element.session.canUndo).to.equal(false);
			await press("Control+Shift+z");
			expect(shownText(element)).to.equal("points > 250");
		});

		it("takes all that an input method writes of a word for one step, and the next word for another", async () => {
			element.value = "# x";
			await element.updateComplete;
			element.session.select({ from: 3, to: 3 }, "host");
			for (const [steps, after] of [
				[["k", "か", "かn", "かな", "仮名"], "# x仮名"],
				[["t", "て", "手"], "# x仮名手"],
			] as const) {
				await compose(element, steps);
				expect([element.value, shownText(element)]).to.deep.equal([after, after]);
			}
			await press("Control+z");
			expect([element.value, shownText(element)]).to.deep.equal(["# x仮名", "# x仮名"]);
			await press("Control+z");
			expect([element.value, shownText(element)]).to.deep.equal(["# x", "# x"]);
			expect(element.session.canUndo).to.equal(false);
			await press("Control+Shift+z");
			expect(shownText(element)).to.equal("# x仮名");
		});

		it("shows what others change, with the caret carried along, and does not tell it as its own", async () => {
			element.value = "points > 1";
			await caret(10);
			const told: unknown[] = [];
			element.session.subscribe((change) => told.push(change));
			element.session.edit([{ span: { from: 0, to: 0 }, text: "opted_in and " }], { origin: "builder" });
			expect(shownText(element)).to.equal("opted_in and points > 1");
			expect(element.session.selection).to.deep.equal({ from: 23, to: 23 });
			await type("2");
			await until(() => element.value === "opted_in and points > 12");
			const texts = told.filter((change) => (change as { kind: string }).kind === "text") as { origin: string }[];
			expect(texts.map(({ origin }) => origin)).to.deep.equal(["builder", "editor"]);
		});

		it("follows several edits at once, and edits made by those who heard of one", async () => {
			element.value = "points > 1 and opted_in";
			const end = element.session.subscribe(({ kind: of, origin }) => {
				if (of === "text" && origin === "builder")
					element.session.edit([{ span: { from: 0, to: 0 }, text: "# heard\n" }], { origin: "preview" });
			});
			const edits = [
				{ span: { from: 0, to: 6 }, text: "plan" },
				{ span: { from: 7, to: 8 }, text: "is" },
				{ span: { from: 9, to: 10 }, text: "set" },
			];
			element.session.edit(edits, { origin: "builder" });
			end();
			expect(element.value).to.equal("# heard\nplan is set and opted_in");
			expect(shownText(element)).to.equal("# heard\nplan is set and opted_in");
		});

		it("selects what others select, and tells what is selected here", async () => {
			element.value = "points > 1 and opted_in";
			element.session.select({ from: 15, to: 23 }, "builder");
			await type("country");
			expect(element.value).to.equal("points > 1 and country");
			await press("Escape", "Shift+Home");
			await until(() => element.session.selection.from === 0);
			expect(element.session.selection).to.deep.equal({ from: 0, to: 22 });
		});

		it("suggests fields while their name is typed; Enter takes the marked one, and what follows is suggested", async () => {
			await type("cou");
			await until(() => suggested(element)[0] === ">country");
			await pause(100);
			await press("Enter");
			await until(() => element.value === "country");
			await type(" ");
			await until(() => suggested(element)[0] === ">=");
			await pause(100);
			await press("ArrowDown", "ArrowUp", "Tab");
			await until(() => element.value === "country = ");
			expect(isFocused(element)).to.equal(true);
		});

		it("suggests the values of a collection's field and of a number, with how many profiles have each", async () => {
			const fields = [
				{ name: "level", type: "number" },
				{ name: "orders", type: "collection", fields: [{ name: "status", type: "text" }] },
			] as const;
			const paid = { level: 2, orders: [{ status: "paid" }, { status: "paid" }] };
			const profiles = [paid, paid, { level: 1, orders: [{ status: "open" }, { status: "paid" }] }];
			Object.assign(element, { catalogue: { timezone: "UTC", fields }, profiles });
			const beside = kind === "code" ? ".cm-tooltip-autocomplete .beside" : ".offers .beside";
			await type("any orders (status = ");
			await until(() => suggested(element)[0] === '>"paid"');
			expect(suggested(element).slice(0, 2)).to.deep.equal(['>"paid"', '"open"']);
			expect(words(element, beside).slice(0, 2)).to.deep.equal(["3 profiles", "1 profile"]);
			await pause(100);
			await press("ArrowDown", "Enter");
			await until(() => element.value.includes('"open"'));
			element.value = "";
			await element.updateComplete;
			await type("level = ");
			await until(() => suggested(element)[0] === ">2");
			expect(suggested(element).slice(0, 2)).to.deep.equal([">2", "1"]);
			expect(words(element, beside).slice(0, 2)).to.deep.equal(["2 profiles", "1 profile"]);
			// Whoever types a number is asked nothing more: Enter is for a new line.
			await type("1");
			await until(() => suggested(element).length === 0);
			await pause(150);
			await press("Enter");
			await until(() => element.value === "level = 1\n");
		});

		it("moves the mark by arrows, and closes the list by Escape without leaving the text", async () => {
			await press("Control+Space");
			await until(() => suggested(element).length > 3);
			// Keys that come too soon after a list opened were not meant for it.
			const [first, second] = suggested(element);
			expect(first?.startsWith(">")).to.equal(true);
			await pause(100);
			await press("ArrowDown");
			await until(() => suggested(element)[1] === `>${second}`);
			const marked = field(element).getAttribute("aria-activedescendant");
			expect(inside(element, `#${CSS.escape(marked ?? "")}`).getAttribute("aria-selected")).to.equal("true");
			expect(field(element).getAttribute("aria-controls")).to.equal(inside(element, "[role=listbox]").id);
			await press("Escape");
			await until(() => suggested(element).length === 0);
			expect(element.value).to.equal("");
			expect(isFocused(element)).to.equal(true);
		});

		it("does not take Enter from somebody who wants a new line", async () => {
			await type("opted_in");
			await press("Enter");
			await type("and points > 1");
			await press("Enter");
			expect(element.value).to.equal("opted_in\nand points > 1\n");
		});

		it("takes Enter for a new line where what is marked is there already, though there are longer names", async () => {
			const fields = ["tag", "tag_code"].map((name) => ({ name, type: "boolean" as const }));
			element.catalogue = { business_id: "test", timezone: "UTC", fields };
			await type("tag");
			await until(() => suggested(element).join() === ">tag,tag_code");
			await pause(100);
			await press("Enter");
			await type("and tag_c");
			await until(() => suggested(element).join() === ">tag_code");
			await pause(100);
			await press("Enter");
			await until(() => element.value === "tag\nand tag_code");
		});

		it("lets Tab go on to what follows, after Escape", async () => {
			await type("po");
			await until(() => suggested(element).length > 0);
			await press("Escape", "Tab");
			expect(isFocused(element)).to.equal(false);
			expect(element.value).to.equal("po");
			await press("Shift+Tab");
			expect(isFocused(element)).to.equal(true);
		});

		it("lists problems with their places, says that the text is invalid, and goes there", async () => {
			element.value = 'country = "US"\nand pints > 1';
			await element.updateComplete;
			expect(words(element, ".severity")).to.deep.equal(["Error"]);
			expect(words(element, ".message")).to.deep.equal(['There is no field "pints". Did you mean "points"?']);
			expect(words(element, ".place")).to.deep.equal(["Line 2, column 5"]);
			expect(field(element).getAttribute("aria-invalid")).to.equal("true");
			expect(field(element).getAttribute("aria-errormessage")).to.equal(inside(element, ".message").id);
			expect(field(element).getAttribute("aria-describedby")).to.equal(`help ${inside(element, ".message").id}`);
			inside(element, ".place").click();
			expect(isFocused(element)).to.equal(true);
			expect(element.session.selection).to.deep.equal({ from: 19, to: 24 });
			await type("points");
			await until(() => element.value === 'country = "US"\nand points > 1');
			await element.updateComplete;
			expect(all(element, ".problems li")).to.deep.equal([]);
			expect(field(element).getAttribute("aria-invalid")).to.equal("false");
		});

		it("goes from problem to problem by F8, around the end, and says each", async () => {
			element.value = "pints > 1 and countri is set";
			await caret(6);
			await press("F8");
			expect(element.session.selection).to.deep.equal({ from: 14, to: 21 });
			await element.updateComplete;
			expect(words(element, "[role=status]")).to.deep.equal(['Error: There is no field "countri". Did you mean "country"?']);
			await press("F8");
			expect(element.session.selection).to.deep.equal({ from: 0, to: 5 });
			await press("Shift+F8");
			expect(element.session.selection).to.deep.equal({ from: 14, to: 21 });
		});

		it("mends from the list; undo takes it back", async () => {
			element.value = "pints > 1";
			await element.updateComplete;
			expect(words(element, ".problems .fix")).to.deep.equal(["Change to points"]);
			inside(element, ".problems .fix").click();
			expect(shownText(element)).to.equal("points > 1");
			expect(isFocused(element)).to.equal(true);
			await press("Control+z");
			expect(shownText(element)).to.equal("pints > 1");
		});

		it("mends at the caret by keys alone", async () => {
			element.value = "pints > 1";
			await caret(2);
			await press("Control+.");
			const selector = kind === "code" ? ".said .fix" : ".offers .words";
			await until(() => words(element, selector)[0] === "Change to points");
			if (kind === "code") await until(() => element.shadowRoot?.activeElement?.matches(".fix") === true);
			await press("Enter");
			await until(() => element.value === "points > 1");
			expect(isFocused(element)).to.equal(true);
		});

		it("tidies up by keys and by its button, in one step", async () => {
			element.value = 'country="US"   AND points>1';
			await element.updateComplete;
			await press("Shift+Alt+F");
			await until(() => element.value === 'country = "US" and points > 1');
			expect(shownText(element)).to.equal('country = "US" and points > 1');
			await press("Control+z");
			expect(shownText(element)).to.equal('country="US"   AND points>1');
			inside(element, ".tidy").click();
			expect(shownText(element)).to.equal('country = "US" and points > 1');
			inside(element, ".tidy").click();
			await element.updateComplete;
			expect(words(element, "[role=status]")).to.deep.equal(["The text is tidy already."]);
		});

		it("says the problems once, when the typing has paused, and that they are gone", async () => {
			await type("pints > 1 ");
			expect(words(element, "[role=status]")).to.deep.equal([""]);
			await until(() => words(element, "[role=status]")[0] !== "");
			expect(words(element, "[role=status]")).to.deep.equal(['1 error. There is no field "pints". Did you mean "points"?']);
			element.value = "points > 1";
			await until(() => words(element, "[role=status]")[0] === "No problems.");
		});

		it("changes nothing when it is read only, and nothing can be reached when it is disabled", async () => {
			element.value = "pints > 1";
			element.readOnly = true;
			await element.updateComplete;
			await type("x");
			await press("Delete", "Control+z", "Shift+Alt+F");
			expect(element.value).to.equal("pints > 1");
			expect(shownText(element)).to.equal("pints > 1");
			expect(all(element, ".tidy, .fix")).to.deep.equal([]);
			element.readOnly = false;
			element.disabled = true;
			await element.updateComplete;
			await press("Escape");
			// WebKit leaves the focus on what was disabled.
			field(element).blur();
			element.focus();
			await type("x");
			expect(element.value).to.equal("pints > 1");
			expect(isFocused(element)).to.equal(false);
		});

		it("says nothing of undo to a session that somebody else locked", async () => {
			await type("points > 1");
			await press("Escape");
			element.session.configure({ readOnly: true });
			await element.updateComplete;
			await press("Control+z");
			await type("2");
			expect(shownText(element)).to.equal("points > 1");
			expect(element.value).to.equal("points > 1");
		});

		it("is called by its label, and describes its keys", async () => {
			element.label = "Who gets it";
			await element.updateComplete;
			expect(words(element, "label")).to.deep.equal(["Who gets it"]);
			const name = field(element).getAttribute("aria-labelledby");
			expect(name ?? inside(element, "label").getAttribute("for")).to.equal(kind === "code" ? "label" : "text");
			expect(inside(element, "#help").textContent).to.contain("Ctrl+Space: suggest words that fit");
			expect(inside(element, "#help").textContent).to.contain("Esc then Tab: leave the text");
			inside(element, "label").click();
			expect(isFocused(element)).to.equal(true);
		});

		it("goes on after it was moved to another place, and to another session", async () => {
			await type("points > 1");
			const box = document.createElement("div");
			document.body.append(box);
			box.append(element);
			await element.updateComplete;
			await until(() => element.surface === kind);
			await element.updateComplete;
			expect(shownText(element)).to.equal("points > 1");
			element.focus();
			await press("End");
			await type("5");
			expect(element.value).to.equal("points > 15");
			const other = await editorOnPage({ editor: kind, value: "opted_in" });
			element.session = other.session;
			await element.updateComplete;
			expect(shownText(element)).to.equal("opted_in");
			element.focus();
			await press("End");
			await type("#");
			await until(() => shownText(other) === "opted_in#");
			other.remove();
			box.remove();
		});

		it("never broke the strict policy", () => {
			expect(violations).to.deep.equal([]);
		});
	});
}

/** What an input method does at the end of the text: it writes, and writes other letters in place of its own, until somebody is content. */
async function compose(element: EditorElement, steps: readonly string[]): Promise<void> {
	const target = field(element);
	const { length } = element.value;
	target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true, composed: true, data: "" }));
	for (const data of steps) {
		target.dispatchEvent(new CompositionEvent("compositionupdate", { bubbles: true, composed: true, data }));
		write(target, element.value.slice(0, length) + data);
		const init = { inputType: "insertCompositionText", data, isComposing: true, bubbles: true, composed: true };
		target.dispatchEvent(new InputEvent("input", init));
		await pause(20);
	}
	target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true, composed: true, data: steps.at(-1) ?? "" }));
	await pause(100);
}

/** As the browser does: with the caret at the end, and without the key presses that it does not tell of. */
function write(target: HTMLElement, text: string): void {
	if (target instanceof HTMLTextAreaElement) {
		target.value = text;
		target.setSelectionRange(text.length, text.length);
		return;
	}
	const walker = document.createTreeWalker(target.querySelector(".cm-line:last-child") ?? target, NodeFilter.SHOW_TEXT);
	const nodes: Text[] = [];
	while (walker.nextNode()) nodes.push(walker.currentNode as Text);
	const last = nodes.at(-1);
	if (!last) throw new Error("There is no text to write in.");
	const before = nodes.slice(0, -1).reduce((sum, { data }) => sum + data.length, 0);
	last.data = text.slice(before);
	document.getSelection()?.collapse(last, last.data.length);
}
