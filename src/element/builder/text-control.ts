// A field for typing: what is typed is written when it is finished (Enter, or leaving the field), and while typing where that makes sense.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { sized } from "./sized.ts";
import type { View } from "./view.ts";

export interface TextControl {
	readonly key: string;
	readonly label: string;
	/** What the text of the segment says. */
	readonly value: string;
	readonly part?: string;
	readonly classes?: string;
	readonly placeholder?: string;
	readonly inputMode?: "decimal" | "numeric";
	/** The words are of the language, not of people. */
	readonly isCode?: boolean;
	/** Called at each keystroke; true when the text of the segment says it now. */
	readonly write?: (typed: string, at: number) => boolean;
	/** Called once, with what was typed and is not written yet; true when that is done with. */
	readonly commit?: (typed: string) => boolean;
	/** More than one line. */
	readonly lines?: number;
}

export function textControl(view: View, control: TextControl): TemplateResult {
	const { key, label, value, part = "input", classes = "", placeholder, inputMode, isCode = false, lines } = control;
	const { typing } = view;
	const shown = typing.shown(key, value);
	const typed = (event: Event): void => {
		const { value: words } = event.target as HTMLInputElement | HTMLTextAreaElement;
		typing.type(key, words);
		if (control.write?.(words, event.timeStamp)) typing.wrote(key);
	};
	const finished = (): void => finish(view, control);
	const direction = isCode ? "ltr" : "auto";
	if (lines !== undefined) {
		return html`<textarea
			data-key=${key}
			part=${part}
			class=${classes}
			aria-label=${label}
			rows=${lines}
			dir=${direction}
			spellcheck=${isCode ? "false" : nothing}
			autocomplete="off"
			.value=${live(shown)}
			@input=${typed}
			@blur=${finished}
		></textarea>`;
	}
	const field = html`<input
		data-key=${key}
		part=${part}
		class=${classes}
		aria-label=${label}
		placeholder=${placeholder ?? nothing}
		inputmode=${inputMode ?? nothing}
		dir=${direction}
		spellcheck="false"
		autocomplete="off"
		.value=${live(shown)}
		@input=${typed}
		@keydown=${(event: KeyboardEvent) => event.key === "Enter" && !event.isComposing && finished()}
		@blur=${finished}
	/>`;
	return sized(field, "input", shown === "" ? (placeholder ?? "") : shown, classes);
}

/** Writes what waits in a control. What was refused stays in it, to be mended; what was written is shown as the text says it. */
export function finish({ typing }: View, { key, commit }: Pick<TextControl, "key" | "commit">): void {
	const waiting = typing.waiting(key);
	if (waiting === undefined || !commit || commit(waiting)) typing.end(key);
}
