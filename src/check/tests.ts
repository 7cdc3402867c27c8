// `subject operator operands`: finds the subject's type, then leaves the meaning to the file of that family.
import { replaceFix, wordFix } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import { cut } from "../text/cut.ts";
import type { CheckedCondition, Value } from "./checked.ts";
import { checkComparison } from "./comparisons.ts";
import { negated } from "./conditions.ts";
import { allWords, type Context, report, words } from "./context.ts";
import { isFixed } from "./fixed.ts";
import { checkDateTest } from "./date-tests.ts";
import { checkListTest } from "./list-tests.ts";
import { operatorRow, operatorsFor } from "./operators.ts";
import { checkTextTest } from "./text-tests.ts";
import { typeWords, writeA } from "./type-words.ts";
import { checkValue } from "./values.ts";

export function checkTest(test: ast.Test, context: Context): CheckedCondition | undefined {
	const turned = turn(test);
	if (!turned) {
		return report(
			context,
			"not-a-condition",
			`"${words(context, test.span)}" is the same for every profile. Begin with a field, for example loyalty_points >= 500.`,
			test.span,
		);
	}
	const subject = checkValue(turned.subject, context);
	if (!subject || !canTest(turned, subject, context)) return undefined;
	const checked = checkFamily(turned, subject, context);
	return test.negated ? negated(checked, test) : checked && { ...checked, source: test };
}

/** `100 < total` as `total > 100`; undefined when neither side depends on the profile. */
function turn(test: ast.Test): ast.Test | undefined {
	if (!isFixed(test.subject)) return test;
	const { mirrored } = operatorRow(test.operator);
	const [operand] = test.operands;
	if (!mirrored || !operand || isFixed(operand)) return undefined;
	return { ...test, subject: operand, operator: mirrored, operands: [test.subject] };
}

function checkFamily(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	switch (test.operator) {
		case "true":
			return { kind: "compare", operator: "=", left: subject, right: { kind: "constant", value: true, type: "boolean" }, source: test };
		case "set":
			return { kind: "set", value: subject, source: test };
		case "empty":
		case "has":
		case "has-any":
		case "has-all":
			return checkListTest(test, subject, context);
		case "contains":
		case "starts-with":
		case "ends-with":
		case "like":
			return checkTextTest(test, subject, context);
		default:
			return subject.type === "date" || subject.type === "datetime"
				? checkDateTest(test, subject, context)
				: checkComparison(test, subject, context);
	}
}

function canTest(test: ast.Test, subject: Value, context: Context): boolean {
	const row = operatorRow(test.operator);
	if (!row.types.includes(subject.type)) {
		reportOperator(test, subject, context);
		return false;
	}
	if (test.ignoringCase && (!row.canIgnoreCase || (subject.type !== "text" && subject.type !== "list"))) {
		report(
			context,
			"wrong-operator",
			`"ignoring case" is only for text, and "${words(context, test.subject.span)}" is ${typeWords(subject.type)}. Remove it.`,
			test.span,
		);
		return false;
	}
	return true;
}

function reportOperator(test: ast.Test, subject: Value, context: Context): void {
	const written = words(context, test.subject.span);
	const what = typeWords(subject.type);
	if (test.operator === "true" && test.operatorSpan.to > test.operatorSpan.from) {
		const at = { from: test.operatorSpan.from, to: test.span.to };
		report(context, "wrong-type", `"${written}" is ${what}, but true is true or false. ${writeA(subject.type)}`, at);
		return;
	}
	if (test.operator === "true") {
		const example = examples[subject.type](written);
		report(context, "not-a-condition", `"${written}" is ${what}, not a condition. Compare it, for example ${example}.`, test.span);
		return;
	}
	if (isOfCount(test, subject)) {
		const counted = `count(${allWords(context, test.subject.span)})`;
		const { from, to } = test.subject.span;
		report(context, "wrong-operator", `"${written}" is ${what}. To compare how many there are, write ${cut(counted)}.`, test.span, [
			replaceFix(`Change to ${cut(counted)}`, { from, to }, counted),
		]);
		return;
	}
	const better = betterOperator(test, subject);
	if (better !== undefined) {
		report(context, "wrong-operator", `"${written}" is ${what}. Use "${better}" to look into it.`, test.operatorSpan, [
			wordFix(`Change to ${better}`, context.text, test.operatorSpan, better),
		]);
		return;
	}
	const usable = operatorsFor(subject.type)
		.map((operator) => operatorRow(operator).words)
		.filter((operator) => operator !== "")
		.map((operator) => `"${operator}"`);
	const operator = words(context, test.operatorSpan);
	// Where none is written, the parser has asked for one.
	const mistake = operator === "" ? `"${written}" is ${what}.` : `"${operator}" does not work on "${written}", which is ${what}.`;
	report(
		context,
		"wrong-operator",
		`${mistake} Use ${[...new Set(usable)].join(", ")}.`,
		operator === "" ? test.subject.span : test.operatorSpan,
	);
}

const examples: Record<Value["type"], (name: string) => string> = {
	text: (name) => `${name} = "…"`,
	number: (name) => `${name} > 0`,
	boolean: (name) => name,
	date: (name) => `${name} in last 30 days`,
	datetime: (name) => `${name} in last 30 days`,
	"month-day": (name) => `${name} = --05-01`,
	list: (name) => `${name} has "…"`,
	collection: (name) => `any ${name} (…)`,
};

/** `orders > 2`, of a list or a collection: how many there are. A list of numbers has 2 for an item, too, and nothing that is more than it. */
function isOfCount(test: ast.Test, subject: Value): boolean {
	if ((subject.type !== "list" && subject.type !== "collection") || test.subject.kind !== "field") return false;
	const isOrder = ["less", "at-most", "greater", "at-least", "between"].includes(test.operator);
	const isEqual = test.operator === "equal" && subject.type === "collection";
	return (isOrder || isEqual) && test.operatorSpan.to > test.operatorSpan.from && test.operands.every(({ kind }) => kind === "number");
}

/** The list operator that says what a text operator on a list was meant to say. */
function betterOperator(test: ast.Test, subject: Value): string | undefined {
	if (subject.type !== "list" || test.ignoringCase) return undefined;
	if ((test.operator === "equal" || test.operator === "contains") && !test.anyOf) return test.negated ? "does not have" : "has";
	if (test.operator === "in") return test.negated ? "has none of" : "has any of";
	return undefined;
}
