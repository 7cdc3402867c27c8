// The editor of one value of a condition, by the type that is tested and by what stands there. What no editor can show is edited as words.
import { html, type TemplateResult } from "lit";
import type { Operand } from "../../document/operand.ts";
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type { Joining } from "./acts.ts";
import { dateValue } from "./date-value.ts";
import { monthDayValue } from "./month-day-value.ts";
import { nameValue } from "./name-value.ts";
import { selectControl } from "./select-control.ts";
import type { SubjectType } from "./subject-type.ts";
import { readTypedNumber, shownNumber } from "./typed-number.ts";
import { combobox } from "./combobox.ts";
import { valueSuggestions } from "./value-suggestions.ts";
import { keyOf, type View } from "./view.ts";
import { wordsValue } from "./words-value.ts";

/** One value among those of a condition. */
export interface ValuePlace {
	readonly row: ConditionRow;
	readonly index: number;
	readonly operand: Operand;
	/** Of a list, what its items are. */
	readonly type: SubjectType;
	readonly label: string;
}

export function valueView(view: View, place: ValuePlace): TemplateResult {
	const { operand, type, row, index } = place;
	const { editor } = operand;
	const isHole = editor === "hole";
	if (type.names && (isHole || editor === "number" || editor === "field")) return nameValue(view, place, type.names);
	switch (type.type) {
		case "text":
			if (!isHole && editor !== "text") break;
			return type.options && !hasOther(place) ? optionValue(view, place, type.options) : typedValue(view, place, textOf);
		case "number":
			if (!isHole && editor !== "number") break;
			return type.options && !hasOther(place) ? optionValue(view, place, type.options) : typedValue(view, place, numberOf);
		case "boolean":
			if (!isHole && editor !== "boolean") break;
			return booleanValue(view, place);
		case "date":
		case "datetime":
			return dateValue(view, place, type.type);
		case "month-day":
			if (!isHole && editor !== "month-day") break;
			return monthDayValue(view, place);
		default:
			break;
	}
	return wordsValue(view, { key: keyOf(row, `value-${index}`), ...place });
}

/** Behind contains and its like a value is a piece of text, not one of the field's. */
const hasOther = ({ row: { operator } }: ValuePlace): boolean => !["equal", "has"].includes(operator);

type Read = (typed: string, language: string) => ValueInput | undefined;

const hole: ValueInput = { kind: "words", text: "?" };

const textOf: Read = (typed) => (typed === "" ? hole : { kind: "text", value: typed });

const numberOf: Read = (typed, language) => (typed.trim() === "" ? hole : readNumber(typed, language));

export function readNumber(typed: string, language: string): ValueInput | undefined {
	const value = readTypedNumber(typed, language);
	return value === undefined ? undefined : { kind: "number", value };
}

function typedValue(view: View, place: ValuePlace, read: Read): TemplateResult {
	const { row, index, operand, label } = place;
	const { say, commands, typing } = view;
	const { language } = view.formats;
	const { id } = row;
	const key = keyOf(row, `value-${index}`);
	const { value } = operand;
	const isNumber = read === numberOf;
	const isEmptyText = value.kind === "text" && value.value === "";
	const set = (typed: string, joining?: Joining): boolean => {
		const input = read(typed, language);
		return input !== undefined && commands.conditions.setOperand(id, index, input, joining);
	};
	const find = valueSuggestions(view, place, (input) => {
		typing.end(key);
		commands.conditions.setOperand(id, index, input);
	});
	return combobox(view, {
		key,
		label,
		value: value.kind === "text" ? value.value : value.kind === "number" ? shownNumber(value.value, language) : "",
		part: "value",
		classes: `${isNumber ? "number" : "text"}${operand.editor === "hole" ? " hole" : ""}`,
		placeholder: isEmptyText ? say.emptyText : say.choose,
		...(isNumber && { inputMode: "decimal" as const }),
		find,
		problem: (typed) => !read(typed, language) && say.noNumber,
		// Of a number, half of it can be another number: all of its typing is one step.
		write: (typed, at) => set(typed, isNumber ? { drag: typing.drag } : { typedAt: at }),
		commit: (typed) => set(typed),
	});
}

/** One of the values that the catalogue lists; what stands there and is none of them is offered, too. */
function optionValue(view: View, place: ValuePlace, options: readonly (string | number)[]): TemplateResult {
	const { row, index, operand, label } = place;
	const { value } = operand;
	const current = value.kind === "text" || value.kind === "number" ? value.value : undefined;
	const all = current === undefined || options.includes(current) ? options : [current, ...options];
	const choices = all.map((option, at) => ({
		value: String(at),
		words: typeof option === "number" ? shownNumber(option, view.formats.language) : option,
	}));
	return selectControl({
		key: keyOf(row, `value-${index}`),
		label,
		part: "value",
		classes: current === undefined ? "hole" : "",
		isData: true,
		value: current === undefined ? "" : String(all.indexOf(current)),
		options: current === undefined ? [{ value: "", words: view.say.choose }, ...choices] : choices,
		choose(chosen) {
			const option = all[Number(chosen)];
			if (chosen === "" || option === undefined) return;
			view.commands.conditions.setOperand(
				row.id,
				index,
				typeof option === "string" ? { kind: "text", value: option } : { kind: "number", value: option },
			);
		},
	});
}

function booleanValue(view: View, { row, index, operand, label }: ValuePlace): TemplateResult {
	const { say, commands } = view;
	const { value } = operand;
	const current = value.kind === "boolean" ? String(value.value) : "";
	return selectControl({
		key: keyOf(row, `value-${index}`),
		label,
		part: "value",
		classes: current === "" ? "hole" : "",
		value: current,
		options: [
			...(current === "" ? [{ value: "", words: say.choose }] : []),
			{ value: "true", words: say.yes },
			{ value: "false", words: say.no },
		],
		choose(chosen) {
			if (chosen !== "") commands.conditions.setOperand(row.id, index, { kind: "boolean", value: chosen === "true" });
		},
	});
}

/** Words between two controls. */
export const joiningWord = (word: string): TemplateResult => html`<span class="word">${word}</span>`;
