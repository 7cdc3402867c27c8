// Compares a compiled rule with json-logic-js: the answer, what was thrown, what was logged and in which order, and that data stays as it was.
import { expect } from "chai";
import { compileRule, compileTest } from "../../src/eval/compile-rule.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import type { Rule } from "../../src/rule/rule.ts";

/** What happened when a rule ran. */
export interface Outcome {
	readonly answer?: unknown;
	/** The error's name, and its message where json-logic-js wrote it; an engine's own words name the variables of the source. */
	readonly thrown?: string;
	readonly logged: readonly unknown[];
}

export function outcomeOf(run: () => unknown): Outcome {
	const logged: unknown[] = [];
	const { log } = console;
	console.log = (value: unknown): void => {
		logged.push(value);
	};
	try {
		return { answer: run(), logged };
	} catch (error) {
		return { thrown: error instanceof TypeError ? error.name : String(error), logged };
	} finally {
		console.log = log;
	}
}

/** Whether `run` exhausts the stack: a RangeError, which Firefox calls an InternalError. */
export function exhaustsStack(run: () => unknown): boolean {
	try {
		run();
		return false;
	} catch (error) {
		return error instanceof Error && (error.name === "RangeError" || error.name === "InternalError");
	}
}

/** Deeply the same: NaN is NaN, -0 is not 0, undefined is not null, holes are not undefined, an object is its own kind. */
export function isSame(a: unknown, b: unknown, pairs: ReadonlyMap<unknown, unknown> = new Map()): boolean {
	if (Object.is(a, b)) return true;
	if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
	if (pairs.get(a) === b) return true;
	if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
	const keys = Reflect.ownKeys(a);
	if (keys.length !== Reflect.ownKeys(b).length) return false;
	const inside = new Map(pairs).set(a, b);
	return keys.every((key) => Object.hasOwn(b, key) && isSame(Reflect.get(a, key), Reflect.get(b, key), inside));
}

/** Fails unless `compileRule`, `compileTest` and `compileTests` do with this rule and this data exactly what json-logic-js does. */
export function expectAgreement(rule: unknown, data: unknown): void {
	const wanted = outcomeOf(() => evaluate(rule as Rule, data));
	const found = outcomeOf(() => compileRule(rule as Rule)(data));
	const asked = outcomeOf(() => compileTest(rule as Rule)(data));
	const together = outcomeOf(() => compileTests([rule as Rule])(data)[0] === 1);
	const truth = "answer" in wanted ? { ...wanted, answer: isTrue(wanted.answer) } : wanted;
	if (isSame(found, wanted) && isSame(asked, truth) && isSame(together, truth)) return;
	const outcomes = { "json-logic-js": wanted, compileRule: found, compileTest: asked, compileTests: together };
	expect.fail(`${show(rule)} over ${show(data)}: ${show(outcomes)}`);
}

const isTrue = (answer: unknown): boolean => (Array.isArray(answer) ? answer.length > 0 : Boolean(answer));

/** A value as text, also what JSON cannot hold. */
export function show(value: unknown, depth = 0): string {
	if (Object.is(value, -0)) return "-0";
	if (typeof value === "string") return JSON.stringify(value);
	if (typeof value === "bigint") return `${value}n`;
	if (typeof value !== "object" || value === null) return String(value);
	if (depth > 8) return "…";
	if (Array.isArray(value)) {
		return `[${Array.from({ length: value.length }, (_, index) => (index in value ? show(value[index], depth + 1) : "")).join(", ")}]`;
	}
	const entries = Reflect.ownKeys(value).map((key) => `${String(key)}: ${show(Reflect.get(value, key), depth + 1)}`);
	return `{${entries.join(", ")}}`;
}
