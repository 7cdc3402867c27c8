// The same that hovering says, for the keyboard: Ctrl+. opens it at the caret, with the first fix in focus; Escape goes back to the text.
import { type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { SurfaceHost } from "../surface.ts";
import { saidAt } from "./said.ts";

const show = StateEffect.define<Tooltip | null>();

const shownCard = StateField.define<Tooltip | null>({
	create: () => null,
	update(card, transaction) {
		for (const effect of transaction.effects) if (effect.is(show)) return effect.value;
		return transaction.docChanged || transaction.selection ? null : card;
	},
	provide: (field) => showTooltip.from(field),
});

export function card(host: SurfaceHost): Extension {
	const close = (view: EditorView): boolean => {
		if (!view.state.field(shownCard)) return false;
		view.dispatch({ effects: show.of(null) });
		return true;
	};
	const open = (view: EditorView): boolean => {
		const { head } = view.state.selection.main;
		const said = saidAt(host, head, () => view.focus());
		if (!said) {
			host.announce(host.say.nothingAtTheCaret);
			return true;
		}
		const { dom } = said;
		const buttons = [...dom.querySelectorAll("button")];
		if (buttons.length > 0) {
			dom.setAttribute("role", "dialog");
			dom.setAttribute("aria-label", host.say.atTheCaret);
		} else host.announce(said.text);
		dom.addEventListener("keydown", (event) => {
			if (event.key === "Escape") {
				event.stopPropagation();
				close(view);
				view.focus();
			}
			const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
			const at = buttons.findIndex((button) => button.matches(":focus"));
			if (step === 0 || at < 0) return;
			event.preventDefault();
			buttons[(at + step + buttons.length) % buttons.length]?.focus();
		});
		dom.addEventListener("focusout", ({ relatedTarget }) => {
			if (!dom.contains(relatedTarget as Node | null)) close(view);
		});
		view.dispatch({ effects: show.of({ pos: head, above: false, create: () => ({ dom, mount: () => focusSoon(view, buttons[0]) }) }) });
		return true;
	};
	return [
		shownCard,
		Prec.high(
			keymap.of([
				{ key: "Mod-.", run: open },
				{ key: "Escape", run: close },
			]),
		),
	];
}

/** When the popover is open and the card has its place. */
function focusSoon(view: EditorView, button: HTMLElement | undefined): void {
	if (button) view.requestMeasure({ read: () => undefined, write: () => button.focus({ preventScroll: true }) });
}
