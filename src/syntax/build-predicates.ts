// What a predicate says of its subject: each spelling of an operator to the one of the AST, and the words that are missing.
import type { CstNode, IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import type { Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, holeAt, inOrder, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { buildExpression, buildValue } from "./build-expressions.ts";
import { buildList, reportNoList, reportNoOf } from "./build-lists.ts";
import { buildWindow } from "./build-windows.ts";
import { spanOf } from "./lex.ts";
import { operatorExample } from "./operators.ts";
import { quoted, shortened } from "./words.ts";

/** What a predicate says of its subject. */
export interface Predicate {
	readonly operator: ast.Operator;
	readonly negated: boolean;
	readonly anyOf: boolean;
	readonly operands: readonly ast.Expression[];
}

const predicate = (operator: ast.Operator, operands: readonly ast.Expression[], more: Partial<Predicate> = {}): Predicate => ({
	operator,
	operands,
	negated: false,
	anyOf: false,
	...more,
});

/** The words of the operator: all before the first operand, or the stretch of time itself where no word leads to it. */
export function operatorSpan(node: cst.PredicateCstNode): Span {
	const { from, to } = nodeSpan(node);
	const end = endOfWords(node);
	return { from, to: end.to > from ? end.to : to };
}

const operandNodes = new Set(["expression", "list", "window", "value"]);

/** The end of the last word before the first operand; `isOver` once an operand was met. */
function endOfWords(node: CstNode): { readonly to: number; readonly isOver: boolean } {
	let to = -1;
	for (const element of inOrder(node)) {
		if (!isNode(element)) {
			if (element.tokenType.name === "Ignoring" && to >= 0) return { to, isOver: true };
			to = spanOf(element).to;
			continue;
		}
		if (operandNodes.has(element.name)) return { to, isOver: true };
		const inner = endOfWords(element);
		to = Math.max(to, inner.to);
		if (inner.isOver) return { to, isOver: true };
	}
	return { to, isOver: false };
}

/** The operator and operands of a predicate; `subject` is what the author wrote before it, for examples. */
export const readPredicate = (node: cst.PredicateCstNode, subject: string, context: BuildContext): Predicate =>
	new PredicateBuilder(node, subject, context).build();

/** By its first word, equality aside; `at most` before the `at` that begins it. */
const comparisons: readonly (readonly [keyof cst.ComparisonCstChildren, ast.Operator])[] = [
	...(["Less", "LessThanWord", "LessWord"] as const).map((token) => [token, "less"] as const),
	...(["AtMost", "Most"] as const).map((token) => [token, "at-most"] as const),
	...(["Greater", "GreaterThanWord", "GreaterWord"] as const).map((token) => [token, "greater"] as const),
	...(["AtLeast", "At"] as const).map((token) => [token, "at-least"] as const),
];

class PredicateBuilder {
	readonly #node: cst.PredicateCstNode;
	readonly #subject: string;
	readonly #context: BuildContext;
	/** A missing word was reported: a missing value after it goes without saying. */
	#isReported = false;

	constructor(node: cst.PredicateCstNode, subject: string, context: BuildContext) {
		this.#node = node;
		this.#subject = subject;
		this.#context = context;
	}

	build(): Predicate {
		const { is, does, operation, OperatorNot } = this.#node.children;
		if (is?.[0]) return this.#is(is[0]);
		if (does?.[0]) return this.#does(does[0]);
		const built = operation?.[0] ? this.#operation(operation[0]) : this.#nothing();
		if (OperatorNot?.[0] && operation?.[0]?.children.comparison) {
			const at = operatorSpan(this.#node);
			const words = quoted(this.#context.text, at);
			this.#context.report("unexpected-words", `Write "!=" instead of ${words}.`, at, [this.#context.fix("Change to !=", at, "!=")]);
		}
		return OperatorNot ? negate(built) : built;
	}

	// ---- what is missing ----

	/** Reports that no value follows the operator, and stands in for it. */
	#missing(operator: ast.Operator): ast.Hole {
		const at = operatorSpan(this.#node);
		if (this.#isReported) return holeAt(at.to);
		const words = shortened(this.#context.text, at);
		this.#context.report(
			"missing-value",
			`Write a value after "${words}", for example ${this.#subject} ${words} ${operatorExample(operator)}.`,
			at,
		);
		return holeAt(at.to);
	}

	#nothing(): Predicate {
		const at = operatorSpan(this.#node);
		const words = shortened(this.#context.text, at);
		this.#context.report(
			"missing-operator",
			`Write an operator after "${words}", for example ${this.#subject} ${words} in ("a", "b").`,
			at,
		);
		return predicate("equal", [holeAt(at.to)]);
	}

	/** Reports that `word` should follow `after`, to make `meant`. */
	#missingWord(word: string, after: IToken, meant: string): void {
		const at = spanOf(after);
		const alone = meant.slice(0, meant.length - word.length).trim();
		this.#isReported = true;
		this.#context.report("missing-operator", `Write "${meant}" instead of "${alone}" alone.`, at, [
			this.#context.fix(`Add ${word}`, nothingAt(at.to), word),
		]);
	}

	#operand(node: cst.ExpressionCstNode | undefined, operator: ast.Operator): ast.Expression {
		return node ? buildExpression(node, this.#context) : this.#missing(operator);
	}

	/** `quantity` is the `any`, `all` or `none` before the list, `of` the word that should follow it. */
	#list(nodes: cst.ListCstNode[] | undefined, quantity?: IToken, of?: readonly IToken[]): readonly ast.Expression[] {
		if (quantity && !of) reportNoOf(quantity, this.#context);
		const at = operatorSpan(this.#node);
		if (nodes?.[0]) return buildList(nodes[0], `${this.#subject} ${shortened(this.#context.text, at)}`, this.#context);
		return reportNoList(`${this.#subject} ${shortened(this.#context.text, at)}`, at, this.#context);
	}

	// ---- forms ----

	#is(node: cst.IsCstNode): Predicate {
		const { OperatorNot, SetWord, Missing, Empty, Null, One, AnyOf, NoneOf, Of, EqualTo, expression, operation, list } = node.children;
		const not = OperatorNot !== undefined;
		if (SetWord) return predicate("set", [], { negated: not });
		if (Missing) return predicate("set", [], { negated: !not });
		if (Empty) return predicate("empty", [], { negated: not });
		if (Null) return this.#null(node, not);
		if (One || AnyOf || NoneOf)
			return predicate("in", this.#list(list, (AnyOf ?? NoneOf)?.[0], Of), { negated: not !== (NoneOf !== undefined) });
		if (operation?.[0]) return not ? negate(this.#operation(operation[0])) : this.#operation(operation[0]);
		if (EqualTo || expression?.[0]) return predicate("equal", [this.#operand(expression?.[0], "equal")], { negated: not });
		return predicate("equal", [this.#missing("equal")], { negated: not });
	}

	/** `is null`, from those who know SQL. */
	#null(node: cst.IsCstNode, not: boolean): Predicate {
		const at = nodeSpan(node);
		const meant = not ? "is set" : "is missing";
		this.#context.report("unexpected-words", `Write "${meant}" instead of ${quoted(this.#context.text, at)}.`, at, [
			this.#context.fix(`Change to ${meant}`, at, meant),
		]);
		return predicate("set", [], { negated: !not });
	}

	#does(node: cst.DoesCstNode): Predicate {
		const { Does, OperatorNot, EqualVerb, Contain, Start, End, With, Match, Have, Exist, operation, expression, choice, listChoice } =
			node.children;
		const [verb] = Start ?? End ?? [];
		if (!OperatorNot && Does[0]) this.#missingWord("not", Does[0], "does not");
		if (verb && !With) this.#missingWord("with", verb, `${verb.image} with`);
		if (EqualVerb) return predicate("equal", [this.#operand(expression?.[0], "equal")], { negated: true });
		if (Exist) return predicate("set", [], { negated: true });
		if (Have && listChoice?.[0]) return negate(this.#listChoice(listChoice[0]));
		if (operation?.[0]) return negate(this.#operation(operation[0]));
		if (choice?.[0]) return negate(this.#choice(choice[0], Contain ? "contains" : Start ? "starts-with" : Match ? "like" : "ends-with"));
		const at = nodeSpan(node);
		const words = shortened(this.#context.text, at);
		this.#context.report(
			"missing-operator",
			`Write what it does not do after "${words}", for example ${this.#subject} does not contain "x".`,
			at,
		);
		return predicate("contains", [holeAt(at.to)], { negated: true });
	}

	#operation(node: cst.OperationCstNode): Predicate {
		const { comparison, membership, range, textOperation, listOperation, dateOperation, window, anniversary, NotExists } = node.children;
		if (comparison?.[0]) return this.#comparison(comparison[0]);
		if (membership?.[0]) return this.#membership(membership[0]);
		if (range?.[0]) return this.#range(range[0], "between");
		if (textOperation?.[0]) return this.#text(textOperation[0]);
		if (listOperation?.[0]) return this.#listChoice(listOperation[0].children.listChoice[0]);
		if (dateOperation?.[0]) return this.#date(dateOperation[0]);
		if (window?.[0]) return predicate("within", [buildWindow(window[0], this.#context)]);
		if (anniversary?.[0]) return this.#anniversary(anniversary[0]);
		return predicate("set", [], { negated: NotExists !== undefined });
	}

	#comparison(node: cst.ComparisonCstNode): Predicate {
		const { GreaterWord, LessWord, NotEqual, NotEqualsWord, At, Least, Most, Than, expression } = node.children;
		const [word] = GreaterWord ?? LessWord ?? [];
		if (word && !Than) this.#missingWord("than", word, `${word.image} than`);
		if (At?.[0] && !Least && !Most) this.#missingWord("least", At[0], "at least");
		const operator = comparisons.find(([token]) => node.children[token])?.[1] ?? "equal";
		const negated = (NotEqual ?? NotEqualsWord) !== undefined;
		if (node.children.anyOfAlone?.[0]) return this.#anyOf(node.children.anyOfAlone[0], negated);
		return predicate(operator, [this.#operand(expression?.[0], operator)], { negated });
	}

	/** `= any of ("a", "b")`: the list belongs to `in`. */
	#anyOf(node: cst.AnyOfAloneCstNode, negated: boolean): Predicate {
		const { NoneOf, list } = node.children;
		const isNot = negated !== (NoneOf !== undefined);
		const meant = isNot ? "not in" : "in";
		const at = nodeSpan(this.#node);
		const lead = { from: at.from, to: list?.[0] ? nodeSpan(list[0]).from : at.to };
		this.#context.report("unexpected-words", `Write "${meant} (…)" instead of ${quoted(this.#context.text, lead)} and a list.`, lead, [
			this.#context.fix(`Change to ${meant}`, lead, meant),
		]);
		return predicate("in", list?.[0] ? buildList(list[0], `${this.#subject} ${meant}`, this.#context) : [holeAt(at.to)], {
			negated: isNot,
		});
	}

	#membership(node: cst.MembershipCstNode): Predicate {
		const { list, window, value } = node.children;
		if (window?.[0]) return predicate("within", [buildWindow(window[0], this.#context)]);
		if (!value?.[0]) return predicate("in", this.#list(list));
		const operand = buildValue(value[0], this.#context);
		if (isStretchOfDays(operand)) return predicate("on", [operand]);
		const at = nodeSpan(value[0]);
		if (operand.kind !== "hole") {
			const words = shortened(this.#context.text, at);
			this.#context.report("unexpected-words", `Put the values after "in" in parentheses: in (${words}).`, at, [
				this.#context.fix("Add parentheses", at, `(${this.#context.text.slice(at.from, at.to)})`),
			]);
		}
		return predicate("in", [operand]);
	}

	#range(node: cst.RangeCstNode, operator: "between" | "anniversary"): Predicate {
		const { expression, BetweenAnd } = node.children;
		const joint = BetweenAnd?.[0]?.startOffset ?? Number.POSITIVE_INFINITY;
		const low = expression?.find((end) => nodeSpan(end).from < joint);
		const high = expression?.find((end) => nodeSpan(end).from > joint);
		if (low && high) return predicate(operator, [buildExpression(low, this.#context), buildExpression(high, this.#context)]);
		const at = nodeSpan(node);
		const words = shortened(this.#context.text, operatorSpan(this.#node));
		const example = operator === "between" ? operatorExample(operator) : "today and today + 7 days";
		this.#context.report("missing-value", `Write two values after "${words}", for example ${this.#subject} ${words} ${example}.`, at);
		return predicate(operator, [
			low ? buildExpression(low, this.#context) : holeAt(at.to),
			high ? buildExpression(high, this.#context) : holeAt(at.to),
		]);
	}

	#text(node: cst.TextOperationCstNode): Predicate {
		const { Contains, Starts, Ends, With, choice } = node.children;
		const [verb] = Starts ?? Ends ?? [];
		if (verb && !With) this.#missingWord("with", verb, `${verb.image} with`);
		const operator = Contains ? "contains" : Starts ? "starts-with" : Ends ? "ends-with" : "like";
		return choice[0] ? this.#choice(choice[0], operator) : predicate(operator, [this.#missing(operator)]);
	}

	#choice(node: cst.ChoiceCstNode, operator: ast.Operator): Predicate {
		const { AnyOf, Of, list, expression } = node.children;
		return AnyOf
			? predicate(operator, this.#list(list, AnyOf[0], Of), { anyOf: true })
			: predicate(operator, [this.#operand(expression?.[0], operator)]);
	}

	#listChoice(node: cst.ListChoiceCstNode | undefined): Predicate {
		const { AnyOf, AllOf, NoneOf, Of, list, expression } = node?.children ?? {};
		const values = (AllOf ?? AnyOf ?? NoneOf) ? this.#list(list, (AllOf ?? AnyOf ?? NoneOf)?.[0], Of) : [];
		if (AllOf) return predicate("has-all", values);
		if (AnyOf ?? NoneOf) return predicate("has-any", values, { negated: NoneOf !== undefined });
		return predicate("has", [this.#operand(expression?.[0], "has")]);
	}

	#date(node: cst.DateOperationCstNode): Predicate {
		const { Before, After, On, OnOr, expression, windowAlone } = node.children;
		const [on] = On ?? [];
		if (OnOr?.[0] && !Before && !After) this.#missingWord("before", OnOr[0], "on or before");
		const [window] = windowAlone?.[0]?.children.window ?? [];
		if (window && on && !OnOr) return predicate("within", [buildWindow(window, this.#context)]);
		const operator = !on ? (Before ? "before" : "after") : !OnOr ? "on" : After ? "on-or-after" : "on-or-before";
		if (window) return predicate(operator, [this.#stretch(window)]);
		return predicate(operator, [this.#operand(expression?.[0], operator)]);
	}

	/** `before last month`: a stretch of time is no day to be before. */
	#stretch(node: cst.WindowCstNode): ast.Hole {
		const at = nodeSpan(node);
		const words = shortened(this.#context.text, at);
		this.#context.report(
			"bad-date",
			`"${words}" is a stretch of time, not a day. Write in ${words}, or give a day such as 30 days ago.`,
			at,
		);
		return { kind: "hole", span: at };
	}

	#anniversary(node: cst.AnniversaryCstNode): Predicate {
		const { range, window, expression } = node.children;
		if (range?.[0]) return this.#range(range[0], "anniversary");
		return predicate("anniversary", [window?.[0] ? buildWindow(window[0], this.#context) : this.#operand(expression?.[0], "anniversary")]);
	}
}

const negate = (built: Predicate): Predicate => ({ ...built, negated: !built.negated });

/** `in 2026`, `in 2026-05` and `in today` read as `on`. */
function isStretchOfDays(expression: ast.Expression): boolean {
	if (expression.kind === "number") return Number.isInteger(expression.value) && expression.value >= 1900 && expression.value <= 2299;
	return expression.kind === "date" || expression.kind === "point";
}
