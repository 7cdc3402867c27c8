import { expect } from "chai";
import { createElement } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { StudioElement } from "../../../src/element/define.ts";
import "../../../src/element/define.ts";
import { until } from "../host-page.ts";
import { SegmentPage } from "./react-page.tsx";

describe("the example in React", () => {
	let place: HTMLElement;
	let root: Root;

	before(async () => {
		place = document.createElement("main");
		document.body.append(place);
		root = createRoot(place);
		root.render(createElement(SegmentPage));
		await until(() => studio() !== null, "the studio");
		await studio().ready;
		await studio().updateComplete;
	});
	after(() => {
		root.unmount();
		place.remove();
	});

	const studio = () => place.querySelector("segql-studio") as StudioElement;
	const output = () => place.querySelector("output")?.textContent;
	const state = () => studio().renderRoot.querySelector<HTMLElement>("[part~=saved-state]")?.innerText.trim();

	it("gives properties, not attributes", async () => {
		expect([studio().value, studio().view, studio().catalogue?.fields?.length]).to.deep.equal(["points >= 5", "text", 1]);
		await until(() => studio().session.counts.kind === "exact", "a count");
		expect(state()).to.equal("Saved");
	});

	it("hears of changes and gives the text back without losing the history", async () => {
		studio().session.edit([{ span: { from: 10, to: 11 }, text: "7" }], { origin: "editor" });
		await until(() => output() === "points >= 7", "the new text");
		await until(() => state() === "Changed", "the state");
		expect(studio().session.canUndo).to.equal(true);
		studio().session.undo();
		await until(() => output() === "points >= 5", "the old text");
	});

	it("puts the host's button where it belongs, and it sends the form", async () => {
		studio().session.edit([{ span: { from: 10, to: 11 }, text: "8" }], { origin: "editor" });
		await until(() => output() === "points >= 8", "the new text");
		(place.querySelector("button[slot=actions]") as HTMLButtonElement).click();
		await until(() => state() === "Saved", "the state");
		expect(studio().saved).to.equal("points >= 8");
	});

	it("takes its element away without a trace", async () => {
		const { session } = studio();
		root.unmount();
		expect(place.childElementCount).to.equal(0);
		session.reset("points > 1");
		expect(session.counts.kind).to.equal("idle");
	});
});
