// What can stand on the right of an operator: values that profiles have, values that the catalogue lists, other fields, points in time.
import type { Value } from "../../check/checked.ts";
import type { Context } from "../../check/context.ts";
import { operatorRow } from "../../check/operators.ts";
import type { Field } from "../../fields/field.ts";
import type { Operator } from "../../syntax/ast.ts";
import { printNumber, printText } from "../../syntax/print-expression.ts";
import { formatDate } from "../../values/civil-date.ts";
import { isUsableText } from "../../values/text.ts";
import type { ValueCount } from "../values-source.ts";
import { type Candidate, phrase } from "./candidate.ts";
import { asField, type FieldCandidates, type Spelling } from "./field-candidates.ts";
import { pointCandidates } from "./time-candidates.ts";

/** The test that a value is wanted for. */
export interface Wanted {
	readonly subject: Value;
	readonly operator: Operator;
	/** Among several: each must be the same for every profile. */
	readonly isListed: boolean;
	/** `month(…)` and `weekday(…)` are compared with names. */
	readonly calendarPart?: "month" | "weekday" | undefined;
	readonly found: readonly ValueCount[] | undefined;
}

/** They compare with a value as it is; the others with a part of it, or with its order. */
export const wholeValues: readonly Operator[] = ["equal", "in", "has", "has-any", "has-all"];
const fixedTexts: readonly Operator[] = ["contains", "starts-with", "ends-with", "like"];

export function valueCandidates(wanted: Wanted, fields: FieldCandidates, context: Context): readonly Candidate[] {
	const { subject, operator, isListed, calendarPart } = wanted;
	if (calendarPart) return calendarNames(calendarPart);
	if (fixedTexts.includes(operator)) return [];
	const type = itemType(subject);
	if (type === "date" || type === "datetime") {
		const isOfProfile = !isListed && operator !== "anniversary" && subject.kind === "field";
		const points = pointCandidates(operator === "anniversary" ? "date" : type, context);
		return isOfProfile ? [...points, ...fieldsOf(["date", "datetime"], subject, fields, context)] : points;
	}
	if (type === "month-day")
		return [phrase("date", `--${formatDate(context.clock.today).slice(5)}`, "none", { detail: "a day of any year" })];
	const values = wholeValues.includes(operator) ? knownValues(wanted) : [];
	const others = isListed || operatorRow(operator).types.includes("list") ? [] : fieldsOf([type], subject, fields, context);
	return [...values, ...(type === "boolean" ? [phrase("value", "true", "none"), phrase("value", "false", "none")] : []), ...others];
}

/** What is compared with what stands on the right: of a list, its items. */
export function itemType({ type, ...value }: Value): Exclude<Value["type"], "list" | "collection"> {
	if (type === "collection") return "text";
	if (type !== "list") return type;
	return value.kind === "field" && value.field.type === "list" ? value.field.items : "text";
}

function knownValues({ subject, found }: Wanted): readonly Candidate[] {
	const type = itemType(subject);
	if (type !== "text" && type !== "number") return [];
	const counted = (found ?? []).filter(({ value }) => typeof value === (type === "text" ? "string" : "number") && isWritable(value));
	const seen = new Set(counted.map(({ value }) => value));
	const listed = optionsOf(subject).filter((value) => !seen.has(value));
	return [
		...counted.map(({ value, count }) => valueCandidate(value as string | number, count)),
		...listed.map((value) => valueCandidate(value, undefined)),
	];
}

const isWritable = (value: unknown): boolean =>
	typeof value === "string" ? isUsableText(value) : Number.isFinite(value) && Math.abs(Number(value)) <= Number.MAX_SAFE_INTEGER;

/** The values that the catalogue declares. */
export function optionsOf(value: Value): readonly (string | number)[] {
	return value.kind === "field" && "options" in value.field ? (value.field.options ?? []) : [];
}

function valueCandidate(value: string | number, count: number | undefined): Candidate {
	const written = typeof value === "string" ? printText(value) : printNumber(value);
	const people = count === undefined ? undefined : `${count.toLocaleString("en-US")} ${count === 1 ? "profile" : "profiles"}`;
	return {
		kind: "value",
		words: [written],
		match: String(value),
		tail: "none",
		...(count !== undefined && { count }),
		...(people !== undefined && { detail: people }),
	};
}

/** Fields of these types, without the subject itself. */
function fieldsOf(types: readonly Value["type"][], subject: Value, fields: FieldCandidates, context: Context): readonly Candidate[] {
	const own = subject.kind === "field" ? subject : undefined;
	const isOwn = (candidate: Candidate): boolean =>
		own !== undefined &&
		candidate.field?.name === own.field.name &&
		candidate.field.ofProfile === (own.scope === "profile" && context.element !== undefined);
	return types.flatMap((type) => fields.over(context, makers[type as keyof typeof makers])).filter((candidate) => !isOwn(candidate));
}

/** One function a type, for what they make is kept. */
const ofType =
	(type: Field["type"]) =>
	(field: Field, spelling: Spelling): readonly Candidate[] =>
		field.type === type ? asField(field, spelling) : [];

export const makers = {
	text: ofType("text"),
	number: ofType("number"),
	boolean: ofType("boolean"),
	date: ofType("date"),
	datetime: ofType("datetime"),
} as const;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const calendarNames = (part: "month" | "weekday"): readonly Candidate[] =>
	(part === "month" ? months : weekdays).map((name) => phrase("value", name, "none"));
