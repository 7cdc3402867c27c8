// Every rule of toRule comes back as a text with the same rule, on random texts over a catalogue of every type; and such rules with some
// part changed at random are read as what they now mean, or refused.
import { expect } from "chai";
import fc from "fast-check";
import { fromRule } from "../../src/rule/from-rule.ts";
import type { Rule } from "../../src/rule/rule.ts";
import { compileAt, fields } from "../properties/agree.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { type Moment, moments } from "../properties/pools.ts";
import { runs } from "../properties/runs.ts";
import { expectSameAnswers } from "./from-rule-agreement.ts";

const moment = fc.constantFrom(...moments);
/** As it comes out of storage. */
const stored = (rule: Rule): Rule => JSON.parse(JSON.stringify(rule)) as Rule;

/** What the rule itself reads, of what its text asks the record for: `sum(x@scaled) is set` asks for more, to be explained. */
const read = (requires: readonly string[], rule: Rule): readonly string[] =>
	requires.filter((name) => JSON.stringify(rule).includes(JSON.stringify(name.split(".").at(-1)).slice(1)));

function expectSameRule(text: string, at: Moment): void {
	const segment = compileAt(text, at);
	const { rule } = segment;
	expect(stored(rule), "JSON keeps it as it is").to.deep.equal(rule);
	const back = fromRule(rule, fields, { now: Date.parse(at.now), timeZone: at.timezone });
	if (!back.ok) throw new Error(`Refused: ${text}\n${back.problems.map(({ pointer, message }) => `${pointer}: ${message}`).join("\n")}`);
	const again = compileAt(back.text, at);
	expect(again.rule, `${text}\n${back.text}`).to.deep.equal(rule);
	expect(read(again.requires, rule), back.text).to.deep.equal(read(segment.requires, rule));
	if (typeof rule !== "boolean") expect(back.notes, back.text).to.deep.equal([]);
}

describe("fromRule: every rule of toRule", () => {
	it("comes back as a text with the same rule", () => {
		fc.assert(fc.property(arbitraryCondition, moment, expectSameRule), { numRuns: runs(2_000) });
	});

	it("comes back with the same meaning without a clock and a zone", () => {
		const property = fc.property(arbitraryCondition, moment, (text, at) => {
			const segment = compileAt(text, at);
			const back = fromRule(stored(segment.rule), fields);
			// Ages of another day, local days beyond 1900–2299.
			if (!back.ok) return;
			const again = compileAt(back.text, at);
			for (const profile of fc.sample(arbitraryProfile(at), { numRuns: 5, seed: 1 })) {
				const record = { ...again.toRecord(profile), ...segment.toRecord(profile) };
				expect(again.test(profile), `${text}\n${back.text}\n${JSON.stringify(record)}`).to.equal(segment.test(profile));
			}
		});
		fc.assert(property, { numRuns: runs(60) });
	});

	it("is read as what it now means when a part of it is changed", () => {
		const property = fc.property(arbitraryCondition, moment, fc.infiniteStream(fc.nat()), (text, at, choices) => {
			const segment = compileAt(text, at);
			const choose = (count: number): number => (choices.next().value as number) % count;
			const profiles = fc.sample(arbitraryProfile(at), { numRuns: 12, seed: choose(50) });
			for (let times = 0; times < 3; times++) {
				const rule = changed(changed(segment.rule, choose), choose);
				expectSameAnswers(rule, at, profiles, segment.requires);
			}
		});
		fc.assert(property, { numRuns: runs(150) });
	});
});

type Choose = (count: number) => number;

const groups = [
	["==", "===", "!=", "!==", "<", "<=", ">", ">="],
	["some", "none", "all"],
	["+", "-", "*", "/"],
	["and", "or"],
];

/** The rule with one of its parts lost, doubled, swapped, replaced or negated. */
function changed(rule: Rule, choose: Choose): Rule {
	const whole: { rule: Rule } = { rule: stored(rule) };
	const parts: { readonly part: Rule; set(to: Rule): void }[] = [];
	const collect = (part: Rule, set: (to: Rule) => void): void => {
		parts.push({ part, set });
		if (typeof part !== "object" || part === null) return;
		const inside = part as Record<string, Rule>;
		for (const key of Object.keys(part)) collect(inside[key] ?? null, (to) => (inside[key] = to));
	};
	collect(whole.rule, (to) => (whole.rule = to));
	const { part, set } = parts[choose(parts.length)] as (typeof parts)[number];
	if (Array.isArray(part)) changeList(part as Rule[], choose);
	else if (typeof part === "object" && part !== null) set(changedCall(part as Readonly<Record<string, Rule>>, choose));
	else set(changedConstant(part as string | number | boolean | null, choose));
	return whole.rule;
}

function changeList(list: Rule[], choose: Choose): void {
	if (list.length === 0) return;
	const [at, other] = [choose(list.length), choose(list.length)];
	const item = list[at] ?? null;
	const way = choose(5);
	if (way < 3) list.splice(at, 1);
	else if (way === 3) list.push(item);
	else [list[at], list[other]] = [list[other] ?? null, item];
}

function changedCall(call: Readonly<Record<string, Rule>>, choose: Choose): Rule {
	const [operator = ""] = Object.keys(call);
	const group = groups.find((names) => names.includes(operator));
	const operands = call[operator] ?? null;
	const way = choose(3);
	if (way === 0 && group) return { [group[choose(group.length)] ?? ""]: operands };
	if (way === 1 && Array.isArray(operands) && operands.length > 0) return operands[choose(operands.length)] ?? null;
	return { "!": [call] };
}

function changedConstant(constant: string | number | boolean | null, choose: Choose): Rule {
	if (typeof constant === "number") return [constant + 1, constant - 1, 0, -constant, constant * 10, 100, 10_000][choose(7)] ?? 0;
	if (typeof constant === "string") return ["a", "", `${constant}a`, "accumulator", "current", "name", "points", "total"][choose(8)] ?? "";
	return [true, false, null, 0][choose(4)] ?? null;
}
