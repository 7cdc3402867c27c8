// The comparisons that a person can choose for a condition: every operator that its type takes, plain and negated by its own words.
import type { ConditionRow } from "../../document/row.ts";
import type { Operator } from "../../syntax/ast.ts";
import type { Language } from "../session/session.ts";
import type { SubjectType } from "./subject-type.ts";
import type { BuilderWords } from "./words.ts";

export interface OperatorChoice {
	/** The same for the same operator. */
	readonly key: string;
	readonly operator: Operator;
	readonly negated: boolean;
	readonly anyOf: boolean;
	readonly words: string;
}

const keyOf = ({ operator, negated, anyOf }: Pick<OperatorChoice, "operator" | "negated" | "anyOf">): string =>
	`${negated ? "not " : ""}${operator}${anyOf ? " any" : ""}`;

/**
 * In the order of the language's table; the condition's own operator is always among them. A condition behind `not` is offered no negated
 * words: `not` says it already.
 */
export function operatorChoices(
	row: ConditionRow,
	{ type }: SubjectType,
	{ operatorsFor, operatorRow }: Pick<Language, "operatorsFor" | "operatorRow">,
	say: BuilderWords,
): { readonly choices: readonly OperatorChoice[]; readonly current: string } {
	const isDate = type === "date" || type === "datetime";
	const words = isDate ? { ...say, operators: { ...say.operators, ...say.operatorsOfDates } } : say;
	const current = choiceOf(row.operator, isNegatedByWords(row), row.anyOf, words);
	const operators = type === undefined ? allOperators(say) : operatorsFor(type);
	const choices = operators.flatMap((operator) => {
		const { canAnyOf } = operatorRow(operator);
		return [false, ...(canAnyOf ? [true] : [])].flatMap((anyOf) =>
			[false, ...(row.not || !hasNegation(operator, say) ? [] : [true])].map((negated) => choiceOf(operator, negated, anyOf, words)),
		);
	});
	const all = choices.some(({ key }) => key === current.key) ? choices : [current, ...choices];
	return { choices: all, current: current.key };
}

/** Of a bare boolean, the `not` before it is the only negation that it has. */
export const isNegatedByWords = (row: ConditionRow): boolean => row.negated;

const hasNegation = (operator: Operator, say: BuilderWords): boolean => say.operators[operator][1] !== undefined;

const allOperators = (say: BuilderWords): readonly Operator[] =>
	(Object.keys(say.operators) as Operator[]).filter((operator) => operator !== "true");

function choiceOf(operator: Operator, negated: boolean, anyOf: boolean, say: BuilderWords): OperatorChoice {
	const [plain, negative = `${say.not} ${plain}`] = (anyOf ? say.anyOf[operator] : undefined) ?? say.operators[operator];
	return { key: keyOf({ operator, negated, anyOf }), operator, negated, anyOf, words: negated ? negative : plain };
}
