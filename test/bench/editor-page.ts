// What the editor bench does in a page: a text of a given length in an editor, or in a text area and nothing else, and what happens after each key.
import { catalogue } from "../../demo/catalogue.ts";
import { EditorElement } from "../../src/element/editor/editor-element.ts";

export type Kind = "code" | "plain" | "bare";

/** Milliseconds from the key as the browser took it. */
export interface KeyTimes {
	/** To the text, its colours and its problems in the document, laid out. */
	readonly ready: readonly number[];
	/** To the end of the frame that shows them. */
	readonly painted: readonly number[];
}

export interface EditorBenchPage {
	open(kind: Kind, length: number): Promise<void>;
	measured(): KeyTimes & { readonly length: number; readonly problems: number };
}

const line = 'country in ("US", "CA") and loyalty_points >= 500 and no orders (total > 90) and signed_up_at in last 30 days # why not';

function textOf(length: number): string {
	const lines: string[] = [];
	for (let size = 0; size < length; size += line.length + 5) lines.push(line.replace("500", String(500 + lines.length)));
	// What is typed must not be part of a comment.
	lines.push(line.split(" #")[0] ?? "");
	return lines.join("\nand ");
}

let field: EditorElement | HTMLTextAreaElement;
const ready: number[] = [];
const painted: number[] = [];

/** In the same task, when everything has been done that the key led to. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 50; turn++) await undefined;
	if (field instanceof EditorElement) await field.updateComplete;
}

const problems = (): number => (field instanceof EditorElement ? field.renderRoot.querySelectorAll(".problems li").length : 0);

/** Whether what is shown is of the text as it is: a bench of something late would measure nothing. */
function isShown(): boolean {
	if (!(field instanceof EditorElement)) return true;
	const { session, renderRoot } = field;
	const area = renderRoot.querySelector("textarea");
	const last = renderRoot.querySelector(".cm-line:last-child");
	const isTyped = area ? area.value === session.text : session.text.endsWith(`\n${last?.textContent}`);
	return isTyped && problems() === session.service?.diagnostics(session.text).length;
}

function keyPressed({ timeStamp }: Event): void {
	// After everybody whom the editor has set to listen.
	document.addEventListener(
		"input",
		() => {
			void settled().then(() => {
				field.getBoundingClientRect();
				ready.push(performance.now() - timeStamp);
				if (!isShown()) throw new Error("The problems that are shown are of another text.");
			});
			requestAnimationFrame(() => {
				const channel = new MessageChannel();
				// The task after a frame's callbacks begins when the frame is painted.
				channel.port1.onmessage = () => painted.push(performance.now() - timeStamp);
				channel.port2.postMessage(null);
			});
		},
		{ once: true },
	);
}

async function editorOf(kind: "code" | "plain", value: string): Promise<EditorElement> {
	if (!customElements.get("segql-editor")) customElements.define("segql-editor", EditorElement);
	const element = document.createElement("segql-editor") as EditorElement;
	Object.assign(element, { editor: kind, catalogue, value });
	document.body.append(element);
	await element.ready;
	while (element.surface !== kind) await new Promise((resolve) => setTimeout(resolve, 20));
	element.session.select({ from: value.length, to: value.length }, "host");
	return element;
}

function bareOf(value: string): HTMLTextAreaElement {
	const element = document.createElement("textarea");
	Object.assign(element, { value, rows: 20, cols: 90 });
	document.body.append(element);
	element.setSelectionRange(value.length, value.length);
	return element;
}

export const editorPage: EditorBenchPage = {
	async open(kind, length) {
		const value = textOf(length);
		field = kind === "bare" ? bareOf(value) : await editorOf(kind, value);
		field.focus();
		await new Promise((resolve) => setTimeout(resolve, 500));
		field.addEventListener("keydown", keyPressed, { capture: true });
	},

	measured: () => ({ ready: [...ready], painted: [...painted], length: field.value.length, problems: problems() }),
};
