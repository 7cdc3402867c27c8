// From rules to a flat program: `and`, `or` and `!` become jumps, leaves become instructions, everything else a call of a closure.
import { hasAtMost, isConstant, readCall } from "./call.ts";
import { Compiler, maxDepth } from "./compiler.ts";
import { operandsOf } from "./condition.ts";
import { isTruthy, type Test, type Value, type ValueTest } from "./data.ts";
import { type Leaf, type LeafTest, readLeaf, valueTest } from "./leaf.ts";
import { endFalse, endTrue, instructions, instructionWidth, type Program } from "./program.ts";
import { valueAt } from "./variable.ts";

/** A place in the code: its address once it is known, and the instructions that jump there. */
interface Label {
	address: number | undefined;
	readonly uses: number[];
}

type Instruction = keyof typeof instructions;

const orderInstructions = { "<": "less", "<=": "atMost", ">": "greater", ">=": "atLeast" } as const;

/** One program of all rules. Linear in their size. */
export function assemble(rules: readonly unknown[]): Program {
	const assembler = new Assembler();
	return assembler.program(rules.map((rule) => assembler.add(rule)));
}

class Assembler {
	readonly #code: number[] = [];
	readonly #slots = new Map<string, number>();
	readonly #readers: Value[] = [];
	readonly #numbers: number[] = [];
	readonly #constants: unknown[] = [];
	readonly #valueTests: ValueTest[] = [];
	readonly #tests: Test[] = [];

	program(rules: readonly number[]): Program {
		return {
			code: Int32Array.from(this.#code),
			rules: Int32Array.from(rules),
			readers: this.#readers,
			numbers: Float64Array.from(this.#numbers),
			constants: this.#constants,
			valueTests: this.#valueTests,
			tests: this.#tests,
		};
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
		else if ((call?.operator === "and" || call?.operator === "or") && call.args.length > 0) {
			this.#connective(call.operator, call.args, yes, no, depth + 1);
		} else if (call?.operator === "!" && hasAtMost(call.args, 1)) this.#rule(call.args[0], no, yes, depth + 1);
		else if (call?.operator === "!!" && hasAtMost(call.args, 1)) this.#rule(call.args[0], yes, no, depth + 1);
		else this.#instruction("call", 0, this.#tests.push(new Compiler().test(rule)) - 1, yes, no);
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
		if (leaf.kind === "not-set") {
			this.#leaf({ path: leaf.path, kind: "set" }, no, yes);
			return;
		}
		const { name, operand } = this.#operand(leaf);
		this.#instruction(name, this.#slot(leaf), operand, yes, no);
	}

	#operand(leaf: LeafTest): { readonly name: Instruction; readonly operand: number } {
		switch (leaf.kind) {
			case "equal":
				return { name: "equal", operand: this.#constants.push(leaf.constant) - 1 };
			case "not-equal":
				return { name: "notEqual", operand: this.#constants.push(leaf.constant) - 1 };
			case "order":
				return { name: orderInstructions[leaf.operator], operand: this.#numbers.push(leaf.constant) - 1 };
			case "between":
				return { name: "between", operand: this.#numbers.push(leaf.low, leaf.high) - 2 };
			case "set":
				return { name: "set", operand: 0 };
			default:
				return { name: "test", operand: this.#valueTests.push(valueTest(leaf)) - 1 };
		}
	}

	#slot({ path }: Leaf): number {
		const key = JSON.stringify(path);
		const known = this.#slots.get(key);
		if (known !== undefined) return known;
		const slot = this.#readers.push(valueAt(path, null)) - 1;
		this.#slots.set(key, slot);
		return slot;
	}

	#instruction(name: Instruction, slot: number, operand: number, yes: Label, no: Label): void {
		const at = this.#code.length;
		this.#code.push(instructions[name], slot, operand, yes.address ?? 0, no.address ?? 0);
		if (yes.address === undefined) yes.uses.push(at + instructionWidth - 2);
		if (no.address === undefined) no.uses.push(at + instructionWidth - 1);
	}

	#place(label: Label): void {
		label.address = this.#code.length;
		for (const use of label.uses) this.#code[use] = label.address;
	}
}
