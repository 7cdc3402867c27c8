// Typing over a selection. Chromium and WebKit would keep the look of what was there in a style attribute, which strict hosts refuse: so the text is
// changed before they do.
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

export const typingOver: Extension = EditorView.domEventHandlers({
	beforeinput({ inputType, data }, view) {
		const { from, to, empty } = view.state.selection.main;
		if (inputType !== "insertText" || !data || empty || view.composing || view.state.readOnly) return false;
		const insert = () => view.state.update(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
		const isHandled = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, from, to, data, insert));
		if (!isHandled) view.dispatch(insert());
		return true;
	},
});
