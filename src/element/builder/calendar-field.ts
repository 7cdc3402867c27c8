// A field of the browser's own for a date, or for a date and a time. Half of one, and one that there is not, have no words: the browser says only that
// what stands there is no value.
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { ValueInput } from "../../document/values.ts";
import type { Joining } from "./acts.ts";
import { finish, invalidity, type TextControl, write } from "./text-control.ts";
import type { ValuePlace } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";

export interface CalendarField {
	readonly type: "date" | "datetime-local";
	readonly label: string;
	/** What the text says, as the browser writes it; empty where nothing is chosen. */
	readonly value: string;
	readonly least: string;
	readonly most: string;
	/** Seconds; default 60. */
	readonly step?: string;
	readonly read: (typed: string) => ValueInput | undefined;
}

export function calendarField(view: View, { row, index, operand }: ValuePlace, calendar: CalendarField): TemplateResult {
	const { type, label, value, least, most, step = "60", read } = calendar;
	const { commands, typing, say } = view;
	const key = keyOf(row, `value-${index}`);
	const set = (typed: string, joining?: Joining): boolean =>
		commands.conditions.setOperand(row.id, index, read(typed) ?? { kind: "words", text: "?" }, joining);
	const control = ({ validity }: HTMLInputElement) =>
		({
			key,
			value,
			problem: (typed) => (validity.badInput || (typed !== "" && !read(typed)) ? say.noDate : undefined),
			write: (typed) => set(typed, { drag: typing.drag }),
			commit: (typed) => set(typed),
		}) satisfies Partial<TextControl>;
	const left = (field: HTMLInputElement): void => {
		const own = control(field);
		// Of what is not yet a value, and of what was none before, browsers tell nothing.
		const isRefused = own.problem(field.value) !== undefined;
		if (typing.waiting(key) === undefined && isRefused !== typing.isRefused(key)) typing.type(key, field.value, value);
		finish(view, own);
	};
	const pressed = (event: KeyboardEvent): void => {
		const field = event.currentTarget as HTMLInputElement;
		if (event.key === "Enter") left(field);
		else if (event.key === "Escape" && typing.isWaiting(key)) {
			event.stopPropagation();
			emptied(field);
			typing.end(key);
		}
	};
	const invalid = invalidity(view, key);
	return html`<input
		type=${type}
		data-key=${key}
		part="value"
		class=${operand.editor === "hole" ? "hole" : ""}
		step=${type === "date" ? nothing : step}
		aria-label=${label}
		min=${least}
		max=${most}
		aria-invalid=${invalid.isInvalid}
		aria-describedby=${invalid.describedBy}
		.value=${live(typing.shown(key, value))}
		@input=${({ currentTarget, timeStamp }: Event) => {
			const field = currentTarget as HTMLInputElement;
			write(view, control(field), field.value, timeStamp);
		}}
		@keydown=${pressed}
		@blur=${(event: Event) => left(event.currentTarget as HTMLInputElement)}
	/>`;
}

/** Half of a date is no value, and so no other value takes its place. */
export function emptied(field: HTMLElement): void {
	if (field instanceof HTMLInputElement && field.validity.badInput) field.value = "";
}
