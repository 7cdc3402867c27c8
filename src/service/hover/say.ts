// What is said of one node: of a field, an operator, a stretch of time, a segment, a word of the language.
import type { FieldValue } from "../../check/checked.ts";
import type { Context } from "../../check/context.ts";
import { fullName, lookUp } from "../../check/names.ts";
import { checkValue } from "../../check/values.ts";
import type * as ast from "../../syntax/ast.ts";
import { operatorWords } from "../../syntax/operators.ts";
import type { Span } from "../../text/span.ts";
import { operatorMeaning } from "../operator-meaning.ts";
import { resolveTime, timeWords } from "../resolved-time.ts";
import { collectionPath, silent } from "../scope.ts";
import type { ValueCount, ValuesSource } from "../values-source.ts";
import { type HoverBlock, paragraph, plainParagraph } from "./blocks.ts";
import { fieldBlocks } from "./field-blocks.ts";
import { edgeMeanings, functionMeanings, partMeanings, quantifierMeanings } from "../meanings.ts";
import type { Step } from "./steps.ts";

export interface Said {
	readonly span: Span;
	readonly blocks: readonly HoverBlock[];
}

/** Undefined where there is nothing to say but how the condition reads. `steps` is not empty. */
export function say(steps: readonly Step[], offset: number, values: ValuesSource | undefined): Said | undefined {
	const { node, context } = steps.at(-1) as Step;
	const parent = steps.at(-2)?.node;
	const { span } = node;
	switch (node.kind) {
		case "test":
			return touches(node.operatorSpan, offset) ? operatorSaid(node, context) : undefined;
		case "field":
			return context && fieldSaid(node, parent, context, values);
		case "point":
		case "relative":
		case "shift":
		case "rolling":
		case "calendar":
		case "date":
			return timeSaid(node, steps);
		case "aggregate":
			return { span, blocks: [meaning(node.function.replace("-", " "), functionMeanings[node.function])] };
		case "part":
			return { span, blocks: [meaning(node.part, partMeanings[node.part])] };
		case "quantified": {
			const words = node.quantifier.replaceAll("-", " ");
			if (!touches(node.quantifierSpan, offset)) return undefined;
			return { span: node.quantifierSpan, blocks: [meaning(words, quantifierMeanings[node.quantifier])] };
		}
		case "edge":
			return { span, blocks: [meaning(node.which, edgeMeanings[node.which])] };
		case "reference":
			return node.segments.length === 1 && context ? segmentSaid(node.segments[0] as ast.TextLiteral, span, context) : undefined;
		case "text":
			return parent?.kind === "reference" && context ? segmentSaid(node, span, context) : undefined;
		default:
			return undefined;
	}
}

const touches = ({ from, to }: Span, offset: number): boolean => from < to && from <= offset && offset <= to;

const meaning = (words: string, text: string): HoverBlock => ({
	kind: "paragraph",
	runs: [
		{ text: words, isCode: true },
		{ text: `: ${text}`, isCode: false },
	],
});

function fieldSaid(
	name: ast.FieldName,
	parent: Step["node"] | undefined,
	context: Context,
	values: ValuesSource | undefined,
): Said | undefined {
	if (parent?.kind === "aggregate") return argumentSaid(name, context, values);
	const value = fieldValue(name, context);
	if (!value) return undefined;
	const collection = value.scope === "element" ? context.element?.collection.name : undefined;
	return { span: name.span, blocks: fieldBlocks(value.field, collection, knownValues(value, context, values)) };
}

/** `orders.total`, or the collection itself. */
function argumentSaid(name: ast.FieldName, context: Context, values: ValuesSource | undefined): Said | undefined {
	const path = collectionPath(name, context);
	if (path?.field === undefined) return fieldSaid(name, undefined, context, values);
	return fieldSaid({ ...name, name: path.field, ofProfile: false }, undefined, path.context, values);
}

/** Also of a field that only merge fields can use. */
function fieldValue(name: ast.FieldName, context: Context): FieldValue | undefined {
	const { field, ofProfile } = lookUp(name, context);
	return field && { kind: "field", field, scope: context.element && !ofProfile ? "element" : "profile", type: field.type };
}

function knownValues(value: FieldValue, context: Context, values: ValuesSource | undefined): readonly ValueCount[] | undefined {
	const { type, pii } = value.field;
	if (pii !== undefined || (type !== "text" && type !== "list")) return undefined;
	const found = values?.topValues(fullName(value, context), "");
	return found instanceof Promise ? undefined : found;
}

function operatorSaid(test: ast.Test, context: Context | undefined): Said {
	const words = operatorWords(test.operator, test.negated);
	const [operand] = test.operands;
	const time = test.operator === "within" && operand && context ? timeOf(operand, test, context) : undefined;
	const blocks = [meaning(test.anyOf ? `${words} any of` : words, operatorMeaning(test.operator, test.negated))];
	return { span: test.operatorSpan, blocks: time === undefined ? blocks : [...blocks, plainParagraph(time)] };
}

/** What a point or a stretch of time comes to, for the field that it is compared with. */
function timeSaid(node: ast.Expression, steps: readonly Step[]): Said | undefined {
	const at = steps.findLastIndex((outer) => outer.node.kind === "test");
	const step = steps[at];
	// The whole of `today - 3 months`, wherever in it one points.
	const whole = (steps[at + 1]?.node ?? node) as ast.Expression;
	const time = step?.node.kind === "test" && step.context ? timeOf(whole, step.node, step.context) : undefined;
	return time === undefined ? undefined : { span: whole.span, blocks: [plainParagraph(time)] };
}

function timeOf(expression: ast.Expression, test: ast.Test, context: Context): string | undefined {
	const type = checkValue(test.subject, silent(context))?.type;
	if (type !== "date" && type !== "datetime") return undefined;
	const resolved = resolveTime(expression, test.operator === "anniversary" ? "date" : type, context);
	return resolved && `${timeWords(resolved, context.clock.zone)}, in ${context.clock.zone.name}`;
}

/** A longer text of a segment is cut: it has an editor of its own. */
const maxSegmentLength = 1_000;

function segmentSaid(name: ast.TextLiteral, span: Span, { references }: Context): Said | undefined {
	const entry = references.source?.find(name.value);
	if (!entry) return undefined;
	const isLong = entry.text.length > maxSegmentLength;
	return {
		span,
		blocks: [
			entry.active ? paragraph`Segment ${entry.name}` : paragraph`Segment ${entry.name}, deactivated`,
			{ kind: "segment", text: isLong ? `${entry.text.slice(0, maxSegmentLength)}…` : entry.text },
		],
	};
}
