// `if`, `and` and `or` as values: JSON Logic answers one of their operands, and which one is a condition.
import type { Rule } from "../rule.ts";
import { type Condition, constant, isConstant, not, setWhen } from "./build.ts";
import { type Call, operandPlace, type Place } from "./json.ts";
import { type Case, type Cases, constantCase, maxCases, under, whenOf } from "./operand.ts";
import { readCondition } from "./read-condition.ts";
import { readOperand } from "./read-operand.ts";
import { tooManyCases } from "./refusals.ts";
import { type Reader, refuse } from "./reader.ts";
import { isProblem, truthOf } from "./relation.ts";
import { Facts, type Scope, withFacts } from "./scope.ts";

export function readBranches(call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const cases =
		call.operator === "and" || call.operator === "or" ? readJoint(call, place, scope, reader) : readChoice(call, place, scope, reader);
	return cases && cases.length > maxCases ? refuse(reader, place, tooManyCases) : cases;
}

/** The first falsy operand of `and`, the first truthy one of `or`, else the last. */
function readJoint(call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const { operands, operator } = call;
	if (operands.length === 0) return constantCase(undefined);
	let open: readonly Case[] = [{ when: undefined, is: { kind: "constant", value: undefined }, missing: [] }];
	const done: Case[] = [];
	for (const [index, operand] of operands.entries()) {
		const at = operandPlace(place, call, index);
		const cases = readOperand(operand, at, scope, reader);
		if (!cases) return undefined;
		const before = open.map(whenOf);
		const reached = before.flatMap((when) => (isConstant(when, true) ? cases : under(when, cases)));
		if (index === operands.length - 1) return [...done, ...reached];
		open = [];
		for (const item of reached) {
			const truth = truthOf(item.is);
			if (isProblem(truth)) return refuse(reader, at, truth);
			const ends = operator === "and" ? not(truth) : truth;
			if (!isConstant(ends, false)) done.push(...under(ends, [item]));
			if (!isConstant(ends, true)) open = [...open, ...under(not(ends), [item])];
		}
		if (done.length + open.length > maxCases) return refuse(reader, place, tooManyCases);
	}
	return done;
}

function readChoice(call: Call, place: Place, scope: Scope, reader: Reader): Cases | undefined {
	const branches = readArms(call, place, scope, reader, readOperand);
	if (!branches) return undefined;
	const cases: Case[] = [];
	for (const arm of branches) {
		const when = arm.when();
		cases.push(...(isConstant(when, true) ? arm.is : isConstant(when, false) ? [] : under(when, arm.is)));
		if (cases.length > maxCases) break;
	}
	return cases;
}

export interface Arm<Read> {
	/** All the conditions before it were false, and its own true. Made when asked for: of a thousand arms it would be a million conditions. */
	when(): Condition;
	/** Its own condition alone; undefined for the last, which needs none. */
	readonly own: Condition | undefined;
	readonly is: Read;
}

/** The arms of an `if`, each read with what is known in it; without an `else` the last answers null. */
export function readArms<Read>(
	call: Call,
	place: Place,
	scope: Scope,
	reader: Reader,
	read: (rule: Rule, place: Place, scope: Scope, reader: Reader) => Read | undefined,
): readonly Arm<Read>[] | undefined {
	const { operands } = call;
	const arms: Arm<Read>[] = [];
	let isWhole = true;
	const facts = new Facts(scope.facts);
	const inside = withFacts(scope, facts);
	const failed: Condition[] = [];
	for (let index = 0; index < operands.length || index % 2 === 0; index += 2) {
		const [rule = null, answer] = [operands[index], operands[index + 1]];
		const at = operandPlace(place, call, index);
		if (index + 1 >= operands.length) {
			const is = read(rule, index < operands.length ? at : place, inside, reader);
			if (is) arms.push({ when: () => allOf(failed), own: undefined, is });
			return is && isWhole ? arms : undefined;
		}
		const own = readCondition(rule, at, inside, reader);
		const within = new Facts(facts);
		if (own) within.add(setWhen(own, true));
		const is = read(answer ?? null, operandPlace(place, call, index + 1), withFacts(scope, within), reader);
		if (!own || !is) isWhole = false;
		else {
			const before = failed.length;
			arms.push({ when: () => allOf([...failed.slice(0, before), own]), own, is });
			failed.push(not(own));
			facts.add(setWhen(own, false));
		}
	}
	return undefined;
}

function allOf(conditions: readonly Condition[]): Condition {
	const [only] = conditions;
	if (!only) return constant(true);
	return conditions.length === 1 ? only : { kind: "and", items: conditions, source: only.source };
}
