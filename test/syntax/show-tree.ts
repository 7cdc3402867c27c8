// A tree in brackets, for the corpus: `(and (= country "US") opted_in)`.
import type * as ast from "../../src/syntax/ast.ts";

export function showSegment(segment: ast.Segment): string {
	const lines = segment.condition ? [showCondition(segment.condition)] : [];
	return [...lines, ...segment.comments.map((comment) => `(comment ${JSON.stringify(comment)})`)].join("\n");
}

export function showCondition(condition: ast.Condition): string {
	const shown = showBare(condition);
	const { comments } = condition;
	if (!comments) return shown;
	const parts = (["before", "after", "inside"] as const).flatMap((place) =>
		(comments[place] ?? []).map((text) => `${place} ${JSON.stringify(text)}`),
	);
	return `(commented ${[...parts, shown].join(" ")})`;
}

const list = (...parts: readonly (string | false | undefined)[]): string => `(${parts.filter(Boolean).join(" ")})`;

function showBare(condition: ast.Condition): string {
	switch (condition.kind) {
		case "and":
		case "or":
			return list(condition.kind, ...condition.items.map(showCondition));
		case "not":
			return list("not", showCondition(condition.item));
		case "named":
			return list("named", JSON.stringify(condition.name), showCondition(condition.item));
		case "group": {
			const { quantity } = condition;
			const head =
				typeof quantity === "string" ? `${quantity}-of` : `at-least-${Number.isNaN(quantity.atLeast) ? "_" : quantity.atLeast}-of`;
			return list(head, ...condition.items.map(showCondition));
		}
		case "test":
			return showTest(condition);
		case "quantified":
			return list(
				condition.quantifier,
				condition.count && String(condition.count.value),
				showExpression(condition.collection),
				condition.where && showCondition(condition.where),
			);
		case "edge":
			return list(
				condition.which,
				showExpression(condition.collection),
				"by",
				showExpression(condition.by),
				showCondition(condition.where),
			);
		case "reference": {
			const head = `${condition.negated ? "not-" : ""}in-${condition.any ? "any-" : ""}segment`;
			return list(head, ...condition.segments.map((segment) => JSON.stringify(segment.value)));
		}
		case "broken":
			return "(broken)";
	}
}

function showTest(test: ast.Test): string {
	const subject = showExpression(test.subject);
	if (test.operator === "true" && !test.negated) return subject;
	return list(
		`${test.negated ? "not-" : ""}${test.operator}`,
		test.anyOf && "any-of",
		test.ignoringCase && "ignoring-case",
		subject,
		...test.operands.map(showExpression),
	);
}

export function showExpression(expression: ast.Expression): string {
	switch (expression.kind) {
		case "field":
			return `${expression.ofProfile ? "profile:" : ""}${/^[\w.]+$/.test(expression.name) ? expression.name : JSON.stringify(expression.name).replaceAll('"', "`")}`;
		case "text":
			return JSON.stringify(expression.value);
		case "number":
		case "boolean":
			return String(expression.value);
		case "date":
			return [expression.year, expression.month, expression.day]
				.filter((part) => part !== undefined)
				.map((part) => String(part).padStart(2, "0"))
				.join("-");
		case "instant":
			return `@${expression.value}`;
		case "month-day":
			return `--${String(expression.month).padStart(2, "0")}-${String(expression.day).padStart(2, "0")}`;
		case "point":
			return list("point", expression.point);
		case "relative":
			return list(expression.direction, String(expression.amount), expression.unit);
		case "shift":
			return list("shift", showExpression(expression.base), `${expression.sign < 0 ? "-" : "+"}${expression.amount}`, expression.unit);
		case "arithmetic":
			return list(expression.operator, showExpression(expression.left), showExpression(expression.right));
		case "part":
			return list(expression.part, showExpression(expression.of));
		case "aggregate":
			return list(expression.function, showExpression(expression.of), expression.where && showCondition(expression.where));
		case "rolling":
			return list("rolling", expression.direction, String(expression.amount), expression.unit);
		case "calendar":
			return list(
				"calendar",
				expression.direction,
				String(expression.amount),
				expression.unit,
				expression.includesCurrent && "with-current",
			);
		case "hole":
			return "_";
	}
}
