// Variables whose name is known when the rule is compiled: `{"var": "address.city"}` is the path address, city.
import type { Data } from "./data.ts";
import { isConstant, isScalar, readCall } from "./call.ts";

/** The names to descend by, from the data inwards. The empty path is the data itself. */
export type Path = readonly string[];

/** A variable with a known name. `fallback` is its answer where there is no such value. */
export interface Variable {
	readonly path: Path;
	readonly fallback: unknown;
}

/** Undefined when `rule` is no variable, or one whose name or default must be computed. */
export function readVariable(rule: unknown): Variable | undefined {
	const call = readCall(rule);
	if (call?.operator !== "var") return undefined;
	const [name, fallback] = call.args;
	const path = pathOf(name);
	if (path === undefined || !call.args.slice(1).every(isConstant)) return undefined;
	return { path, fallback: fallback === undefined ? null : fallback };
}

/** The path of a variable that is null where it is missing: the only kind that tests are specialised for. */
export function readPath(rule: unknown): Path | undefined {
	const variable = readVariable(rule);
	return variable?.fallback === null ? variable.path : undefined;
}

function pathOf(name: unknown): Path | undefined {
	if (name === undefined || name === null || name === "") return [];
	if (!isScalar(name)) return undefined;
	const text = String(name);
	return text.includes(".") ? text.split(".") : [text];
}

export const isSamePath = (a: Path, b: Path): boolean => a.length === b.length && a.every((name, index) => name === b[index]);

/** What json-logic-js's `var` answers for a path that is not empty. */
export function walk(data: unknown, path: Path, fallback: unknown): unknown {
	let value = data;
	for (const name of path) {
		if (value === null || value === undefined) return fallback;
		value = (value as Data)[name];
		if (value === undefined) return fallback;
	}
	return value;
}
