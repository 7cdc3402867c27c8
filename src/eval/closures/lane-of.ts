// Which copy of a lane reads which name, and which copy of the connectives serves which level of nesting.
import type { Test } from "./data.ts";
import { lane, type Lane } from "./lane.ts";
import { level, type Level } from "./connective.ts";
import { lanes, levels } from "./lanes.generated.ts";

const laneCopies = [lane, ...lanes];
const levelCopies: readonly Level[] = [level(), ...levels.map((copy) => copy())];

/** Positions in lists get a copy of their own: lists and objects are read by different machine code. */
const [positions, ...named] = laneCopies;

/** The first names that rules read keep their lane, so that all rules that read a name share it. A cache: it changes speed, never answers. */
const first = new Map<string, Lane>();

export function laneOf(name: string): Lane {
	const known = first.get(name);
	if (known !== undefined) return known;
	if (positions !== undefined && /^(?:0|[1-9]\d{0,8})$/.test(name)) return positions(Number(name));
	const copy = first.size < named.length ? first.size : hash(name) % named.length;
	const made = (named[copy] ?? lane)(name);
	if (first.size < named.length) first.set(name, made);
	return made;
}

function hash(name: string): number {
	let sum = 0;
	for (let index = 0; index < Math.min(name.length, 64); index++) sum = (sum * 31 + name.charCodeAt(index)) >>> 0;
	return sum;
}

const levelAt = (depth: number): Level => levelCopies[Math.min(depth, levelCopies.length - 1)] ?? level();

export const negate = (test: Test, depth: number): Test => levelAt(depth).not(test);

/** All or any of the tests, asked in order and only as far as needed. There must be at least one. */
export function join(operator: "and" | "or", tests: readonly Test[], depth: number): Test {
	const { two, three, four, many } = levelAt(depth)[operator];
	const [a, b, c, d] = tests;
	if (a === undefined) throw new Error("There is nothing to join.");
	if (b === undefined) return a;
	if (c === undefined) return two(a, b);
	if (d === undefined) return three(a, b, c);
	if (tests.length === 4) return four(a, b, c, d);
	return tests.length <= 12 ? four(a, b, c, join(operator, tests.slice(3), depth + 1)) : many(tests);
}
