// Which candidates a place has: how a condition begins, what it lacks, what comes after it.
import type * as ast from "../../syntax/ast.ts";
import { argumentCandidates } from "./argument-candidates.ts";
import { type Begun, readBegun } from "./begun.ts";
import { type Candidate, phrase } from "./candidate.ts";
import { conditionCandidates, segmentCandidates } from "./condition-candidates.ts";
import { signSource } from "./sign-source.ts";
import { type Gathering, type Source, checkedValue, written } from "./source.ts";
import { operatorSources, valueSources } from "./test-sources.ts";
import { itemType } from "./value-candidates.ts";

export function sourcesAt(gathering: Gathering): readonly Source[] {
	const { place, context, fields } = gathering;
	const { tokens, call, itemStart } = place;
	const isInQuotes = place.word.kind === "text";
	if (call !== undefined) return [{ candidates: argumentCandidates(call, fields, context), written: written(tokens.slice(itemStart)) }];
	const begun = readBegun(gathering.text, place);
	if (!begun) return isInQuotes ? [] : [beginning(gathering, [])];
	const { last } = begun;
	if (last.kind === "reference") return references(last, gathering);
	const moved = signSource(begun, gathering);
	if (moved) return [moved];
	if (place.isInList) return valueSources(begun, gathering);
	const isComplete = begun.isComplete(context) && isCondition(last, gathering);
	const after = isComplete ? whatFollows(last, gathering) : whatIsMissing(begun, gathering);
	const further = isInQuotes ? [] : [beginning(gathering, written(tokens))];
	if (last.kind !== "test") return [...further, ...after];
	const operators = begun.tests.flatMap((test) => operatorSources(test, begun, gathering));
	return [...after, ...operators, ...valueSources(begun, gathering), ...further];
}

/** How a condition begins, with the words of it that are written. */
const beginning = ({ fields, context, place }: Gathering, words: readonly string[]): Source => ({
	candidates: conditionCandidates(fields, context, place.lead),
	written: words,
});

function references(reference: ast.Reference, { context, place }: Gathering): readonly Source[] {
	if (!place.isInList && reference.segments.length > 0) return [{ candidates: joiners, written: [] }];
	const listed = reference.segments.map(({ value }) => value);
	return context.element ? [] : [{ candidates: segmentCandidates(context, listed), written: [] }];
}

const joiners: readonly Candidate[] = [
	phrase("keyword", "and", "space", { detail: "both must hold" }),
	phrase("keyword", "or", "space", { detail: "one of them must hold" }),
];
const ignoringCase = phrase("keyword", "ignoring case", "none", { detail: "upper and lower case are the same" });
const otherEnd = phrase("keyword", "and", "operand", { detail: "the other end" });

/** A value alone is a condition when it is true or false. */
const isCondition = (condition: ast.Condition, gathering: Gathering): boolean =>
	condition.kind !== "test" || condition.operator !== "true" || checkedValue(condition.subject, gathering)?.type === "boolean";

function whatFollows(condition: ast.Condition, gathering: Gathering): readonly Source[] {
	const { isInGroup, isOnNewLine, word, tokens } = gathering.place;
	if (word.kind === "text") return [];
	// What stands in parentheses is over.
	const canFold = condition.kind === "test" && tokens[0]?.type !== "Open" && canIgnoreCase(condition, gathering);
	const joined = { candidates: canFold ? [...joiners, ignoringCase] : joiners, written: [] };
	return isInGroup && isOnNewLine ? [beginning(gathering, []), joined] : [joined];
}

function canIgnoreCase(test: ast.Test, gathering: Gathering): boolean {
	if (test.ignoringCase || test.operator === "set" || test.operator === "empty") return false;
	const value = checkedValue(test.subject, gathering);
	return value !== undefined && value.type !== "collection" && itemType(value) === "text";
}

/** The one word that a condition lacks. */
function whatIsMissing({ last }: Begun, { place }: Gathering): readonly Source[] {
	if (place.tokens.at(-1)?.type === "Ignoring") return [{ candidates: [ignoringCase], written: ["ignoring"] }];
	if (last.kind !== "test" || last.operands.length !== 2) return [];
	const [low, high] = last.operands;
	const isHalf = low?.kind !== "hole" && high?.kind === "hole" && !place.tokens.some(({ type }) => type === "BetweenAnd");
	return isHalf ? [{ candidates: [otherEnd], written: [] }] : [];
}
