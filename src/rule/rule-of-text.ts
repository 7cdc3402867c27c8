// contains, starts with, ends with and like. Positions in `substr` are UTF-16 units; both sides are well-formed text, so no character is cut.
import type { CheckedCondition } from "../check/checked.ts";
import { likeShape } from "../values/like-shape.ts";
import type { Environment } from "./environment.ts";
import { patternRule } from "./rule-of-pattern.ts";
import type { Rule } from "./rule.ts";
import { all, notNull } from "./shapes.ts";

export function textRule(condition: Extract<CheckedCondition, { kind: "text" }>, environment: Environment): Rule {
	const x = environment.read(condition.value);
	const { operand } = condition;
	switch (condition.test) {
		case "contains":
			return contains(x, operand);
		case "starts-with":
			return startsWith(x, operand);
		case "ends-with":
			return endsWith(x, operand);
		case "like":
			return likeRule(x, operand);
	}
}

/** Empty text is part of every text; json-logic-js's own `in` says no for an empty text. */
const contains = (x: Rule, text: string): Rule => (text === "" ? notNull(x) : all([notNull(x), { in: [text, x] }]));

const startsWith = (x: Rule, text: string): Rule =>
	text === "" ? notNull(x) : all([notNull(x), { "===": [{ substr: [x, 0, text.length] }, text] }]);

const endsWith = (x: Rule, text: string): Rule =>
	text === "" ? notNull(x) : all([notNull(x), { "===": [{ substr: [x, -text.length] }, text] }]);

function likeRule(x: Rule, pattern: string): Rule {
	const shape = likeShape(pattern);
	switch (shape.kind) {
		case "equal":
			return { "===": [x, shape.text] };
		case "starts-with":
			return startsWith(x, shape.text);
		case "ends-with":
			return endsWith(x, shape.text);
		case "contains":
			return contains(x, shape.text);
		case "starts-and-ends":
			// The end is looked for after the start, so that "ab*ba" does not match "aba".
			return all([
				startsWith(x, shape.start),
				{ "===": [{ substr: [{ substr: [x, shape.start.length] }, -shape.end.length] }, shape.end] },
			]);
		case "general":
			return patternRule(x, shape.parts);
	}
}
