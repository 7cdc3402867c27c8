// Within one test: the operators that its subject can have, and the values that its operator can.
import type { Value } from "../../check/checked.ts";
import { isFixed } from "../../check/fixed.ts";
import { fullName } from "../../check/names.ts";
import type * as ast from "../../syntax/ast.ts";
import { partMeanings } from "../meanings.ts";
import { resolveTime } from "../resolved-time.ts";
import type { ValueCount } from "../values-source.ts";
import type { Begun } from "./begun.ts";
import { type Candidate, phrase } from "./candidate.ts";
import { numberCalls } from "./condition-candidates.ts";
import { mirroredCandidates, operatorCandidates } from "./operator-candidates.ts";
import { type Gathering, type Source, checkedValue, written } from "./source.ts";
import { anniversaryCandidates, canonicalWindow, windowCandidates } from "./time-candidates.ts";
import { itemType, makers, valueCandidates, wholeValues } from "./value-candidates.ts";

const monthDay = phrase("operator", "month-day", "space", { detail: partMeanings["month-day"], isQuiet: true });

export function operatorSources(test: ast.Test, begun: Begun, gathering: Gathering): readonly Source[] {
	if (gathering.place.word.kind === "text" || test.subject.kind === "hole") return [];
	const words = written(begun.tokensAfter(test.subject.span.to)).map((word) => word.toLowerCase());
	if (isFixed(test.subject)) return [{ candidates: mirroredCandidates(), written: words }];
	const value = checkedValue(test.subject, gathering);
	if (!value) return [];
	const { type } = value;
	const operators = { candidates: operatorCandidates(value), written: words };
	if (type !== "date" && type !== "datetime") return [operators];
	const windows = { candidates: windowCandidates(type, gathering.context), written: canonicalWindow(words) };
	// Only the days of a field can be looked at apart from their year.
	const ofAnyYear = { candidates: [...anniversaryCandidates(), monthDay], written: words };
	return value.kind === "field" ? [windows, operators, ofAnyYear] : [windows, operators];
}

export function valueSources(begun: Begun, gathering: Gathering): readonly Source[] {
	const test = begun.last;
	const { word, isInList } = gathering.place;
	if (test.kind !== "test" || test.operatorSpan.from === test.operatorSpan.to) return [];
	if (begun.diagnostics.some(({ code }) => code === "missing-operator")) return [];
	const operand = operandWords(test, begun, gathering);
	if (operand.length > 0 && word.kind === "text") return [];
	if (isFixed(test.subject)) return [{ candidates: fieldsLike(test.subject, gathering), written: operand }];
	if (test.operator === "within" || (takesList(test) && !isInList)) return [];
	const subject = checkedValue(test.subject, gathering);
	if (!subject) return [];
	const candidates = ofSubject(subject, test, gathering);
	// In quotes only a text can stand.
	if (word.kind !== "text") return [{ candidates, written: operand }];
	return itemType(subject) === "text" ? [{ candidates: candidates.filter(({ kind }) => kind === "value"), written: operand }] : [];
}

function ofSubject(subject: Value, test: ast.Test, gathering: Gathering): readonly Candidate[] {
	const { isInList } = gathering.place;
	const calendarPart = calendarPartOf(test.subject);
	const wanted = {
		subject,
		operator: test.operator,
		isListed: isInList,
		calendarPart,
		found: foundValues(subject, test.operator, gathering),
	};
	const listed = isInList ? listedValues(test) : [];
	const values = valueCandidates(wanted, gathering.fields, gathering.context).filter(
		({ match, words }) => !listed.includes(match ?? words.join(" ")),
	);
	return subject.type === "number" && !calendarPart && !isInList ? [...values, ...callsOf(gathering)] : values;
}

/** Of what names a person, no values are ever looked up. */
function foundValues(subject: Value, operator: ast.Operator, { context, findValues }: Gathering): readonly ValueCount[] | undefined {
	if (!wholeValues.includes(operator) || subject.kind !== "field" || subject.part !== undefined || subject.field.pii !== undefined)
		return undefined;
	const type = itemType(subject);
	return type === "text" || type === "number" ? findValues(fullName(subject, context)) : undefined;
}

const takesList = (test: ast.Test): boolean =>
	test.operator === "in" || test.operator === "has-any" || test.operator === "has-all" || test.anyOf;

/** What is written of the operand that the word belongs to. */
function operandWords(test: ast.Test, begun: Begun, { place }: Gathering): readonly string[] {
	const tokens = begun.tokensAfter(test.operatorSpan.to);
	const own = place.isInList
		? place.tokens.slice(place.itemStart)
		: tokens.slice(tokens.findLastIndex(({ type }) => type === "BetweenAnd") + 1);
	return written(own).map((word) => word.toLowerCase());
}

/** The fields that a fixed value can be compared with. Not every moment is a day: `3 hours ago` is none, nor is one before all days in this zone. */
function fieldsLike(subject: ast.Expression, { fields, context }: Gathering): readonly Candidate[] {
	switch (subject.kind) {
		case "text":
		case "boolean":
			return fields.over(context, makers[subject.kind]);
		case "month-day":
			return [];
		case "number":
		case "arithmetic":
			return fields.over(context, makers.number);
		default:
			return (["date", "datetime"] as const).flatMap((type) =>
				resolveTime(subject, type, context) ? fields.over(context, makers[type]) : [],
			);
	}
}

/** Calculations that give a number. */
export function callsOf({ context }: Gathering): readonly Candidate[] {
	const inReach = context.element?.collection.fields ?? context.catalogue.fields;
	return numberCalls(inReach).filter(({ words }) => words[0] !== "min" && words[0] !== "max");
}

const calendarPartOf = (subject: ast.Expression): "month" | "weekday" | undefined =>
	subject.kind === "part" && (subject.part === "month" || subject.part === "weekday") ? subject.part : undefined;

const listedValues = (test: ast.Test): readonly string[] =>
	test.operands.flatMap((operand) => {
		if (operand.kind === "field") return [operand.name];
		return operand.kind === "text" || operand.kind === "number" || operand.kind === "boolean" ? [String(operand.value)] : [];
	});
