// From rules to a flat program: leaves become truths, short conditions of leaves too, long ones jumps, everything else a call of a closure.
import { type Call, hasAtMost, isConstant, readCall } from "./call.ts";
import { Compiler, maxDepth } from "./compiler.ts";
import { operandsOf } from "./condition.ts";
import { isTruthy, type Test } from "./data.ts";
import { type Condition, Jumps } from "./jumps.ts";
import { readLeaf } from "./leaf.ts";
import { readPath } from "./path.ts";
import { always, type Literal, type Program } from "./program.ts";
import { ruleKey } from "./rule-key.ts";
import { opposite, Truths } from "./truths.ts";

/** To compute so many costs less than to go the wrong way once or twice; of more, only as many as needed are asked. */
const maxLeaves = 8;

/** One program of all rules. Linear in their size. */
export function assemble(rules: readonly unknown[]): Program {
	const assembler = new Assembler();
	return assembler.program(rules.map((rule) => assembler.condition(rule, 0)));
}

class Assembler {
	readonly #truths = new Truths();
	readonly #tests: Test[] = [];
	readonly #known = new Map<string, number>();
	/** What json-logic-js runs may have effects, and then the same is asked again. */
	#usesStock = false;

	program(conditions: readonly Condition[]): Program {
		const jumps = new Jumps();
		const plainRules: number[] = [];
		const branchingRules: number[] = [];
		for (const [rule, condition] of conditions.entries()) {
			if ("literal" in condition) plainRules.push(rule, condition.literal);
			else branchingRules.push(rule, jumps.add(condition));
		}
		if (!this.#usesStock) jumps.shareCalls();
		return {
			slots: this.#truths.slots,
			less: this.#truths.less.comparisons,
			atMost: this.#truths.atMost.comparisons,
			both: new Int32Array(this.#truths.both),
			truths: this.#truths.count,
			plainRules: new Int32Array(plainRules),
			branchingRules: new Int32Array(branchingRules),
			code: new Int32Array(jumps.code),
			tests: this.#tests,
		};
	}

	condition(rule: unknown, depth: number): Condition {
		if (isConstant(rule)) return { literal: isTruthy(rule) ? always : opposite(always), leaves: 0 };
		const call = depth < maxDepth ? readCall(rule) : undefined;
		const leaf = call && readLeaf(call);
		if (leaf === undefined) return (call && this.#ofCall(call, depth + 1)) ?? this.#closure(rule);
		return ofLeaf(this.#truths.ofLeaf(leaf)) ?? this.#closure(rule);
	}

	#closure(rule: unknown): Condition {
		const key = ruleKey(rule, maxDepth);
		let test = key === undefined ? undefined : this.#known.get(key);
		if (test === undefined) {
			const compiler = new Compiler();
			test = this.#tests.push(compiler.test(rule)) - 1;
			this.#usesStock ||= compiler.usesStock;
			if (key !== undefined) this.#known.set(key, test);
		}
		return { test, isNegated: false };
	}

	/** Undefined where only a closure knows the call. */
	#ofCall({ operator, args }: Call, depth: number): Condition | undefined {
		switch (operator) {
			case "and":
			case "or":
				return args.length > 0 ? this.#connective(operator, args, depth) : undefined;
			case "!":
				return hasAtMost(args, 1) ? not(this.condition(args[0], depth)) : undefined;
			case "!!":
				return hasAtMost(args, 1) ? this.condition(args[0], depth) : undefined;
			case "some":
				return this.#some(args);
			case "none":
				// The exact opposite, so that rules with either share one closure.
				return not(this.#some(args));
			default:
				return undefined;
		}
	}

	#connective(operator: "and" | "or", args: readonly unknown[], depth: number): Condition {
		const conditions: Condition[] = [];
		for (const operand of operandsOf(operator, args, depth)) {
			const condition = "rule" in operand ? this.condition(operand.rule, depth) : ofLeaf(this.#truths.ofLeaf(operand.leaf));
			if (condition !== undefined) conditions.push(operator === "and" ? condition : not(condition));
			else if ("leaf" in operand)
				conditions.push({ literal: this.#truths.isSet(operand.leaf.path), leaves: 1 }, this.#closure(operand.guarded));
		}
		return operator === "and" ? this.#all(conditions) : not(this.#all(conditions));
	}

	/** Literals that follow one another are computed together, but not too many of them. */
	#all(conditions: readonly Condition[]): Condition {
		const all: Condition[] = [];
		let last: Condition | undefined;
		for (const next of conditions) {
			if (last && "literal" in last && "literal" in next && last.leaves + next.leaves <= maxLeaves) {
				last = { literal: this.#truths.areBoth(last.literal, next.literal), leaves: last.leaves + next.leaves };
				all[all.length - 1] = last;
			} else {
				all.push(next);
				last = next;
			}
		}
		return last && all.length === 1 ? last : { all, isNegated: false };
	}

	/** `{"some": [list, {"in": [{"var": ""}, constants]}]}`, one of the list's elements is one of the constants, or a closure. */
	#some(args: readonly unknown[]): Condition {
		const path = readPath(args[0]);
		const call = readCall(args[1]);
		const leaf = call && readLeaf(call);
		if (path === undefined || leaf?.path.length !== 0) return this.#closure({ some: args });
		const constants = leaf.kind === "among" ? leaf.list : leaf.kind === "equal" ? [leaf.constant] : undefined;
		return ofLeaf(constants && this.#truths.hasSome(path, constants)) ?? this.#closure({ some: args });
	}
}

const ofLeaf = (literal: Literal | undefined): Condition | undefined => (literal === undefined ? undefined : { literal, leaves: 1 });

const not = (condition: Condition): Condition =>
	"literal" in condition
		? { literal: opposite(condition.literal), leaves: condition.leaves }
		: { ...condition, isNegated: !condition.isNegated };
