// The form control of the elements, with a bare text area as its view.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { expect } from "chai";
import { FormElement } from "../../../src/element/guest/form-element.ts";

class PlainElement extends FormElement<{ readonly label: string }> {
	constructor() {
		super({ english: { label: "Text" }, others: {} });
	}
	override get textTarget(): HTMLElement | undefined {
		return this.renderRoot.querySelector("textarea") ?? undefined;
	}
	protected override render(): TemplateResult {
		return html`<div><textarea aria-label=${this.say.label} .value=${live(this.value)} @input=${this.#typed}></textarea></div>`;
	}
	#typed(): void {
		const text = (this.textTarget as HTMLTextAreaElement).value;
		this.session.edit([{ span: { from: 0, to: this.value.length }, text }], { origin: "editor" });
	}
}
customElements.define("test-plain", PlainElement);

const catalogue = { timezone: "UTC", fields: [{ name: "points", type: "number" }] } as const;

describe("a form control", () => {
	let form: HTMLFormElement;
	let fieldset: HTMLFieldSetElement;
	let element: PlainElement;

	beforeEach(async () => {
		form = document.createElement("form");
		fieldset = document.createElement("fieldset");
		form.append(fieldset);
		document.body.append(form);
		element = document.createElement("test-plain") as PlainElement;
		element.name = "who";
		element.catalogue = catalogue;
	});
	afterEach(() => form.remove());

	async function place(attributes: Readonly<Record<string, string>> = {}): Promise<void> {
		for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
		fieldset.append(element);
		await element.ready;
		await element.updateComplete;
	}
	const area = (): HTMLTextAreaElement => element.renderRoot.querySelector("textarea") as HTMLTextAreaElement;
	const write = (text: string): void => {
		area().value = text;
		area().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
	};
	const sent = () => new FormData(form).get("who");
	const has = (state: string): boolean => element.matches(`:state(${state})`);

	it("is sent with the form under its name, as it is written", async () => {
		await place({ value: "points > 1" });
		expect(sent()).to.equal("points > 1");
		write("points > 2 # ≥ 🙂");
		expect(sent()).to.equal("points > 2 # ≥ 🙂");
		element.value = "points > 3";
		expect(sent()).to.equal("points > 3");
		element.name = "";
		await element.updateComplete;
		expect([...new FormData(form).keys()]).to.deep.equal([]);
	});

	it("takes null and undefined as no text, as what a page sets that has none yet", async () => {
		await place({ value: "points > 1" });
		for (const none of [undefined, null]) {
			element.value = "points > 2";
			element.value = none;
			expect([element.value, sent()]).to.deep.equal(["", ""]);
			element.replaceText("points > 2");
			element.replaceText(none);
			expect([element.value, sent()]).to.deep.equal(["", ""]);
			element.defaultValue = "points > 3";
			element.defaultValue = none;
			form.reset();
			expect([element.value, element.defaultValue, element.getAttribute("value")]).to.deep.equal(["", "", ""]);
			element.name = none;
			expect([element.name, element.hasAttribute("name")]).to.deep.equal(["", false]);
			element.name = "who";
		}
		element.value = 5 as unknown as string;
		expect(element.value, "what is no text otherwise, as String() says").to.equal("5");
	});

	it("belongs to its form and its labels", async () => {
		await place({ id: "who" });
		const label = document.createElement("label");
		label.htmlFor = "who";
		fieldset.append(label);
		expect(element.form).to.equal(form);
		expect([...form.elements]).to.include(element);
		expect([...element.labels]).to.deep.equal([label]);
		expect(element.type).to.equal("test-plain");
	});

	it("the attribute is the text until there is another, as in <input>", async () => {
		await place({ value: "points > 1" });
		element.setAttribute("value", "points > 2");
		expect([element.value, element.defaultValue]).to.deep.equal(["points > 2", "points > 2"]);
		write("points > 3");
		element.defaultValue = "points > 4";
		expect([element.value, element.getAttribute("value")]).to.deep.equal(["points > 3", "points > 4"]);
		element.removeAttribute("value");
		expect([element.value, element.defaultValue]).to.deep.equal(["points > 3", ""]);
	});

	it("a reset gives the attribute's text back, and begins a new history", async () => {
		await place({ value: "points > 1" });
		write("points > 2");
		form.reset();
		expect([element.value, sent(), element.session.canUndo]).to.deep.equal(["points > 1", "points > 1", false]);
		element.setAttribute("value", "points > 5");
		expect(element.value).to.equal("points > 5");
		await element.updateComplete;
		expect(area().value).to.equal("points > 5");
	});

	it("a text that the page offers is one step, which gives what was written before back", async () => {
		await place({ value: "points > 1" });
		const told: string[] = [];
		element.addEventListener("segql-change", (event) => told.push((event as CustomEvent<{ text: string }>).detail.text));
		write("points > 2 # mine");
		element.replaceText("points > 3\r\nand points < 9");
		expect([element.value, sent()]).to.deep.equal(["points > 3\nand points < 9", "points > 3\nand points < 9"]);
		expect(element.session.selection).to.deep.equal({ from: 25, to: 25 });
		element.replaceText(element.value);
		element.session.undo();
		expect([element.value, sent()]).to.deep.equal(["points > 2 # mine", "points > 2 # mine"]);
		element.session.undo();
		expect([element.value, element.session.canUndo]).to.deep.equal(["points > 1", false]);
		expect(told).to.deep.equal(["points > 2 # mine", "points > 2 # mine", "points > 1"]);
	});

	it("an empty text is fine, and missing where one is required", async () => {
		await place();
		expect(element.checkValidity()).to.equal(true);
		expect([has("empty"), has("invalid")]).to.deep.equal([true, false]);
		element.required = true;
		await element.updateComplete;
		expect(element.validity.valueMissing).to.equal(true);
		expect(element.validationMessage).to.equal("Write who is in this segment.");
		expect([form.checkValidity(), has("invalid"), element.matches(":invalid")]).to.deep.equal([false, true, true]);
		write(" \n");
		expect(element.validity.valueMissing).to.equal(true);
		write("points > 1");
		expect([form.checkValidity(), has("invalid"), has("empty")]).to.deep.equal([true, false, false]);
	});

	it("says what is missing in the language of its place", async () => {
		form.lang = "de";
		await place({ required: "" });
		while (element.validationMessage.startsWith("Write")) await new Promise((resolve) => setTimeout(resolve, 5));
		expect(element.validationMessage).to.equal("Schreiben Sie, wer zu diesem Segment gehört.");
	});

	it("a text with an error is not sent; the message is the first error's", async () => {
		await place();
		write("pints > 1 and points >");
		expect(element.validity.customError).to.equal(true);
		expect(element.validationMessage).to.equal('There is no field "pints". Did you mean "points"?');
		expect(form.checkValidity()).to.equal(false);
		write("points > 1");
		expect([form.checkValidity(), element.validationMessage]).to.deep.equal([true, ""]);
	});

	it("an error of the host's own comes first, until it is taken back", async () => {
		await place({ value: "points > 1" });
		element.setCustomValidity("Somebody else saved another text meanwhile.");
		expect([form.checkValidity(), element.validationMessage]).to.deep.equal([false, "Somebody else saved another text meanwhile."]);
		element.setCustomValidity("");
		expect(form.checkValidity()).to.equal(true);
	});

	it("reporting focuses the text; only checking does not", async () => {
		await place({ required: "" });
		form.checkValidity();
		expect(element.checkValidity()).to.equal(false);
		expect(document.activeElement).to.equal(document.body);
		expect(element.reportValidity()).to.equal(false);
		expect(document.activeElement).to.equal(element);
		expect(element.shadowRoot?.activeElement).to.equal(area());
	});

	it("an invalid control keeps the form from being sent", async () => {
		await place({ required: "" });
		let submits = 0;
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			submits++;
		});
		form.requestSubmit();
		expect(submits).to.equal(0);
		expect(document.activeElement).to.equal(element);
		write("points > 1");
		form.requestSubmit();
		expect(submits).to.equal(1);
	});

	it("disabled by itself or by a fieldset, it is neither changed nor reached nor sent", async () => {
		await place({ value: "points > 1" });
		const off = async () => {
			await element.updateComplete;
			element.session.edit([{ span: { from: 0, to: 0 }, text: "x" }], { origin: "editor" });
			return [sent(), element.value, area().closest("div")?.inert, element.matches(":disabled"), element.willValidate];
		};
		fieldset.disabled = true;
		expect(await off()).to.deep.equal([null, "points > 1", true, true, false]);
		fieldset.disabled = false;
		element.disabled = true;
		expect(await off()).to.deep.equal([null, "points > 1", true, true, false]);
		element.disabled = false;
		expect(await off()).to.deep.equal(["xpoints > 1", "xpoints > 1", false, false, true]);
	});

	it("read only, it is sent and not changed, and nothing is wrong with it", async () => {
		await place({ value: "pints > 1", readonly: "" });
		write("points > 1");
		expect([element.value, sent(), has("locked"), element.willValidate]).to.deep.equal(["pints > 1", "pints > 1", true, false]);
		element.readOnly = false;
		await element.updateComplete;
		write("points > 1");
		expect([element.value, has("locked")]).to.deep.equal(["points > 1", false]);
	});

	it("the browser gives a text back that somebody had written", async () => {
		await place({ value: "points > 1" });
		(element as unknown as { formStateRestoreCallback(state: string, reason: string): void }).formStateRestoreCallback(
			"points > 9",
			"restore",
		);
		expect([element.value, sent()]).to.deep.equal(["points > 9", "points > 9"]);
	});

	it("what a page set before the element was defined counts", async () => {
		const early = document.createElement("test-late");
		Object.assign(early, { value: "points > 1", catalogue, required: true, name: "who" });
		fieldset.append(early);
		customElements.define("test-late", class extends PlainElement {});
		const late = early as PlainElement;
		await late.ready;
		await late.updateComplete;
		expect([late.value, late.session.compiled?.ok, late.required, sent()]).to.deep.equal(["points > 1", true, true, "points > 1"]);
		late.value = "points > 2";
		expect(sent()).to.equal("points > 2");
	});

	it("gives a text to its form once, however often it is drawn", async () => {
		await place({ value: "points > 1" });
		const { setFormValue } = ElementInternals.prototype;
		const given: unknown[] = [];
		ElementInternals.prototype.setFormValue = function (...values: Parameters<typeof setFormValue>) {
			given.push(values[0]);
			setFormValue.apply(this, values);
		};
		try {
			write("points > 2");
			await element.updateComplete;
			element.requestUpdate();
			await element.updateComplete;
			write("points > 3");
			expect([given, sent()]).to.deep.equal([["points > 2", "points > 3"], "points > 3"]);
			form.reset();
			await element.updateComplete;
			expect([given.length, sent()]).to.deep.equal([3, "points > 1"]);
		} finally {
			ElementInternals.prototype.setFormValue = setFormValue;
		}
	});

	it("tells people's changes, and not the host's", async () => {
		await place();
		const told: string[] = [];
		document.addEventListener("segql-change", (event) => told.push((event as CustomEvent<{ text: string }>).detail.text));
		element.value = "points > 1";
		write("points > 2");
		element.session.undo();
		expect(told).to.deep.equal(["points > 2", "points > 1"]);
	});
});

