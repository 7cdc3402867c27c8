// From rules to a flat program: `and`, `or` and `!` become jumps, leaves become instructions, everything else a call of a closure.
import { type Call, hasAtMost, isConstant, isScalar, readCall } from "./call.ts";
import { Compiler, maxDepth } from "./compiler.ts";
import { operandsOf } from "./condition.ts";
import { isTruthy, type Test, type ValueTest } from "./data.ts";
import { type Leaf, readLeaf, valueTest } from "./leaf.ts";
import { type Path, readPath } from "./path.ts";
import { ruleKey } from "./rule-key.ts";
import { endFalse, endTrue, instructions, instructionWidth, maskedCodes, type Program, type Slot } from "./program.ts";
import { valueAt } from "./variable.ts";

/** A place in the code: its address once it is known, and the numbers of the code that are that address. */
interface Label {
	address: number | undefined;
	readonly uses: number[];
}

/** A closure that rules call, and where in the code. */
interface KnownCall {
	readonly test: number;
	readonly places: number[];
}

const orderInstructions = { "<": "less", "<=": "atMost", ">": "greater", ">=": "atLeast" } as const;

/** One program of all rules. Linear in their size. */
export function assemble(rules: readonly unknown[]): Program {
	const assembler = new Assembler();
	return assembler.program(rules.map((rule) => assembler.add(rule)));
}

class Assembler {
	readonly #code: number[] = [];
	readonly #slots: Slot[] = [];
	readonly #slotOf = new Map<string, number>();
	readonly #numbers: number[] = [];
	readonly #valueTests: ValueTest[] = [];
	readonly #tests: Test[] = [];
	readonly #calls = new Map<string, KnownCall>();
	/** What json-logic-js runs may have effects, such as a log, and then rules are asked in the order given. */
	#usesStock = false;

