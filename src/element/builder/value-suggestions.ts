// Values that fit a condition: those that profiles have, with how many do, those that the catalogue lists, and other fields of the same type.
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type { CompletionList } from "../../service/complete/complete.ts";
import { scopeOf } from "./scope.ts";
import { matchingChoices } from "./subject-choices.ts";
import type { Find, Suggested, Suggestion } from "./suggestions.ts";
import type { SubjectType } from "./subject-type.ts";
import { shownNumber } from "./typed-number.ts";
import type { View } from "./view.ts";

export interface Valued {
	readonly row: ConditionRow;
	readonly type: SubjectType;
}

/** `chosen` gets the value. Another field is offered where the operator takes one: not in lists. */
export function valueSuggestions(view: View, { row, type }: Valued, chosen: (value: ValueInput) => void, isListed = false): Find {
	const { id } = row;
	return (typed) => {
		const asked = askedFor(view, id, typed);
		const fields = isListed ? [] : otherFields(view, id, type, typed, chosen);
		const suggested = (list: CompletionList): Suggested => ({
			items: [...list.items.flatMap((item) => suggestionOf(view, item, chosen)), ...fields],
			...(list.later && { later: list.later.then((later) => suggested({ ...later, later: undefined } as unknown as CompletionList)) }),
		});
		return asked ? suggested(asked) : { items: fields };
	};
}

/** The service is asked about a text of its own: the condition with the typed value at its end, inside the same collections. */
function askedFor(view: View, id: number, typed: string): CompletionList | undefined {
	const { session } = view;
	const { rows, service } = session;
	const row = rows?.places.get(id)?.row;
	if (!rows || !service || row?.kind !== "condition" || !equalities.has(row.operator)) return undefined;
	const { path } = scopeOf(rows, row);
	const around = path
		.split("/")
		.slice(1)
		.map((name) => `any ${quotedName(name)} (`)
		.join("");
	const subject = rows.text.slice(row.subject.span.from, row.subject.span.to);
	const isText = row.subject.field === undefined || row.subject.field.type === "text" || isTextList(row.subject.field);
	const value = isText ? JSON.stringify(typed).slice(0, -1) : typed;
	const text = `${around}${subject} ${row.subject.field?.type === "list" ? "has" : "="} ${value}`;
	return service.complete(text, text.length);
}

const isTextList = (field: { readonly type: string; readonly items?: string }): boolean => field.type === "list" && field.items === "text";

const quotedName = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `\`${name}\``);

const equalities: ReadonlySet<string> = new Set(["equal", "in", "has", "has-any", "has-all"]);

function suggestionOf(
	{ say, formats }: View,
	{ kind, label, count }: CompletionList["items"][number],
	chosen: (value: ValueInput) => void,
): readonly Suggestion[] {
	if (kind !== "value") return [];
	const value = readValue(label);
	if (value === undefined) return [];
	return [
		{
			label: typeof value === "number" ? shownNumber(value, formats.language) : value,
			...(count !== undefined && { detail: say.profiles(formats, count) }),
			choose: () => chosen(typeof value === "string" ? { kind: "text", value } : { kind: "number", value }),
		},
	];
}

function readValue(words: string): string | number | undefined {
	try {
		const value: unknown = JSON.parse(words);
		return typeof value === "string" || typeof value === "number" ? value : undefined;
	} catch {
		return undefined;
	}
}

function otherFields(
	view: View,
	id: number,
	{ type }: SubjectType,
	typed: string,
	chosen: (value: ValueInput) => void,
): readonly Suggestion[] {
	const { rows } = view.session;
	const row = rows?.places.get(id)?.row;
	if (!rows || row?.kind !== "condition" || type === undefined || type === "list" || type === "collection") return [];
	const { fields, ofProfile } = scopeOf(rows, row);
	const all = [
		...fields.map((field) => ({ field, ofProfile: false, label: field.name })),
		...(ofProfile ?? []).map((field) => ({ field, ofProfile: true, label: `profile.${field.name}` })),
	];
	const fitting = all.filter(
		(each) => each.field.type === type && each.field !== row.subject.field && each.field.exposure.includes("segments"),
	);
	return matchingChoices(fitting, typed).map(({ field, ofProfile: isOuter, label }) => ({
		label,
		detail: view.say.anotherField,
		choose: () => chosen({ kind: "field", name: field.name, ofProfile: isOuter }),
	}));
}
