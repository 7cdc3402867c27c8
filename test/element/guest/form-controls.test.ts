// The editor and the builder as the form controls that they are: what is common to all is tested in form-element.test.ts.
import { expect } from "chai";
import { BuilderElement } from "../../../src/element/builder/builder-element.ts";
import { EditorElement } from "../../../src/element/editor/editor-element.ts";

if (!customElements.get("segql-editor")) customElements.define("segql-editor", EditorElement);
if (!customElements.get("segql-builder")) customElements.define("segql-builder", BuilderElement);

const catalogue = { timezone: "UTC", fields: [{ name: "points", type: "number" }] } as const;

for (const tag of ["segql-editor", "segql-builder"] as const) {
	describe(`<${tag}> in a form`, () => {
		let form: HTMLFormElement;
		let element: EditorElement | BuilderElement;

		beforeEach(async () => {
			form = document.createElement("form");
			form.innerHTML = `<${tag} name="who" value="points &gt; 1" required></${tag}>`;
			element = form.firstElementChild as EditorElement | BuilderElement;
			element.catalogue = catalogue;
			document.body.append(form);
			await settled();
		});
		afterEach(() => form.remove());

		const settled = async (): Promise<void> => {
			await element.ready;
			await element.updateComplete;
			await element.updateComplete;
		};
		const change = (text: string): void =>
			element.session.edit([{ span: { from: 0, to: element.value.length }, text }], {
				origin: tag === "segql-editor" ? "editor" : "builder",
			});
		const controls = () => [...element.renderRoot.querySelectorAll<HTMLElement>("input, select, textarea, button, .cm-content")];

		it("is sent and reset", () => {
			expect(new FormData(form).get("who")).to.equal("points > 1");
			change("points > 2");
			expect(new FormData(form).get("who")).to.equal("points > 2");
			form.reset();
			expect([element.value, new FormData(form).get("who")]).to.deep.equal(["points > 1", "points > 1"]);
		});

		it("is invalid without a text and with errors, and reporting goes into it", async () => {
			change("pints > 1");
			expect(element.validationMessage).to.equal('There is no field "pints". Did you mean "points"?');
			change("");
			await settled();
			expect(form.checkValidity()).to.equal(false);
			expect(document.activeElement).to.equal(document.body);
			expect(form.reportValidity()).to.equal(false);
			expect(document.activeElement).to.equal(element);
			expect(element.shadowRoot?.activeElement).to.equal(element.textTarget);
			change("points > 1");
			expect(form.checkValidity()).to.equal(true);
		});

		it("disabled, nothing of it can be focused; enabled again, it can", async () => {
			element.disabled = true;
			await settled();
			for (const control of controls()) control.focus();
			expect(document.activeElement).to.equal(document.body);
			expect(new FormData(form).get("who")).to.equal(null);
			element.disabled = false;
			await settled();
			element.focus();
			expect(document.activeElement).to.equal(element);
		});

		it("read only, it is shown, and nothing in it changes it", async () => {
			element.readOnly = true;
			await settled();
			change("points > 2");
			expect(element.value).to.equal("points > 1");
			const writable = controls().filter((control) =>
				control instanceof HTMLTextAreaElement ? !control.readOnly : control.matches(":enabled:is(input, select)"),
			);
			expect(writable).to.deep.equal([]);
			element.readOnly = false;
			await settled();
			change("points > 2");
			expect(element.value).to.equal("points > 2");
		});
	});
}
