// Keeps CodeMirror's text and selection the same as the session's, in both directions and without echo.
import { Annotation, type ChangeSet, type ChangeSpec, type StateEffect, Transaction } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { TextEdit } from "../../../text/edit.ts";
import { differenceOf } from "../../../text/text-difference.ts";
import type { SurfaceHost } from "../surface.ts";
import { redraw } from "./redraw.ts";

/** On what comes from the session. */
const fromSession = Annotation.define<true>();

/** Typing and deleting, which go on in one step of undo. */
const typing = ["input.type", "delete.backward", "delete.forward"];

export class SessionLink {
	readonly #host: SurfaceHost;
	readonly #viewOf: () => EditorView;
	#isTelling = false;
	/** The last one: all that an input method writes of a word is one step of undo. */
	#composition = Symbol("composition");
	/** Of the session's text that the view shows. */
	#version: number;

	constructor(host: SurfaceHost, viewOf: () => EditorView) {
		this.#host = host;
		this.#version = host.session.version;
		this.#viewOf = viewOf;
	}

	/** The session is being told of a change that the view is about to show. */
	get isTelling(): boolean {
		return this.#isTelling;
	}

	/**
	 * Does for CodeMirror what is to be done with transactions. The session hears of a change first, so that the view shows it together with its
	 * colours and problems: to draw twice for a key is to lay out twice.
	 */
	take(transactions: readonly Transaction[], view: EditorView): void {
		const last = transactions.at(-1);
		const isOwn = last !== undefined && !transactions.some((transaction) => transaction.annotation(fromSession));
		if (!isOwn || this.#isTelling) {
			view.update(transactions);
			return;
		}
		const { from, to } = last.state.selection.main;
		const { session } = this.#host;
		if (transactions.some(({ docChanged }) => docChanged)) {
			const isTyping = transactions.some((transaction) => typing.some((event) => transaction.isUserEvent(event)));
			const drag = transactions.some((transaction) => transaction.isUserEvent("input.type.compose")) ? this.#composition : undefined;
			const typedAt = isTyping ? performance.now() : undefined;
			const changes = transactions.map((transaction) => transaction.changes).reduce((all, next) => all.compose(next));
			let isTaken = false;
			try {
				this.#tell(() => session.edit(editsOf(changes), { origin: "editor", selection: { from, to }, typedAt, drag }));
				isTaken = session.version === ++this.#version;
			} finally {
				view.update(isTaken ? [...transactions, last.state.update({ effects: this.#drawing() })] : transactions);
			}
		} else {
			view.update(transactions);
			// Between two inputs of one composition nothing ends.
			if (!view.compositionStarted && transactions.some(({ selection }) => selection))
				this.#tell(() => session.select({ from, to }, "editor"));
		}
		// Somebody who heard of it has changed the text again, or it was refused.
		if (session.version !== this.#version) this.catchUp();
	}

	/** What is drawn of a text that is still to be read moves with its words, until it is. */
	#drawing(): readonly StateEffect<null>[] {
		return this.#host.session.isReading ? [] : [redraw.of(null)];
	}

	#tell(change: () => void): void {
		this.#isTelling = true;
		try {
			change();
		} finally {
			this.#isTelling = false;
		}
	}

	compositionStarts(): void {
		this.#composition = Symbol("composition");
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
			...(changes.length > 0 && { effects: this.#drawing() }),
			selection: { anchor: from, head: to },
			scrollIntoView: true,
			annotations: [fromSession.of(true), Transaction.addToHistory.of(false)],
		});
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
