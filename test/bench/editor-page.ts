// What the editor bench does in a page: an editor with a text of a given length, and the time from a key to what is painted of it.
import { catalogue } from "../../demo/catalogue.ts";
import { EditorElement } from "../../src/element/editor/editor-element.ts";

const line = 'country in ("US", "CA") and loyalty_points >= 500 and no orders (total > 90) and signed_up_at in last 30 days # why not';

let element: EditorElement;
const waits: number[] = [];

export const editorPage = {
	async open(kind: "code" | "plain", length: number): Promise<void> {
		if (!customElements.get("segql-editor")) customElements.define("segql-editor", EditorElement);
		element?.remove();
		element = document.createElement("segql-editor") as EditorElement;
		const lines: string[] = [];
		for (let size = 0; size < length; size += line.length + 5) lines.push(line.replace("500", String(500 + lines.length)));
		// What is typed must not be part of a comment.
		lines.push(line.split(" #")[0] ?? "");
		Object.assign(element, { editor: kind, catalogue, value: lines.join("\nand ") });
		document.body.append(element);
		await element.ready;
		while (element.surface !== kind) await new Promise((resolve) => setTimeout(resolve, 20));
		element.session.select({ from: element.value.length, to: element.value.length }, "host");
		element.focus();
		await new Promise((resolve) => setTimeout(resolve, 500));
		waits.length = 0;
		// The task after a frame's callbacks begins when the frame is painted.
		element.addEventListener(
			"keydown",
			({ timeStamp }) => {
				requestAnimationFrame(() => {
					const channel = new MessageChannel();
					channel.port1.onmessage = () => waits.push(performance.now() - timeStamp);
					channel.port2.postMessage(null);
				});
			},
			{ capture: true },
		);
	},

	/** Milliseconds of each key, and how many problems are shown at the end. */
	measured(): { readonly waits: readonly number[]; readonly length: number; readonly problems: number } {
		return { waits: [...waits], length: element.value.length, problems: element.renderRoot.querySelectorAll(".problems li").length };
	},
};
