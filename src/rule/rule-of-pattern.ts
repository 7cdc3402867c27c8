// A pattern with inner wildcards, as a walk of a nondeterministic automaton (Thompson 1968) over the text's characters: state j says that
// the first j characters of the pattern can end here. Cost: characters × pattern, whatever the text.
import type { LikePart } from "../values/like.ts";
import { variable } from "./environment.ts";
import type { Rule } from "./rule.ts";

/** `characters` reads a list of one-character texts; missing matches nothing. */
export function patternRule(characters: Rule, parts: readonly LikePart[]): Rule {
	const { wanted, loops } = automaton(parts);
	const states = Array.from({ length: wanted.length + 1 }, (_, state) => nextState(state, wanted, loops));
	const initial = states.map((_, state) => state === 0);
	return { some: [[{ reduce: [characters, states, initial] }], variable(String(wanted.length))] };
}

interface Automaton {
	/** One character each, or undefined for any. */
	readonly wanted: readonly (string | undefined)[];
	/** The states that any character leaves where they are: those before a `*`. */
	readonly loops: ReadonlySet<number>;
}

function automaton(parts: readonly LikePart[]): Automaton {
	const wanted: (string | undefined)[] = [];
	const loops = new Set<number>();
	for (const part of parts) {
		if (part.kind === "any") loops.add(wanted.length);
		else if (part.kind === "one") wanted.push(undefined);
		else wanted.push(...part.text);
	}
	return { wanted, loops };
}

function nextState(state: number, wanted: Automaton["wanted"], loops: Automaton["loops"]): Rule {
	const stays = loops.has(state) ? [variable(`accumulator.${state}`)] : [];
	const character = wanted[state - 1];
	const before = variable(`accumulator.${state - 1}`);
	const moves = state === 0 ? [] : [character === undefined ? before : { and: [before, { "===": [variable("current"), character] }] }];
	const [first, second] = [...stays, ...moves];
	return first === undefined ? false : second === undefined ? first : { or: [first, second] };
}
