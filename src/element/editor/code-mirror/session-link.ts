// Keeps CodeMirror's text and selection the same as the session's, in both directions and without echo.
import { Annotation, type ChangeSet, type ChangeSpec, type Extension, Transaction } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import type { TextEdit } from "../../../text/edit.ts";
import { differenceOf } from "../../../text/text-difference.ts";
import type { SurfaceHost } from "../surface.ts";

/** On what comes from the session. */
const fromSession = Annotation.define<true>();

/** Typing and deleting, which go on in one step of undo. */
const typing = ["input.type", "delete.backward", "delete.forward"];

export class SessionLink {
	readonly extension: Extension;
	readonly #host: SurfaceHost;
	readonly #viewOf: () => EditorView;
	/** The session is being told of a change that is in the view already. */
	#isTelling = false;
	/** Of the session's text that the view shows. */
	#version: number;

	constructor(host: SurfaceHost, viewOf: () => EditorView) {
		this.#host = host;
		this.#version = host.session.version;
		this.#viewOf = viewOf;
		this.extension = EditorView.updateListener.of((update) => this.#viewChanged(update));
	}

	/** `edits` are in coordinates of the session's text before. */
	textChanged(edits: readonly TextEdit[]): void {
		if (this.#isTelling) return;
		const { session } = this.#host;
		// Of several changes in a row that are told one by one, the session has made the last one already.
		if (session.version !== this.#version + 1) {
			this.catchUp();
			return;
		}
		this.#version++;
		this.#dispatch(changesOf(edits));
	}

	selectionChanged(): void {
		if (!this.#isTelling) this.#dispatch([]);
	}

	/** Whatever has happened, the view shows the session's text afterwards. */
	catchUp(): void {
		const shown = this.#viewOf().state.doc.toString();
		const { text, version } = this.#host.session;
		this.#version = version;
		const { from, to, text: insert } = differenceOf(shown, text);
		this.#dispatch(shown === text ? [] : [{ from, to, insert }]);
	}

	#dispatch(changes: readonly ChangeSpec[]): void {
		const { from, to } = this.#host.session.selection;
		const view = this.#viewOf();
		const { main } = view.state.selection;
		if (changes.length === 0 && main.from === from && main.to === to) return;
		view.dispatch({
			changes,
			selection: { anchor: from, head: to },
			scrollIntoView: true,
			annotations: [fromSession.of(true), Transaction.addToHistory.of(false)],
		});
	}

	#viewChanged({ transactions, docChanged, selectionSet, changes, state }: ViewUpdate): void {
		if (this.#isTelling || transactions.some((transaction) => transaction.annotation(fromSession))) return;
		const { session } = this.#host;
		const { from, to } = state.selection.main;
		this.#isTelling = true;
		try {
			if (docChanged) {
				const isTyping = transactions.some((transaction) => typing.some((event) => transaction.isUserEvent(event)));
				const typedAt = isTyping ? performance.now() : undefined;
				session.edit(editsOf(changes), { origin: "editor", selection: { from, to }, typedAt });
			} else if (selectionSet) session.select({ from, to }, "editor");
		} finally {
			this.#isTelling = false;
		}
		if (docChanged) this.#version++;
		// Somebody who heard of it has changed the text again, or it was refused.
		if (session.version !== this.#version) this.catchUp();
	}
}

/** In one go: CodeMirror reads changes in coordinates of the text before all of them, as edits are. */
const changesOf = (edits: readonly TextEdit[]): readonly ChangeSpec[] =>
	edits.map(({ span: { from, to }, text }) => ({ from, to, insert: text }));

function editsOf(changes: ChangeSet): readonly TextEdit[] {
	const edits: TextEdit[] = [];
	changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
		edits.push({ span: { from, to }, text: inserted.sliceString(0, undefined, "\n") });
	});
	return edits;
}
