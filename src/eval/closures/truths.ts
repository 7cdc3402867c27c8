// What rules ask of variables, collected for a program. Each question has one truth, however many rules ask it.
import { isScalar } from "./call.ts";
import type { Leaf, OrderOperator } from "./leaf.ts";
import { Limits } from "./limits.ts";
import type { Path } from "./path.ts";
import { always, type Literal, type Slot } from "./program.ts";
import { valueAt } from "./variable.ts";

export const opposite = (literal: Literal): Literal => literal ^ 1;

export class Truths {
	/** How many there are. */
	count = 1;
	/** In threes: two literals, and the truth that both hold. */
	readonly both: number[] = [];
	readonly #lists = new Map<string, Literal>();
	readonly #pairs = new Map<number, Literal>();
	readonly #variables = new Map<string, Variable>();
	readonly less = new Limits();
	readonly atMost = new Limits();
	readonly #add = (): Literal => 2 * this.count++;

	/** The leaf's truth; undefined where only a closure can tell. */
	ofLeaf(leaf: Leaf): Literal | undefined {
		switch (leaf.kind) {
			case "set":
				return this.isSet(leaf.path);
			case "not-set":
				return opposite(this.isSet(leaf.path));
			case "equal":
				return this.#isOne(this.#variable(leaf.path).ofValue, leaf.constant);
			case "not-equal":
				return opposite(this.#isOne(this.#variable(leaf.path).ofValue, leaf.constant));
			case "among":
				return this.#isAmong(this.#variable(leaf.path), "ofValue", leaf.list);
			case "order":
				return this.#order(leaf.path, leaf.operator, leaf.constant);
			case "between":
				return this.areBoth(this.#order(leaf.path, ">=", leaf.low), this.#order(leaf.path, "<=", leaf.high));
			default:
				return undefined;
		}
	}

	isSet(path: Path): Literal {
		return opposite(this.#isOne(this.#variable(path).ofValue, null));
	}

	/** Whether the variable is a list with one of the constants in it; undefined where only a closure can tell. */
	hasSome(path: Path, constants: readonly unknown[]): Literal | undefined {
		return this.#isAmong(this.#variable(path), "ofElement", constants);
	}

	/** Whether both hold. */
	areBoth(a: Literal, b: Literal): Literal {
		if (a === always || a === b) return b;
		const pair = a * 2 ** 26 + b;
		let literal = this.#pairs.get(pair);
		if (literal === undefined) {
			literal = this.#add();
			this.#pairs.set(pair, literal);
			this.both.push(a, b, literal >> 1);
		}
		return literal;
	}

	#isOne(constants: Constants, constant: unknown): Literal {
		// NaN is equal to nothing.
		if (Number.isNaN(constant)) return opposite(always);
		const truths = truthsOf(constant, constants);
		truths[0] ||= this.#add() >> 1;
		return 2 * truths[0];
	}

	#isAmong(variable: Variable, of: "ofValue" | "ofElement", list: readonly unknown[]): Literal | undefined {
		if (!list.every(isPlain)) return undefined;
		if (list.length === 1) return this.#isOne(variable[of], list[0]);
		const key = `${variable.index} ${of} ${JSON.stringify(list)}`;
		let literal = this.#lists.get(key);
		if (literal === undefined) {
			literal = this.#add();
			this.#lists.set(key, literal);
			for (const constant of list) truthsOf(constant, variable[of]).push(literal >> 1);
		}
		return literal;
	}

	#order(path: Path, operator: OrderOperator, limit: number): Literal {
		const variable = this.#variable(path);
		variable.isCompared = true;
		const limits = operator === "<" || operator === ">" ? this.less : this.atMost;
		// What is more than 5 has a negative that is less than -5.
		const isNegative = operator === ">" || operator === ">=";
		return limits.literal(2 * variable.index + Number(isNegative), isNegative ? -limit : limit, this.#add);
	}

	#variable(path: Path): Variable {
		// Names have no dots in them: a path is a text that was split at its dots.
		const key = path.join(".");
		let variable = this.#variables.get(key);
		if (variable === undefined) {
			variable = { index: this.#variables.size, path, isCompared: false, ofValue: new Map(), ofElement: new Map() };
			this.#variables.set(key, variable);
		}
		return variable;
	}

	get slots(): readonly Slot[] {
		return Array.from(this.#variables.values(), ({ path, isCompared, ofValue, ofElement }) => {
			return { read: valueAt(path, null), isCompared, ofValue, ofElement };
		});
	}
}

/** A slot in the making. */
interface Variable {
	readonly index: number;
	readonly path: Path;
	isCompared: boolean;
	readonly ofValue: Constants;
	readonly ofElement: Constants;
}

/**
 * What holds for a value that is this constant. The first truth says no more than that; while no rule asks it, the one that always holds
 * stands in its place.
 */
type Constants = Map<unknown, number[]>;

function truthsOf(constant: unknown, constants: Constants): number[] {
	let truths = constants.get(constant);
	if (truths === undefined) {
		truths = [always];
		constants.set(constant, truths);
	}
	return truths;
}

/** Whether JSON has the constant, and by value. */
const isPlain = (constant: unknown): boolean =>
	constant === null || (typeof constant === "number" ? Number.isFinite(constant) : isScalar(constant));