describe("the seed system's conditions as a value", () => {
	const condition = { field: "points", operator: "greater_than", value: 10 } as const;
	let element: PlainElement;
	beforeEach(() => {
		element = document.createElement("test-plain") as PlainElement;
		document.body.append(element);
	});
	afterEach(() => element.remove());

	it("are the text, as soon as there is a catalogue to read them with", async () => {
		element.conditions = [condition];
		await element.ready;
		expect(element.value).to.equal("");
		element.catalogue = catalogue;
		expect(element.value).to.equal("points > 10");
		expect(element.conditions).to.deep.equal([condition]);
		element.conditions = [condition, { field: "points", operator: "exists", value: [] }];
		expect(element.value).to.equal("points > 10\nand points is set");
		expect(element.rule).to.be.an("object");
	});

	it("are given up for a text that is set before they could be read", async () => {
		element.conditions = [condition];
		element.value = "points > 1";
		element.catalogue = catalogue;
		await element.ready;
		expect(element.value).to.equal("points > 1");
	});

	it("that have no text leave the text alone, and are told with their problems", async () => {
		element.catalogue = catalogue;
		await element.ready;
		element.value = "points > 1";
		let problems: unknown;
		element.addEventListener("segql-conditions-refused", (event) => {
			problems = (event as CustomEvent).detail.problems;
		});
		element.conditions = [{ ...condition, field: "__proto__" }];
		expect(element.value).to.equal("points > 1");
		expect(problems).to.deep.equal([
			{ pointer: "/conditions/0/field", message: 'There is no field "__proto__" in the catalogue. Add it or use another.' },
		]);
	});

	it("a text that the seed system cannot say has none, with the reasons", async () => {
		element.catalogue = catalogue;
		await element.ready;
		element.value = "points > 1 or points is missing";
		expect(element.conditions).to.equal(undefined);
		expect(element.withoutConditions).to.deep.equal([
			{ span: { from: 0, to: 31 }, reason: 'The seed system joins conditions by "and" only.' },
		]);
	});
});
