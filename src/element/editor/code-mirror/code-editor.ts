// The code editor: CodeMirror as a view of a session. Its text, history, colours and problems are the session's; it keeps none of its own.
// This module and what it imports are one lazy chunk.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { standardKeymap, toggleComment } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap, placeholder } from "@codemirror/view";
import type { SessionChange } from "../../session/session.ts";
import type { Surface, SurfaceHost } from "../surface.ts";
import { card } from "./card.ts";
import { colours } from "./colours.ts";
import { suggestions } from "./completion.ts";
import { counts } from "./counts.ts";
import { folding } from "./folding.ts";
import { hover } from "./hover.ts";
import { keys } from "./keys.ts";
import { lookOfCode } from "./look.ts";
import { problemMarks } from "./problem-marks.ts";
import { redraw } from "./redraw.ts";
import { SessionLink } from "./session-link.ts";
import { topLayerTooltips } from "./top-layer-tooltips.ts";
import { typingOver } from "./typing-over.ts";
import { unseenCharacters } from "./unseen-characters.ts";

export interface CodePlace {
	/** Where it goes; inside `root`. */
	readonly parent: HTMLElement;
	readonly root: ShadowRoot;
	/** A popover of the same root, for what must not be clipped. */
	readonly tooltips: HTMLElement;
}

/** What screen readers are told of the text, and what can be done with it. */
export interface CodeSettings {
	readonly attributes: Readonly<Record<string, string>>;
	readonly placeholder: string;
	readonly isReadonly: boolean;
	readonly isDisabled: boolean;
	readonly showsCounts: boolean;
}

/** More than is used here, so that bundlers do not cut the language in two for that. */
export * as language from "../../session/language.ts";

const languageData = { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", '"'], before: ")" } };

export class CodeEditor implements Surface {
	readonly view: EditorView;
	readonly #host: SurfaceHost;
	readonly #link: SessionLink;
	readonly #settings = new Compartment();
	#settingsNow: CodeSettings;

	constructor(host: SurfaceHost, { parent, root, tooltips }: CodePlace, settings: CodeSettings) {
		this.#host = host;
		this.#settingsNow = settings;
		this.#link = new SessionLink(host, () => this.view);
		const { text, selection } = host.session;
		const state = EditorState.create({
			doc: text,
			selection: { anchor: selection.from, head: selection.to },
			extensions: [
				EditorState.tabSize.of(2),
				EditorState.languageData.of(() => [languageData]),
				EditorView.lineWrapping,
				this.#settings.of(this.#settingsAsExtension()),
				EditorView.domEventHandlers({ compositionstart: () => this.#link.compositionStarts() }),
				keys(host),
				typingOver,
				suggestions(host),
				card(host),
				bracketMatching(),
				closeBrackets(),
				folding(host),
				colours(host),
				problemMarks(host),
				counts(host, () => this.#settingsNow.showsCounts),
				hover(host),
				unseenCharacters(host),
				topLayerTooltips(tooltips),
				lookOfCode,
				keymap.of([...closeBracketsKeymap, { key: "Mod-/", run: toggleComment }, ...standardKeymap]),
			],
		});
		this.view = new EditorView({ state, parent, root, dispatchTransactions: (transactions, view) => this.#link.take(transactions, view) });
		this.#redraw();
	}

	get hasFocus(): boolean {
		return this.view.hasFocus;
	}

	get scrolled(): number {
		const { scrollTop, scrollHeight, clientHeight } = this.view.scrollDOM;
		return scrollHeight > clientHeight ? scrollTop / (scrollHeight - clientHeight) : 0;
	}
	set scrolled(share: number) {
		const { scrollDOM } = this.view;
		scrollDOM.scrollTop = share * (scrollDOM.scrollHeight - scrollDOM.clientHeight);
	}

	focus(): void {
		this.view.focus();
	}

	sessionChanged(change: SessionChange): void {
		if (this.#link.isTelling) return;
		if (change.kind === "text") this.#link.textChanged(change.edits ?? []);
		else if (change.kind === "selection") this.#link.selectionChanged();
		else if (!this.#host.session.isReading) this.#redraw();
	}

	refresh(): void {
		this.#link.catchUp();
		this.#redraw();
	}

	configure(settings: CodeSettings): void {
		if (JSON.stringify(settings) === JSON.stringify(this.#settingsNow)) return;
		const countsChange = settings.showsCounts !== this.#settingsNow.showsCounts;
		this.#settingsNow = settings;
		this.view.dispatch({ effects: this.#settings.reconfigure(this.#settingsAsExtension()) });
		if (countsChange) this.#redraw();
	}

	destroy(): void {
		this.view.destroy();
	}

	#redraw(): void {
		this.view.dispatch({ effects: redraw.of(null) });
	}

	#settingsAsExtension(): Extension {
		const { attributes, placeholder: hint, isReadonly, isDisabled } = this.#settingsNow;
		return [
			EditorState.readOnly.of(isReadonly || isDisabled),
			EditorView.editable.of(!isDisabled),
			// It can be focused without that, but not everything that looks for what can be focused knows it.
			EditorView.contentAttributes.of(isDisabled ? attributes : { ...attributes, tabindex: "0" }),
			hint === "" ? [] : placeholder(hint),
		];
	}
}
