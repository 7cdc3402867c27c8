// Which candidates a place has, and how much of each is already written there.
import type { Value } from "../../check/checked.ts";
import { checkValue } from "../../check/values.ts";
import type { Context } from "../../check/context.ts";
import { isFixed } from "../../check/fixed.ts";
import { fullName } from "../../check/names.ts";
import type * as ast from "../../syntax/ast.ts";
import { printText } from "../../syntax/print-expression.ts";
import type { Place, PlacedToken } from "../../syntax/place.ts";
import { silent } from "../scope.ts";
import type { ValueCount } from "../values-source.ts";
import { argumentCandidates } from "./argument-candidates.ts";
import { type Begun, readBegun } from "./begun.ts";
import { type Candidate, phrase } from "./candidate.ts";
import { conditionCandidates, numberCalls } from "./condition-candidates.ts";
import type { FieldCandidates } from "./field-candidates.ts";
import { mirroredCandidates, operatorCandidates } from "./operator-candidates.ts";
import { anniversaryCandidates, canonicalWindow, lengthCandidates, windowCandidates } from "./time-candidates.ts";
import { itemType, makers, valueCandidates } from "./value-candidates.ts";

/** Candidates of which these words are already written, before the word at the offset. */
export interface Source {
	readonly candidates: readonly Candidate[];
	readonly written: readonly string[];
}

/** Asks for the values of a field, by its full name; undefined while they are not known. */
export type FindValues = (field: string) => readonly ValueCount[] | undefined;

export function sourcesAt(
	text: string,
	place: Place,
	context: Context,
	fields: FieldCandidates,
	findValues: FindValues,
): readonly Source[] {
	return new SourceReader(text, place, context, fields, findValues).sources();
}

const signs: ReadonlySet<string> = new Set(["Plus", "Minus", "Times", "Divide"]);
const written = (tokens: readonly PlacedToken[]): readonly string[] => tokens.map(({ image }) => image);
const joiners: readonly Candidate[] = [
	phrase("keyword", "and", "space", { detail: "both must hold" }),
	phrase("keyword", "or", "space", { detail: "one of them must hold" }),
];
const ignoringCase = phrase("keyword", "ignoring case", "none", { detail: "upper and lower case are the same" });

class SourceReader {
	readonly #text: string;
	readonly #place: Place;
	readonly #context: Context;
	readonly #fields: FieldCandidates;
	readonly #findValues: FindValues;

	constructor(text: string, place: Place, context: Context, fields: FieldCandidates, findValues: FindValues) {
		this.#text = text;
		this.#place = place;
		this.#context = context;
		this.#fields = fields;
		this.#findValues = findValues;
	}

