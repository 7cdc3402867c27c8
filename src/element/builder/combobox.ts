// A field for typing with a list of what fits. The list never takes focus, and what is not in it can be written as well.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { sized } from "./sized.ts";
import type { Find } from "./suggestions.ts";
import { finish, giveUp, invalidity, type TextControl, write } from "./text-control.ts";
import type { View } from "./view.ts";

export interface Combobox extends Omit<TextControl, "lines" | "calendar"> {
	readonly find: Find;
	/** Enter takes the first item that fits what is typed, not the typed words. */
	readonly takesFirst?: boolean;
	/** Before the list and all else. True when the key is done with. */
	readonly keydown?: (event: KeyboardEvent) => boolean;
	readonly paste?: (event: ClipboardEvent) => void;
}

export function combobox(view: View, control: Combobox): TemplateResult {
	const { key, label, value, part = "input", classes = "", placeholder, inputMode, isCode = false, find, takesFirst = false } = control;
	const { typing, suggestions } = view;
	const shown = typing.shown(key, value);
	const invalid = invalidity(view, key);
	const input = (event: Event): HTMLInputElement => event.currentTarget as HTMLInputElement;
	const typed = (event: Event): void => {
		const { value: words } = input(event);
		write(view, control, input(event), event.timeStamp);
		suggestions.open(input(event), find, words, takesFirst && words !== "");
	};
	/** All choices: what stands there is the answer to another question. */
	const open = (event: Event): void => suggestions.open(input(event), find, typing.waiting(key) ?? "", false);
	const pressed = (event: KeyboardEvent): void => {
		if (event.isComposing || control.keydown?.(event)) return;
		if (event.key === "ArrowDown" || event.key === "ArrowUp") {
			if (event.altKey || event.ctrlKey || event.metaKey) return;
			event.preventDefault();
			if (!suggestions.isOpenAt(event.currentTarget)) open(event);
			suggestions.step(event.key === "ArrowDown" ? 1 : -1);
		} else if (event.key === "Enter") {
			event.preventDefault();
			if (suggestions.isOpenAt(event.currentTarget) && suggestions.take()) return;
			suggestions.close();
			finish(view, control, input(event));
		} else if (event.key === "Escape" && suggestions.isOpenAt(event.currentTarget)) {
			event.preventDefault();
			event.stopPropagation();
			suggestions.close();
		} else if (event.key === "Escape") giveUp(view, key, event);
	};
	const field = html`<input
		data-key=${key}
		part=${part}
		class="combobox ${classes}"
		role="combobox"
		aria-autocomplete="list"
		aria-expanded="false"
		aria-controls="choice-list"
		aria-haspopup="listbox"
		aria-label=${label}
		placeholder=${placeholder ?? nothing}
		inputmode=${inputMode ?? nothing}
		dir=${isCode ? "ltr" : "auto"}
		translate="no"
		spellcheck="false"
		autocomplete="off"
		autocapitalize="off"
		aria-invalid=${invalid.isInvalid}
		aria-describedby=${invalid.describedBy}
		.value=${live(shown)}
		@input=${typed}
		@click=${open}
		@keydown=${pressed}
		@paste=${control.paste ?? nothing}
		@blur=${(event: Event) => {
			if (suggestions.isOpenAt(event.currentTarget)) suggestions.close();
			finish(view, control, input(event));
		}}
	/>`;
	return sized(field, "input", shown === "" ? (placeholder ?? "") : shown, classes);
}
