// The one effect after which everything that is drawn of the session is drawn anew: colours, marks of problems, counts.
import { StateEffect, StateField, type EditorState, type Extension } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

export const redraw = StateEffect.define<null>();

/** Decorations made of the session as it is at a `redraw`; until the next one they move with the text. */
export function drawn(make: (state: EditorState) => DecorationSet): StateField<DecorationSet> {
	return StateField.define<DecorationSet>({
		create: () => Decoration.none,
		update(decorations, transaction) {
			if (transaction.effects.some((effect) => effect.is(redraw))) return make(transaction.state);
			return transaction.docChanged ? decorations.map(transaction.changes) : decorations;
		},
	});
}

export const shown = (field: StateField<DecorationSet>): Extension => [field, EditorView.decorations.from(field)];