	program(rules: readonly number[]): Program {
		if (!this.#usesStock) this.#shareCalls();
		return {
			code: Int32Array.from(this.#code),
			rules: Int32Array.from(rules),
			order: Int32Array.from(this.#usesStock ? rules.keys() : this.#byShape(rules)),
			slots: this.#slots,
			numbers: Float64Array.from(this.#numbers),
			valueTests: this.#valueTests,
			tests: this.#tests,
		};
	}

	/** What several rules ask of a collection, say, is asked once. */
	#shareCalls(): void {
		for (const { places } of this.#calls.values()) {
			if (places.length > 1) for (const place of places) this.#code[place] = instructions.sharedCall;
		}
	}

	/** The rules in groups of the same instructions, in the order in which each group first appears. */
	#byShape(rules: readonly number[]): readonly number[] {
		const groups = new Map<string, number[]>();
		for (const [rule, from] of rules.entries()) {
			const to = rules[rule + 1] ?? this.#code.length;
			const shape = this.#code.slice(from, to).filter((_, index) => index % instructionWidth === 0);
			const group = groups.get(shape.join());
			if (group === undefined) groups.set(shape.join(), [rule]);
			else group.push(rule);
		}
		return [...groups.values()].flat();
	}

	/** The rule's address. */
	add(rule: unknown): number {
		const address = this.#code.length;
		this.#rule(rule, { address: endTrue, uses: [] }, { address: endFalse, uses: [] }, 0);
		return address;
	}

	#rule(rule: unknown, yes: Label, no: Label, depth: number): void {
		if (isConstant(rule)) {
			const next = isTruthy(rule) ? yes : no;
			this.#instruction("jump", 0, 0, next, next);
			return;
		}
		const call = depth < maxDepth ? readCall(rule) : undefined;
		const leaf = call && readLeaf(call);
		if (leaf !== undefined) this.#leaf(leaf, yes, no);
		else if (call === undefined || !this.#call(call, yes, no, depth + 1)) this.#closure(rule, yes, no);
	}

	#closure(rule: unknown, yes: Label, no: Label): void {
		const key = ruleKey(rule, maxDepth);
		let known = key === undefined ? undefined : this.#calls.get(key);
		if (known === undefined) {
			const compiler = new Compiler();
			known = { test: this.#tests.push(compiler.test(rule)) - 1, places: [] };
			this.#usesStock ||= compiler.usesStock;
			if (key !== undefined) this.#calls.set(key, known);
		}
		known.places.push(this.#code.length);
		this.#instruction("call", 0, known.test, yes, no);
	}

	/** False when there are no instructions for the call. */
	#call({ operator, args }: Call, yes: Label, no: Label, depth: number): boolean {
		switch (operator) {
			case "and":
			case "or":
				if (args.length > 0) this.#connective(operator, args, yes, no, depth);
				return args.length > 0;
			case "!":
			case "!!":
				if (!hasAtMost(args, 1)) return false;
				if (operator === "!") this.#rule(args[0], no, yes, depth);
				else this.#rule(args[0], yes, no, depth);
				return true;
			case "some":
				return this.#some(args, yes, no);
			case "none":
				// The exact complement, so that rules with either share one closure.
				if (!this.#some(args, no, yes)) this.#closure({ some: args }, no, yes);
				return true;
			default:
				return false;
		}
	}

	#connective(operator: "and" | "or", args: readonly unknown[], yes: Label, no: Label, depth: number): void {
		const operands = operandsOf(operator, args, depth);
		operands.forEach((operand, index) => {
			const next: Label = { address: undefined, uses: [] };
			const isLast = index === operands.length - 1;
			const [onYes, onNo] = isLast ? [yes, no] : operator === "and" ? [next, no] : [yes, next];
			if ("leaf" in operand) this.#leaf(operand.leaf, onYes, onNo);
			else this.#rule(operand.rule, onYes, onNo, depth);
			this.#place(next);
		});
	}

	#leaf(leaf: Leaf, yes: Label, no: Label): void {
		const slot = this.#slot(leaf.path);
		const { codes } = this.#slots[slot] as Slot;
		switch (leaf.kind) {
			case "set":
				this.#instruction("set", slot, 0, yes, no);
				return;
			case "not-set":
				this.#instruction("set", slot, 0, no, yes);
				return;
			case "equal":
				this.#instruction("equal", slot, codeOf(leaf.constant, codes), yes, no);
				return;
			case "not-equal":
				this.#instruction("equal", slot, codeOf(leaf.constant, codes), no, yes);
				return;
			case "order":
				this.#instruction(orderInstructions[leaf.operator], slot, this.#numbers.push(leaf.constant) - 1, yes, no);
				return;
			case "between":
				this.#instruction("between", slot, this.#numbers.push(leaf.low, leaf.high) - 2, yes, no);
				return;
			default: {
				const mask = leaf.kind === "among" ? maskOf(leaf.list, codes) : undefined;
				if (mask !== undefined) this.#instruction("among", slot, mask, yes, no);
				else this.#instruction("test", slot, this.#valueTests.push(valueTest(leaf)) - 1, yes, no);
			}
		}
	}

	/** `{"some": [list, {"in": [{"var": ""}, constants]}]}`: one of the list's elements is one of the constants. */
	#some(args: readonly unknown[], yes: Label, no: Label): boolean {
		const path = readPath(args[0]);
		const call = readCall(args[1]);
		const leaf = call && readLeaf(call);
		if (path === undefined || leaf?.path.length !== 0 || (leaf.kind !== "among" && leaf.kind !== "equal")) return false;
		const slot = this.#slot(path);
		const mask = maskOf(leaf.kind === "among" ? leaf.list : [leaf.constant], (this.#slots[slot] as Slot).elementCodes);
		if (mask !== undefined) this.#instruction("someAmong", slot, mask, yes, no);
		return mask !== undefined;
	}

	#slot(path: Path): number {
		const key = JSON.stringify(path);
		const known = this.#slotOf.get(key);
		if (known !== undefined) return known;
		const slot = this.#slots.push({ read: valueAt(path, null), codes: new Map(), elementCodes: new Map() }) - 1;
		this.#slotOf.set(key, slot);
		return slot;
	}

	#instruction(name: keyof typeof instructions, slot: number, operand: number, yes: Label, no: Label): void {
		const at = this.#code.length;
		this.#code.push(instructions[name], slot, operand, no.address ?? 0, yes.address ?? 0);
		if (no.address === undefined) no.uses.push(at + instructionWidth - 2);
		if (yes.address === undefined) yes.uses.push(at + instructionWidth - 1);
	}

	#place(label: Label): void {
		label.address = this.#code.length;
		for (const use of label.uses) this.#code[use] = label.address;
	}
}

/** NaN equals nothing, so it has a code that nothing has. */
function codeOf(constant: unknown, codes: Map<unknown, number>): number {
	if (Number.isNaN(constant)) return -1;
	const known = codes.get(constant);
	if (known !== undefined) return known;
	codes.set(constant, codes.size + 1);
	return codes.size;
}

/** The codes of the constants as bits; undefined when there are too many for that. */
function maskOf(constants: readonly unknown[], codes: Map<unknown, number>): number | undefined {
	if (!constants.every((constant) => isScalar(constant) || constant === null)) return undefined;
	const wanted = constants.filter((constant) => !Number.isNaN(constant));
	const added = new Set(wanted.filter((constant) => !codes.has(constant))).size;
	if (codes.size + added >= maskedCodes) return undefined;
	return wanted.reduce<number>((mask, constant) => mask | (1 << codeOf(constant, codes)), 0);
}
