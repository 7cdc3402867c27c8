// A page of its own: nothing else here imports define.ts.
import { expect } from "chai";
import { SegmentElement } from "../../src/element/index.ts";

describe("segql/element", () => {
	it("registers nothing by itself; a host may choose the name", () => {
		expect(customElements.get("segql-segment")).to.equal(undefined);
		customElements.define("my-segment", class extends SegmentElement {});
		expect(document.createElement("my-segment")).to.be.instanceOf(SegmentElement);
	});

	it("defining twice, or after another copy did, is fine", async () => {
		class Other extends HTMLElement {}
		customElements.define("segql-segment", Other);
		await import("../../src/element/define.ts");
		expect(customElements.get("segql-segment")).to.equal(Other);
	});
});
