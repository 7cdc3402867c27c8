import { expect } from "chai";
import { historyInput, historyKey } from "../../../src/element/guest/history-keys.ts";

describe("keys of the history", () => {
	const cases: readonly (readonly [keys: string, init: KeyboardEventInit, asked: string | undefined])[] = [
		["Ctrl+Z", { key: "z", ctrlKey: true }, "undo"],
		["⌘Z", { key: "z", metaKey: true }, "undo"],
		["Ctrl+Shift+Z", { key: "Z", ctrlKey: true, shiftKey: true }, "redo"],
		["⌘⇧Z", { key: "z", metaKey: true, shiftKey: true }, "redo"],
		["Ctrl+Y", { key: "y", ctrlKey: true }, "redo"],
		["⌘Y", { key: "y", metaKey: true }, undefined],
		["Ctrl+Shift+Y", { key: "Y", ctrlKey: true, shiftKey: true }, undefined],
		["Ctrl+Z with Caps Lock", { key: "Z", ctrlKey: true }, "undo"],
		["Ctrl+Z that an input method takes", { key: "z", ctrlKey: true, isComposing: true }, undefined],
		["Z", { key: "z" }, undefined],
		["Ctrl+Alt+Z", { key: "z", ctrlKey: true, altKey: true }, undefined],
		["Ctrl+⌘+Z", { key: "z", ctrlKey: true, metaKey: true }, undefined],
		["Ctrl+A", { key: "a", ctrlKey: true }, undefined],
	];
	for (const [keys, init, asked] of cases) {
		it(`${keys}: ${asked ?? "nothing"}`, () => expect(historyKey(new KeyboardEvent("keydown", init))).to.equal(asked));
	}

	it("menus and gestures ask by what they would do", () => {
		const asked = ["historyUndo", "historyRedo", "insertText"].map((inputType) =>
			historyInput(new InputEvent("beforeinput", { inputType })),
		);
		expect(asked).to.deep.equal(["undo", "redo", undefined]);
	});

	it("what somebody has dealt with already asks for nothing", () => {
		const event = new KeyboardEvent("keydown", { key: "z", ctrlKey: true, cancelable: true });
		event.preventDefault();
		expect(historyKey(event)).to.equal(undefined);
	});
});
