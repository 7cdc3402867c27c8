// A page of its own: nothing else here imports define.ts.
import { expect } from "chai";
import { BuilderElement, EditorElement, PreviewElement, StudioElement } from "../../src/element/index.ts";

const classes = {
	"segql-editor": EditorElement,
	"segql-builder": BuilderElement,
	"segql-preview": PreviewElement,
	"segql-studio": StudioElement,
};

describe("segql/element", () => {
	it("registers nothing by itself", () => {
		for (const name of Object.keys(classes)) expect(customElements.get(name), name).to.equal(undefined);
	});

	it("a host may choose the name, and the parts of a studio find names for themselves", async () => {
		customElements.define("my-editor", class extends EditorElement {});
		expect(document.createElement("my-editor")).to.be.instanceOf(EditorElement);
		customElements.define("segql-builder", class extends HTMLElement {});
		customElements.define("my-preview", PreviewElement);
		customElements.define("my-studio", class extends StudioElement {});
		const studio = document.createElement("my-studio") as StudioElement;
		document.body.append(studio);
		await studio.updateComplete;
		const parts = [...studio.renderRoot.querySelectorAll(".pane > *")];
		expect(parts.map(({ localName }) => localName)).to.deep.equal(["segql-editor", "segql-builder-2", "my-preview"]);
		for (const [index, made] of [EditorElement, BuilderElement, PreviewElement].entries()) expect(parts[index]).to.be.instanceOf(made);
		studio.remove();
	});

	it("a second studio has parts of the same names", async () => {
		const studio = document.createElement("my-studio") as StudioElement;
		document.body.append(studio);
		await studio.updateComplete;
		expect([...studio.renderRoot.querySelectorAll(".pane > *")].map(({ localName }) => localName)).to.deep.equal([
			...["segql-editor", "segql-builder-2", "my-preview"],
		]);
		studio.remove();
	});

	it("defining after another copy did is fine: who has a name keeps it", async () => {
		const before = customElements.get("segql-builder");
		await import("../../src/element/define.ts");
		expect(customElements.get("segql-builder")).to.equal(before);
		expect(customElements.get("segql-studio")).to.equal(StudioElement);
	});
});
