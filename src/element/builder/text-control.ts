// A field for typing: what is typed is written when it is finished (Enter, or leaving the field), and while typing where that makes sense.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { refusalsId } from "./refusals-view.ts";
import { sized } from "./sized.ts";
import type { View } from "./view.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface TextControl {
	readonly key: string;
	readonly label: string;
	/** What the text of the segment says. */
	readonly value: string;
	readonly part?: string;
	readonly classes?: string;
	readonly placeholder?: string;
	readonly inputMode?: "decimal" | "numeric";
	/** A field of the browser's own. Half of a date, and one that there is not, have no words there: only the field knows of them. */
	readonly calendar?: { readonly type: "date" | "datetime-local"; readonly least: string; readonly most: string; readonly step?: string };
	/** The words are of the language, not of people. */
	readonly isCode?: boolean;
	/** Why the text cannot take what is typed, where that can be told without asking it; false where it can. */
	readonly problem?: (typed: string, field: Field) => string | false;
	/** Called at each keystroke without a problem; true when the text of the segment says it now. When not, it is called with what the text said before. */
	readonly write?: (typed: string, at: number) => boolean;
	/** Called once, with what was typed and is not written yet; true when that is done with. */
	readonly commit?: (typed: string) => boolean;
	/** More than one line. */
	readonly lines?: number;
}

export function textControl(view: View, control: TextControl): TemplateResult {
	const { key, label, value, part = "input", classes = "", placeholder, inputMode, calendar, isCode = false, lines } = control;
	const { typing } = view;
	const shown = typing.shown(key, value);
	const typed = ({ target, timeStamp }: Event): void => write(view, control, target as Field, timeStamp);
	const finished = ({ target }: Event): void => finish(view, control, target as Field);
	const pressed = (event: KeyboardEvent): void => {
		if (event.key === "Enter" && !event.isComposing) finished(event);
		else if (event.key === "Escape") giveUp(view, key, event);
	};
	const invalid = invalidity(view, key);
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
			aria-invalid=${invalid.isInvalid}
			aria-describedby=${invalid.describedBy}
			.value=${live(shown)}
			@input=${typed}
			@blur=${finished}
		></textarea>`;
	}
	const field = html`<input
		type=${calendar?.type ?? "text"}
		min=${calendar?.least ?? nothing}
		max=${calendar?.most ?? nothing}
		step=${calendar?.step ?? nothing}
		data-key=${key}
		part=${part}
		class=${classes}
		aria-label=${label}
		placeholder=${placeholder ?? nothing}
		inputmode=${inputMode ?? nothing}
		dir=${direction}
		spellcheck="false"
		autocomplete="off"
		aria-invalid=${invalid.isInvalid}
		aria-describedby=${invalid.describedBy}
		.value=${live(shown)}
		@input=${typed}
		@keydown=${pressed}
		@blur=${finished}
	/>`;
	return calendar ? field : sized(field, "input", shown === "" ? (placeholder ?? "") : shown, classes);
}

/** Writes what is typed as far as the text can take it. A part of a number can be another number, or none: then the text says what it said before. */
export function write(
	{ typing }: View,
	{ key, value, problem, write: take }: Pick<TextControl, "key" | "value" | "problem" | "write">,
	field: Field,
	at: number,
): void {
	const words = field.value;
	const reason = problem?.(words, field);
	typing.type(key, words, value, reason);
	if (!take) return;
	if (!reason && take(words, at)) typing.wrote(key);
	// It may be written in another way than it would be here.
	else if (typing.hasWritten) take(typing.before, at);
}

/** Writes what waits in a control. What was refused stays in it, to be mended; what was written is shown as the text says it. */
export function finish(
	{ typing, acts }: Pick<View, "typing" | "acts">,
	{ key, value, problem, commit }: Pick<TextControl, "key" | "value" | "problem" | "commit">,
	field: Field,
): void {
	const reason = problem?.(field.value, field);
	const isRefused = typing.isRefused(key);
	// Browsers say nothing when a part of a date is written or taken away that is no date before and after.
	if (typing.waiting(key) === undefined && (isRefused ? reason === false : field.validity.badInput)) {
		typing.type(key, field.value, value);
	}
	const waiting = typing.waiting(key);
	if (waiting === undefined && isRefused) return;
	if (waiting !== undefined && reason) acts.refuse(Number.parseInt(key, 10), reason);
	else if (waiting === undefined || !commit || commit(waiting)) {
		typing.end(key);
		return;
	}
	refuse({ typing, acts }, key);
}

/** The control shows what the text says again. */
export function giveUp({ typing }: Pick<View, "typing">, key: string, event: KeyboardEvent): void {
	const field = event.target as HTMLInputElement;
	if (!typing.isWaiting(key) && !field.validity.badInput) return;
	event.stopPropagation();
	emptied(field);
	typing.end(key);
}

/** Half of a date is no value, so that drawing would not see that it has to go; nor does WebKit, where none comes in place of none. */
export function emptied(element: Element): void {
	const field = element as HTMLInputElement;
	if (!field.validity.badInput) return;
	field.value = field.min;
	field.value = "";
}

/** The reason of a refused gesture stays with what was typed for it. */
export function refuse({ typing, acts }: Pick<View, "typing" | "acts">, key: string): void {
	const reason = acts.takeReason();
	if (reason !== undefined) typing.refuse(key, reason);
}

/** For the attributes of a control that holds what was refused. */
export function invalidity(
	{ typing }: View,
	key: string,
): { readonly isInvalid: "true" | typeof nothing; readonly describedBy: string | typeof nothing } {
	if (!typing.isRefused(key)) return { isInvalid: nothing, describedBy: nothing };
	return { isInvalid: "true", describedBy: refusalsId(Number.parseInt(key, 10)) };
}
