// Words that a field of the builder refuses, as forms know them: what stands there was not saved, and nobody may believe that it was.
import { sendKeys, sendMouse } from "@web/test-runner-commands";
import { expect } from "chai";
import { EditorElement } from "../../../src/element/editor/editor-element.ts";
import { press } from "../press.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

if (!customElements.get("segql-editor")) customElements.define("segql-editor", EditorElement);

const noNumber = "Write a number, for example 12 or 9.5.";
const noDate = "Write a date of the years 1900 to 2299.";

const isWebKit = navigator.userAgent.includes("AppleWebKit") && !navigator.userAgent.includes("Chrom");

describe("<segql-builder>: words that a field refuses, in a form", () => {
	let page: BuilderPage;
	let form: HTMLFormElement;
	let name: HTMLInputElement;
	let send: HTMLButtonElement;
	let sent: (FormDataEntryValue | null)[];

	const place = async (text: string): Promise<void> => {
		page = await builderPage(text);
		page.element.name = "who";
		form = document.createElement("form");
		name = document.createElement("input");
		name.name = "name";
		send = document.createElement("button");
		send.textContent = "Save";
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			sent.push(new FormData(form).get("who"));
		});
		sent = [];
		form.append(name, page.element, send);
		document.body.append(form);
		await page.drawn();
	};
	afterEach(() => form.remove());

	const field = (row = "0", control = "value-0"): HTMLInputElement => page.control(row, control);
	const typeOver = async (words: string, row = "0", control = "value-0"): Promise<void> => {
		field(row, control).focus();
		field(row, control).select();
		await sendKeys({ type: words });
		await page.drawn();
	};
	const leave = async (): Promise<void> => {
		await press("Tab");
		await page.drawn();
	};
	const refuse = async (words = "12abc"): Promise<void> => {
		await typeOver(words);
		await leave();
		expect([field().value, page.element.validity.badInput]).to.deep.equal([words, true]);
	};
	const state = () => [
		page.element.validity.badInput,
		page.element.validationMessage,
		form.checkValidity(),
		page.element.matches(":invalid"),
		page.element.matches(":state(invalid)"),
	];
	const bad = (sentence = noNumber) => [true, sentence, false, true, true];
	const good = [false, "", true, false, false];

	it("makes it invalid with the sentence of the field, and valid again when that is mended", async () => {
		await place("points >= 5");
		expect(state()).to.deep.equal(good);
		await typeOver("12abc");
		await leave();
		expect([page.text(), field().value, page.all(".refusal").map((each) => each.innerText)]).to.deep.equal([
			"points >= 5",
			"12abc",
			[noNumber],
		]);
		expect(state()).to.deep.equal(bad());
		expect(new FormData(form).get("who")).to.equal("points >= 5");
		field().focus();
		const heard: boolean[] = [];
		page.element.addEventListener("segql-change", () => heard.push(page.element.checkValidity()));
		await press("End", "Backspace", "Backspace", "Backspace");
		await page.drawn();
		expect([page.text(), heard, ...state()]).to.deep.equal(["points >= 12", [true], ...good]);
		await leave();
		expect([page.text(), ...state()]).to.deep.equal(["points >= 12", ...good]);
	});

	it("is not sent, by Enter, by a click or by a script, and the focus goes to the field", async () => {
		await place("seats = 1 and points >= 5");
		await typeOver("12abc", "1");
		const expectUnsent = async () => {
			await page.drawn();
			expect([sent, document.activeElement?.localName, page.focused()]).to.deep.equal([
				[],
				"segql-builder",
				`${page.rowAt("1").id}/value-0`,
			]);
		};
		name.focus();
		await press("Enter");
		await expectUnsent();
		send.focus();
		await press("Enter");
		await expectUnsent();
		const { x, y, width, height } = send.getBoundingClientRect();
		// WebKitGTK's driver has no mouse.
		if (isWebKit) send.click();
		else await sendMouse({ type: "click", position: [Math.round(x + width / 2), Math.round(y + height / 2)] });
		await expectUnsent();
		name.focus();
		form.requestSubmit();
		await expectUnsent();
		expect(page.element.reportValidity()).to.equal(false);
		await typeOver("12", "1");
		name.focus();
		await press("Enter");
		expect(sent).to.deep.equal(["seats = 1 and points >= 12"]);
	});

	it("is not sent from the field itself, either: what cannot be read is refused before it is left", async () => {
		await place("points >= 5");
		await typeOver("12abc");
		form.requestSubmit();
		expect([sent, page.focused(), page.all(".refusal")]).to.deep.equal([[], `${page.rowAt("0").id}/value-0`, []]);
		expect(state()).to.deep.equal(bad());
		await press("Backspace", "Backspace", "Backspace");
		form.requestSubmit();
		expect([sent, ...state()]).to.deep.equal([["points >= 12"], ...good]);
	});

	it("keeps every sentence until its own field is mended, the first one first", async () => {
		await place("points in (1)\nand seats >= 2");
		await typeOver("x", "1");
		await leave();
		await typeOver("abc", "0", "entry");
		await leave();
		expect(state()).to.deep.equal(bad("abc: write numbers only, for example 12, 20."));
		expect(page.element.reportValidity()).to.equal(false);
		expect(page.focused()).to.equal(`${page.rowAt("0").id}/entry`);
		await typeOver("7", "0", "entry");
		await leave();
		expect([page.text(), ...state()]).to.deep.equal(["points in (1, 7)\nand seats >= 2", ...bad()]);
		await press("Escape");
		field("1").focus();
		await press("Escape");
		await page.drawn();
		expect([field("1").value, ...state()]).to.deep.equal(["2", ...good]);
	});

	describe("is over, and whoever asks at once is told so,", () => {
		it("when its row is removed", async () => {
			await place("points >= 5\nand seats = 1");
			await refuse();
			const seen: boolean[] = [];
			page.element.addEventListener("segql-change", () => seen.push(page.element.checkValidity()));
			page.control("0", "remove").focus();
			await press("Enter");
			await page.drawn();
			expect([page.text(), seen, ...state()]).to.deep.equal(["seats = 1", [true], ...good]);
		});

		it("when its value is another one, written elsewhere", async () => {
			await place("points >= 5\nand seats = 1");
			await refuse();
			page.element.session.edit([{ span: { from: 24, to: 25 }, text: "2" }], { origin: "editor" });
			expect([page.text(), ...state()]).to.deep.equal(["points >= 5\nand seats = 2", ...bad()]);
			await page.drawn();
			expect(state()).to.deep.equal(bad());
			page.element.session.edit([{ span: { from: 10, to: 11 }, text: "6" }], { origin: "editor" });
			expect([page.text(), ...state()]).to.deep.equal(["points >= 6\nand seats = 2", ...good]);
			await page.drawn();
			expect([field().value, ...state()]).to.deep.equal(["6", ...good]);
		});

		it("when undo brings its value before back", async () => {
			await place("points >= 5");
			await typeOver("7");
			await leave();
			await refuse();
			page.control("0", "operator").focus();
			await press("Control+z");
			expect([page.text(), ...state()]).to.deep.equal(["points >= 5", ...good]);
			await page.drawn();
			expect(field().value).to.equal("5");
		});

		it("when its field goes with another operator, or its group with its rows", async () => {
			await place("at least 2 of (points >= 5, seats = 1)");
			await typeOver("many", "0", "count");
			await leave();
			expect(state()).to.deep.equal(bad());
			await page.choose("0", "quantity", "Any of these");
			expect([page.text(), ...state()]).to.deep.equal(["any of (points >= 5, seats = 1)", ...good]);
			await typeOver("x", "0.0");
			await leave();
			expect(state()).to.deep.equal(bad());
			await page.choose("0.0", "operator", "is set");
			expect([page.text(), ...state()]).to.deep.equal(["any of (points is set, seats = 1)", ...good]);
			await typeOver("x", "0.1");
			await leave();
			expect(state()).to.deep.equal(bad());
			page.element.session.edit([{ span: { from: 0, to: page.text().length }, text: "opted_in" }], { origin: "editor" });
			expect(state()).to.deep.equal(good);
		});

		it("when its field is folded away", async () => {
			await place("points >= 5");
			await page.click("0", "more");
			await page.write("0", "as-text", "(points");
			expect(page.element.matches(":invalid")).to.equal(true);
			await page.click("0", "more");
			expect(page.element.matches(":invalid")).to.equal(false);
		});

		it("when the form is reset to the text that it has", async () => {
			await place("points >= 5");
			page.element.defaultValue = "points >= 5";
			await refuse();
			form.reset();
			expect(state()).to.deep.equal(good);
			await page.drawn();
			expect([field().value, page.all(".refusal")]).to.deep.equal(["5", []]);
			await typeOver("12abc");
			form.reset();
			await page.drawn();
			expect([field().value, ...state()]).to.deep.equal(["5", ...good]);
		});

		it("when the host sets another text, and not when it sets the same one again", async () => {
			await place("points >= 5");
			await refuse();
			page.element.value = "points >= 5";
			expect(state()).to.deep.equal(bad());
			page.element.value = "points >= 6";
			expect(state()).to.deep.equal(good);
		});

		it("when nobody may change it any more", async () => {
			await place("points >= 5");
			await refuse();
			page.element.readOnly = true;
			await page.drawn();
			expect([field().value, page.all(".refusal")]).to.deep.equal(["5", []]);
			page.element.readOnly = false;
			await page.drawn();
			expect([field().value, ...state()]).to.deep.equal(["5", ...good]);
		});
	});

	it("leaves the text as it is written, were it written in another way than the field would", async () => {
		await place("points >= 5.0 and seen_at before 2026-05-01T10:00:00.5Z");
		await typeOver("x");
		await leave();
		field("1").focus();
		await press("Delete");
		send.focus();
		await page.drawn();
		expect([page.text(), page.element.session.canUndo, ...state()]).to.deep.equal([
			"points >= 5.0 and seen_at before 2026-05-01T10:00:00.5Z",
			false,
			...bad(),
		]);
	});

	it("comes after a reason of the host's own, and before what is wrong with the text", async () => {
		await place("points >= ? and pints = 1");
		await typeOver("x");
		await leave();
		expect(state()).to.deep.equal(bad());
		page.element.setCustomValidity("Somebody else has saved meanwhile.");
		expect([page.element.validity.customError, page.element.validationMessage]).to.deep.equal([true, "Somebody else has saved meanwhile."]);
		page.element.setCustomValidity("");
		expect(state()).to.deep.equal(bad());
	});

	describe("beside an editor of the same text", () => {
		let editor: EditorElement;
		const share = async (before: Node | null): Promise<void> => {
			editor = document.createElement("segql-editor") as EditorElement;
			editor.editor = "plain";
			editor.session = page.element.session;
			form.insertBefore(editor, before);
			await editor.updateComplete;
		};

		it("is the builder's to tell where both are in the form", async () => {
			await place("points >= 5");
			await share(page.element);
			await refuse();
			expect([editor.checkValidity(), page.element.checkValidity()]).to.deep.equal([true, false]);
			form.requestSubmit();
			expect([sent, page.focused()]).to.deep.equal([[], `${page.rowAt("0").id}/value-0`]);
		});

		it("keeps the editor's text from being sent where only that is in the form, while the builder is there", async () => {
			await place("points >= 5");
			await share(page.element);
			document.body.append(page.element);
			await page.drawn();
			await refuse();
			expect([editor.validity.badInput, editor.validationMessage]).to.deep.equal([true, noNumber]);
			form.requestSubmit();
			expect([sent, document.activeElement === editor]).to.deep.equal([[], true]);
			page.element.remove();
			expect([editor.validity.badInput, editor.checkValidity()]).to.deep.equal([false, true]);
			document.body.append(page.element);
			await page.drawn();
			expect([field().value, editor.checkValidity(), page.element.checkValidity()]).to.deep.equal(["5", true, true]);
			await refuse();
			expect(editor.checkValidity()).to.equal(false);
			page.element.session = document.createElement("segql-editor").session;
			await page.drawn();
			expect(editor.checkValidity()).to.equal(true);
			page.remove();
		});
	});

	describe("dates", () => {
		/** Month, day and year, as the engines under test show them. The focus goes on from a part that is full, but in WebKit. */
		const typeDate = async (...parts: readonly string[]): Promise<void> => {
			field().focus();
			for (const [index, part] of parts.entries()) {
				if (index > 0 && isWebKit) await press("ArrowRight");
				await press(...part);
			}
			await page.drawn();
		};

		it("that there are not are refused like numbers that are none", async () => {
			await place("birthday before 2001-02-03");
			await typeDate("02", "31", "2001");
			expect([page.text(), ...state()]).to.deep.equal(["birthday before 2001-02-03", ...bad(noDate)]);
			send.focus();
			await page.drawn();
			const refusals = () => page.all(".refusal").map((each) => each.innerText);
			expect([page.text(), field().getAttribute("aria-invalid"), refusals()]).to.deep.equal([
				"birthday before 2001-02-03",
				"true",
				[noDate],
			]);
			expect(field().validity.badInput, "what was typed stands there").to.equal(true);
			await press("Enter");
			expect([sent, page.focused()]).to.deep.equal([[], `${page.rowAt("0").id}/value-0`]);
			await typeDate("02", "28", "2001");
			expect([page.text(), ...state()]).to.deep.equal(["birthday before 2001-02-28", ...good]);
			send.focus();
			await page.drawn();
			await press("Enter");
			expect([sent, refusals(), field().value]).to.deep.equal([["birthday before 2001-02-28"], [], "2001-02-28"]);
			page.element.session.undo();
			expect([page.text(), page.element.session.canUndo]).to.deep.equal(["birthday before 2001-02-03", false]);
		});

		it("are given up with Escape and with a reset, also where there was none", async () => {
			/** A month without a day. */
			const half = () => press("Delete", "ArrowRight", "Delete", "ArrowLeft", "1", "1");
			for (const text of ["birthday before 2001-02-03", "birthday before ?"]) {
				await place(text);
				page.element.defaultValue = text;
				const shown = text.includes("?") ? "" : "2001-02-03";
				const expectGivenUp = async () => {
					await page.drawn();
					expect([page.text(), field().value, field().validity.badInput, page.element.validity.badInput]).to.deep.equal([
						...[text, shown],
						...[false, false],
					]);
					expect(page.all(".refusal")).to.deep.equal([]);
				};
				for (const isLeft of [false, true]) {
					field().focus();
					await half();
					if (isLeft) send.focus();
					await page.drawn();
					expect([field().validity.badInput, page.element.validity.badInput]).to.deep.equal([true, isLeft || shown !== ""]);
					field().focus();
					await press("Escape");
					await expectGivenUp();
					send.focus();
				}
				field().focus();
				await half();
				send.focus();
				form.reset();
				await expectGivenUp();
				form.remove();
			}
		});

		it("that are half written are refused too, where there was one and where there was none", async () => {
			for (const text of ["birthday before 2001-02-03", "birthday before ?"]) {
				await place(text);
				field().focus();
				await press("Delete", "ArrowRight", "Delete", "ArrowRight", "1");
				send.focus();
				await page.drawn();
				const sentences = page.all(".refusal").map((each) => each.innerText);
				expect([page.text(), sentences, ...state()]).to.deep.equal([text, [noDate], ...bad(noDate)]);
				form.remove();
			}
		});

		it("of years that nobody means are refused when they are left", async () => {
			await place("birthday before 2001-02-03");
			await typeDate("02", "03", "0020");
			send.focus();
			await page.drawn();
			expect([page.text(), field().value, ...state()]).to.deep.equal(["birthday before 2001-02-03", "0020-02-03", ...bad(noDate)]);
		});

		it("that are taken away are missing, as numbers are", async () => {
			for (const [before, after] of [
				["birthday before 2001-02-03", "birthday before ?"],
				["seen_at before 2026-05-01T10:00:00+02:00", "seen_at before ?"],
			] as const) {
				await place(before);
				field().focus();
				for (let part = 0; part < 6; part++) await press("Delete", "ArrowRight");
				send.focus();
				await page.drawn();
				expect([page.text(), page.element.validity.badInput]).to.deep.equal([after, false]);
				page.element.session.undo();
				expect([page.text(), page.element.session.canUndo]).to.deep.equal([before, false]);
				form.remove();
			}
		});

		it("and times of day that there are not", async () => {
			await place("seen_at before 2026-05-01T10:00:00+02:00");
			await typeDate("02", "31", "2026");
			send.focus();
			await page.drawn();
			expect([page.text(), ...state()]).to.deep.equal(["seen_at before 2026-05-01T10:00:00+02:00", ...bad(noDate)]);
		});
	});

	it("a segment's name that no text can hold stays where it was typed", async () => {
		await place('in segment "vip"');
		await page.write("0", "entry", "a\ud800");
		expect([page.text(), field("0", "entry").value, ...state()]).to.deep.equal([
			...['in segment "vip"', "a\ud800"],
			...bad("This name holds a character that not every engine can store. Choose another segment."),
		]);
	});
});