	sources(): readonly Source[] {
		const place = this.#place;
		const { tokens, call } = place;
		if (call !== undefined) return [this.#argument(call)];
		const begun = readBegun(this.#text, place);
		if (!begun) return place.word.kind === "text" ? [] : [this.#condition([])];
		if (begun.last.kind === "reference") return this.#reference(begun.last);
		const moved = this.#moved(begun);
		if (moved) return [moved];
		if (place.isInList) return this.#values(begun);
		const isComplete = begun.isComplete(this.#context) && this.#isCondition(begun.last);
		const after = isComplete ? this.#after(begun) : this.#missing(begun);
		const operators = begun.tests.flatMap((test) => this.#operators(test, begun));
		const further = place.word.kind === "text" ? [] : [this.#condition(written(tokens))];
		return begun.last.kind === "test" ? [...after, ...operators, ...this.#values(begun), ...further] : [...further, ...after];
	}

	/** How a condition begins, or, in a group on a new line, the next one. */
	#condition(words: readonly string[]): Source {
		return { candidates: conditionCandidates(this.#fields, this.#context, this.#place.lead), written: words };
	}

	#argument(call: string): Source {
		const { tokens, itemStart } = this.#place;
		return { candidates: argumentCandidates(call, this.#fields, this.#context), written: written(tokens.slice(itemStart)) };
	}

	#reference(reference: ast.Reference): readonly Source[] {
		const { source, deactivated } = this.#context.references;
		if (!this.#place.isInList && reference.segments.length > 0) return [{ candidates: joiners, written: [] }];
		if (!source || this.#context.element) return [];
		const listed = reference.segments.map(({ value }) => value);
		const names = source
			.names()
			.filter((name) => !listed.includes(name) && (deactivated !== "refuse" || source.find(name)?.active !== false));
		const candidates = names.map(
			(name): Candidate => ({
				kind: "segment",
				words: [printText(name)],
				match: name,
				tail: "none",
				detail: () => source.find(name)?.text,
			}),
		);
		return [{ candidates, written: [] }];
	}

	// ---- tests ----

	#operators(test: ast.Test, begun: Begun): readonly Source[] {
		if (this.#place.word.kind === "text" || test.subject.kind === "hole") return [];
		const words = written(begun.tokensAfter(test.subject.span.to));
		if (isFixed(test.subject)) return [{ candidates: mirroredCandidates(), written: words }];
		const value = this.#valueOf(test.subject);
		if (!value) return [];
		const { type } = value;
		const lower = words.map((word) => word.toLowerCase());
		const isDay = type === "date" || type === "datetime";
		return [
			...(isDay ? [{ candidates: windowCandidates(type, this.#context), written: canonicalWindow(lower) }] : []),
			{ candidates: operatorCandidates(value), written: lower },
			...(isDay && value.kind === "field" ? [{ candidates: [...anniversaryCandidates(), monthDay], written: lower }] : []),
		];
	}

	#values(begun: Begun): readonly Source[] {
		const test = begun.last;
		if (test.kind !== "test" || test.operatorSpan.from === test.operatorSpan.to) return [];
		if (begun.diagnostics.some(({ code }) => code === "missing-operator")) return [];
		const operand = this.#operandTokens(begun, test);
		const isFixedSubject = isFixed(test.subject);
		if (operand.length > 0 && this.#place.word.kind === "text") return [];
		if (isFixedSubject) return [{ candidates: this.#fieldsLike(test.subject), written: written(operand) }];
		const subject = this.#valueOf(test.subject);
		if (!subject || test.operator === "within") return [];
		if (this.#needsList(test) && !this.#place.isInList) return [];
		const calendarPart = calendarPartOf(test.subject);
		const found = subject.kind === "field" && itemType(subject) !== "boolean" ? this.#found(subject) : undefined;
		const listed = this.#place.isInList ? listedValues(test) : [];
		const wanted = { subject, operator: test.operator, isListed: this.#place.isInList, calendarPart, found };
		const candidates = valueCandidates(wanted, this.#fields, this.#context).filter(
			({ match }) => match === undefined || !listed.includes(match),
		);
		const calls = subject.type === "number" && !calendarPart && !this.#place.isInList ? this.#calls() : [];
		const isText = itemType(subject) === "text";
		// In quotes only a text can stand.
		const usable = this.#place.word.kind !== "text" ? candidates : isText ? candidates.filter(({ kind }) => kind === "value") : [];
		return [{ candidates: [...usable, ...calls], written: written(operand).map((word) => word.toLowerCase()) }];
	}

	#found(subject: Value): readonly ValueCount[] | undefined {
		if (subject.kind !== "field" || subject.field.pii !== undefined) return undefined;
		return this.#findValues(fullName(subject, this.#context));
	}

	/** The operator takes a list, and nothing of it is written yet. */
	#needsList(test: ast.Test): boolean {
		return test.operator === "in" || test.operator === "has-any" || test.operator === "has-all" || test.anyOf;
	}

	/** What is written of the operand that the word belongs to. */
	#operandTokens(begun: Begun, test: ast.Test): readonly PlacedToken[] {
		if (this.#place.isInList) return this.#place.tokens.slice(this.#place.itemStart);
		const tokens = begun.tokensAfter(test.operatorSpan.to);
		return tokens.slice(tokens.findLastIndex(({ type }) => type === "BetweenAnd") + 1);
	}

	/** After a sign: a number, or the length of time that a date is moved by. */
	#moved(begun: Begun): Source | undefined {
		const { tokens } = this.#place;
		const at = tokens.findLastIndex(({ type }) => signs.has(type));
		const rest = tokens.slice(at + 1);
		if (at < 1 || rest.length > 1 || rest.some(({ type }) => type !== "NumberLiteral")) return undefined;
		const left = begun.last.kind === "test" ? leftOfSign(begun.last.operands.at(-1) ?? begun.last.subject) : undefined;
		if (!left) return undefined;
		const type = isPoint(left) ? this.#typeOfPoint(left, begun.last) : this.#valueOf(left)?.type;
		if (type === "date" || type === "datetime") return { candidates: lengthCandidates(type), written: written(rest) };
		return rest.length === 0 && type === "number" ? { candidates: [...this.#numbers(), ...this.#calls()], written: [] } : undefined;
	}

	/** A day can be moved by days and longer; a moment, also by hours, where a moment is wanted. */
	#typeOfPoint(point: ast.Expression, condition: ast.Condition): "date" | "datetime" {
		const isDay = point.kind === "date" || (point.kind === "point" && point.point !== "now");
		if (isDay || condition.kind !== "test" || condition.operator === "anniversary") return "date";
		return this.#valueOf(condition.subject)?.type === "datetime" ? "datetime" : "date";
	}

	/** The fields that a fixed value can be compared with. */
	#fieldsLike(subject: ast.Expression): readonly Candidate[] {
		if (isPoint(subject) || subject.kind === "shift") {
			return [...this.#fields.over(this.#context, makers.date), ...this.#fields.over(this.#context, makers.datetime)];
		}
		if (subject.kind === "text" || subject.kind === "boolean") return this.#fields.over(this.#context, makers[subject.kind]);
		return subject.kind === "month-day" ? [] : this.#numbers();
	}

	#numbers(): readonly Candidate[] {
		return this.#fields.over(this.#context, makers.number);
	}

	#calls(): readonly Candidate[] {
		const inReach = this.#context.element?.collection.fields ?? this.#context.catalogue.fields;
		return numberCalls(inReach).filter(({ words }) => !["min", "max"].includes(words[0] ?? ""));
	}

	#valueOf(expression: ast.Expression): Value | undefined {
		const context = silent({ ...this.#context, text: this.#text });
		return checkValue(expression, context);
	}

	// ---- what comes after ----

	#after(begun: Begun): readonly Source[] {
		const { isInGroup, isOnNewLine, word, tokens } = this.#place;
		if (word.kind === "text") return [];
		const canFold = begun.last.kind === "test" && this.#canIgnoreCase(begun.last) && tokens.at(-1)?.type !== "Close";
		const joined = { candidates: canFold ? [...joiners, ignoringCase] : joiners, written: [] };
		return isInGroup && isOnNewLine ? [this.#condition([]), joined] : [joined];
	}

	/** A value alone is a condition when it is true or false. */
	#isCondition(condition: ast.Condition): boolean {
		return condition.kind !== "test" || condition.operator !== "true" || this.#valueOf(condition.subject)?.type === "boolean";
	}

	#canIgnoreCase(test: ast.Test): boolean {
		const value = this.#valueOf(test.subject);
		return (
			!test.ignoringCase &&
			test.operator !== "set" &&
			test.operator !== "empty" &&
			value !== undefined &&
			itemType(value) === "text" &&
			value.type !== "collection"
		);
	}

	/** The one word that a condition lacks. */
	#missing(begun: Begun): readonly Source[] {
		const { last } = begun;
		const lastToken = this.#place.tokens.at(-1);
		if (lastToken?.type === "Ignoring") return [{ candidates: [ignoringCase], written: ["ignoring"] }];
		const isHalfRange =
			last.kind === "test" && last.operands.length === 2 && last.operands[0]?.kind !== "hole" && last.operands[1]?.kind === "hole";
		const hasAnd = this.#place.tokens.some(({ type }) => type === "BetweenAnd");
		return isHalfRange && !hasAnd ? [{ candidates: [phrase("keyword", "and", "operand", { detail: "the other end" })], written: [] }] : [];
	}
}

const monthDay = phrase("operator", "month-day", "space", { detail: "the day, whatever the year", isQuiet: true });

const isPoint = (expression: ast.Expression): boolean =>
	expression.kind === "point" || expression.kind === "date" || expression.kind === "instant" || expression.kind === "relative";

/** What stands before the last sign. */
function leftOfSign(expression: ast.Expression): ast.Expression | undefined {
	if (expression.kind !== "arithmetic") return undefined;
	const deeper = leftOfSign(expression.right);
	return deeper ?? expression.left;
}

const calendarPartOf = (subject: ast.Expression): "month" | "weekday" | undefined =>
	subject.kind === "part" && (subject.part === "month" || subject.part === "weekday") ? subject.part : undefined;

const listedValues = (test: ast.Test): readonly string[] =>
	test.operands.flatMap((operand) => (operand.kind === "text" || operand.kind === "number" ? [String(operand.value)] : []));
