// The plain text area as a view of a session: the same text, selection and history as the code editor, without anything to load.
import { historyInput, historyKey } from "../../guest/history-keys.ts";
import type { SessionChange } from "../../session/session.ts";
import { goToProblem } from "../go-to-problem.ts";
import type { Surface, SurfaceHost } from "../surface.ts";
import { differenceOf } from "../../../text/text-difference.ts";
import { tidy } from "../tidy.ts";
import type { PlainSuggestions } from "./plain-suggestions.ts";

/** Kinds of input that go on in one step of undo. */
const typing: ReadonlySet<string> = new Set(["insertText", "deleteContentBackward", "deleteContentForward"]);

export class TextArea implements Surface {
	readonly #host: SurfaceHost;
	readonly #area: HTMLTextAreaElement;
	readonly #suggestions: PlainSuggestions;
	readonly #listening = new AbortController();
	#isTelling = false;
	/** An input method is at work: its text must not be touched. */
	#isComposing = false;
	/** The last one: all that an input method writes of a word is one step of undo. */
	#composition = Symbol("composition");

	constructor(host: SurfaceHost, area: HTMLTextAreaElement, suggestions: PlainSuggestions) {
		this.#host = host;
		this.#area = area;
		this.#suggestions = suggestions;
		const { signal } = this.#listening;
		area.addEventListener("beforeinput", (event) => this.#before(event), { signal });
		area.addEventListener("input", (event) => this.#typed(event as InputEvent), { signal });
		area.addEventListener("paste", (event) => this.#pasted(event), { signal });
		area.addEventListener("keydown", (event) => this.#pressed(event), { signal });
		area.addEventListener("blur", () => suggestions.close(), { signal });
		area.addEventListener("compositionstart", () => this.#compose(), { signal });
		area.addEventListener("compositionend", () => this.#composed(), { signal });
		document.addEventListener("selectionchange", () => this.#selected(), { signal });
		area.addEventListener("selectionchange", () => this.#selected(), { signal });
		this.refresh();
	}

	get hasFocus(): boolean {
		return this.#area.matches(":focus");
	}

	get isComposing(): boolean {
		return this.#isComposing;
	}

	get scrolled(): number {
		const { scrollTop, scrollHeight, clientHeight } = this.#area;
		return scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0;
	}
	set scrolled(share: number) {
		this.#area.scrollTop = share * (this.#area.scrollHeight - this.#area.clientHeight);
	}

	focus(): void {
		this.#area.focus();
	}

	sessionChanged({ kind }: SessionChange): void {
		if (this.#isTelling) return;
		if (kind === "text" || kind === "selection") {
			this.#suggestions.close();
			this.refresh();
		}
	}

	refresh(): void {
		if (this.#isComposing) return;
		const { text, selection } = this.#host.session;
		if (this.#area.value !== text) this.#area.value = text;
		const { selectionStart, selectionEnd } = this.#area;
		// Setting it would scroll, and in WebKit take the focus.
		if (selectionStart !== selection.from || selectionEnd !== selection.to) this.#area.setSelectionRange(selection.from, selection.to);
	}

	destroy(): void {
		this.#listening.abort();
		this.#suggestions.close();
	}

	#before(event: InputEvent): void {
		const way = historyInput(event);
		if (!way) return;
		event.preventDefault();
		this.#host.session[way]();
	}

	#typed({ inputType }: InputEvent): void {
		const { session } = this.#host;
		const { value, selectionStart, selectionEnd } = this.#area;
		const { from, to, text } = differenceOf(session.text, value, selectionEnd);
		const selection = { from: selectionStart, to: selectionEnd };
		const typedAt = typing.has(inputType) ? performance.now() : undefined;
		const drag = this.#isComposing || inputType.includes("Composition") ? this.#composition : undefined;
		this.#tell(() => session.edit([{ span: { from, to }, text }], { origin: "editor", selection, typedAt, drag }));
		// Where nobody has changed it meanwhile, the area is not asked for its text again: that copies all of it.
		const isAsTyped = session.text === value && session.selection.from === selectionStart && session.selection.to === selectionEnd;
		if (!this.#isComposing && !isAsTyped) this.refresh();
		if (inputType.startsWith("insert") && !this.#isComposing && text.length === 1) this.#suggestions.offer(false);
		else this.#suggestions.renew();
	}

	/** In one step: browsers insert a long text line by line, and tell of each. */
	#pasted(event: ClipboardEvent): void {
		const text = event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n");
		if (!text || !this.#host.canEdit) return;
		event.preventDefault();
		const { selectionStart: from, selectionEnd: to } = this.#area;
		const end = from + text.length;
		this.#host.session.edit([{ span: { from, to }, text }], { origin: "editor", selection: { from: end, to: end } });
	}

	#compose(): void {
		this.#isComposing = true;
		this.#composition = Symbol("composition");
	}

	#composed(): void {
		this.#isComposing = false;
		this.refresh();
	}

	#selected(): void {
		if (!this.hasFocus || this.#isComposing) return;
		const { selectionStart: from, selectionEnd: to } = this.#area;
		const { selection, text } = this.#host.session;
		if ((selection.from === from && selection.to === to) || this.#area.value !== text) return;
		this.#tell(() => this.#host.session.select({ from, to }, "editor"));
		this.#suggestions.closeElsewhere();
	}

	#tell(change: () => void): void {
		this.#isTelling = true;
		try {
			change();
		} finally {
			this.#isTelling = false;
		}
	}

	#pressed(event: KeyboardEvent): void {
		if (event.isComposing || event.keyCode === 229) return;
		if (this.#suggestions.pressed(event) || this.#command(event)) event.preventDefault();
	}

	#command(event: KeyboardEvent): boolean {
		const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
		const isCommand = (ctrlKey || metaKey) && !altKey;
		const way = historyKey(event);
		if (way) this.#host.session[way]();
		else if (ctrlKey && code === "Space") this.#suggestions.offer(true);
		else if (isCommand && key === ".") this.#suggestions.offerFixes();
		else if (key === "F8") goToProblem(this.#host, shiftKey ? -1 : 1);
		else if (altKey && shiftKey && code === "KeyF") tidy(this.#host);
		else return false;
		return true;
	}
}
