// A choice among a few.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { sized } from "./sized.ts";

export interface Option {
	readonly value: string;
	readonly words: string;
}

export interface SelectControl {
	readonly key: string;
	readonly label: string;
	readonly value: string;
	readonly options: readonly Option[];
	readonly part?: string;
	readonly classes?: string;
	/** The options are names and values of the host's, which no page translates. */
	readonly isData?: boolean;
	readonly choose: (value: string) => void;
}

export function selectControl({
	key,
	label,
	value,
	options,
	part = "select",
	classes = "",
	isData = false,
	choose,
}: SelectControl): TemplateResult {
	const select = html`<select
		data-key=${key}
		part=${part}
		class=${classes}
		aria-label=${label}
		translate=${isData ? "no" : "yes"}
		@change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
	>
		${options.map((option) => html`<option value=${option.value} .selected=${live(option.value === value)}>${option.words}</option>`)}
	</select>`;
	return sized(select, "select", options.find((option) => option.value === value)?.words ?? "", classes);
}
