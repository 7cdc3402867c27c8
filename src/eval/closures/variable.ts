// `var` as a value.
import { hasAtMost } from "./call.ts";
import type { Compiler } from "./compiler.ts";
import { type Data, leave, type Value } from "./data.ts";
import { laneOf } from "./lane-of.ts";
import { maxFusedPath } from "./leaf-test.ts";
import { type Path, readVariable, walk } from "./path.ts";

/** Names and defaults are evaluated before anything is read, the default also where it is not needed. */
export function variableValue(args: readonly unknown[], compiler: Compiler): Value | undefined {
	const variable = readVariable({ var: args });
	if (variable !== undefined) {
		if (variable.path.length === 0) compiler.answersData = true;
		return valueAt(variable.path, variable.fallback);
	}
	if (!hasAtMost(args, 2)) return undefined;
	compiler.answersData = true;
	const name = compiler.value(args[0]);
	const fallback = compiler.value(args[1]);
	return (data) => look(data, name(data), fallback(data));
}

/** The value at a path, `fallback` where there is none. */
export function valueAt(path: Path, fallback: unknown): Value {
	const [name, ...rest] = path;
	if (name === undefined) return leave;
	if (path.length > maxFusedPath) return (data) => walk(data, path, fallback);
	return rest.length === 0 ? laneOf(name).read(fallback) : laneOf(name).within(valueAt(rest, fallback));
}

function look(data: Data, name: unknown, fallback: unknown): unknown {
	if (name === undefined || name === null || name === "") return leave(data);
	return walk(data, String(name).split("."), fallback === undefined ? null : fallback);
}
