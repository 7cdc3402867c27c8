// `some`, `none` and `all` over the elements of a collection or the items of a list.
import type { Constant, FieldValue } from "../../check/checked.ts";
import { isUsableText } from "../../values/text.ts";
import { isUsableNumber } from "../../values/number.ts";
import type { Rule } from "../rule.ts";
import { carryingFrame } from "./aggregates.ts";
import { and, type Condition, compare, constant, not, source } from "./build.ts";
import { carriedBy } from "./carried-fields.ts";
import { collectionOf, isAny, readElements, someOf } from "./elements.ts";
import { type Call, callOf, isSame, operandsOf, pathOf, type Place, shownRule, within } from "./json.ts";
import { computedValues } from "./leaf.ts";
import { readCondition } from "./read-condition.ts";
import { note, type Reader, refuse } from "./reader.ts";
import { boundScope, elementScope, reduceScope, type Scope } from "./scope.ts";

export function readQuantified(call: Call, place: Place, scope: Scope, reader: Reader): Condition | undefined {
	const quantifier = call.operator as "some" | "none" | "all";
	const [over = null, test = null] = call.operands;
	const at = within(place, quantifier);
	const carrying = quantifier === "all" ? undefined : readCarrying(over, test, at, scope, reader);
	if (carrying) return carrying.condition && (quantifier === "none" ? not(carrying.condition) : carrying.condition);
	const computed = Array.isArray(over) && over.length === 1 ? ((over as readonly Rule[])[0] ?? null) : undefined;
	const values =
		computed === undefined ? undefined : computedValues(computed, within(at, 0, 0), { reader, scope, divisions: { mask: 0, seen: 0 } });
	if (values) {
		const condition = readCondition(test, within(at, 1), boundScope(scope, values), reader);
		return condition && (quantifier === "none" ? not(condition) : condition);
	}
	const list = collectionOf(over, scope);
	if (list?.field.type === "list") return readListTest(quantifier, list, test, at, reader);
	const elements = readElements(over, within(at, 0), scope, reader);
	if (elements === undefined) return undefined;
	if (elements === "none")
		return refuse(
			reader,
			within(at, 0),
			() => `"${quantifier}" goes through a collection or a list of the profile, not through ${shownRule(over)}.`,
		);
	const condition = readCondition(test, within(at, 1), elementScope(elements.field), reader);
	if (!condition) return undefined;
	if (typeof test === "boolean" && quantifier !== "all" && !elements.edge) {
		// As toRule writes it; `any orders` has a rule of its own.
		const some: Condition = {
			kind: "some",
			collection: elements.collection,
			where: elements.where ? and([elements.where, condition]) : condition,
			source,
		};
		return quantifier === "some" ? some : not(some);
	}
	if (quantifier !== "all") return quantifier === "some" ? someOf(elements, condition) : not(someOf(elements, condition));
	note(reader, place, `"all" is false where there is no element at all, so the text asks for one.`);
	return and([isAny(elements), not(someOf(elements, not(condition)))]);
}

/** A `reduce` that carries values of the profile to the elements and answers whether one satisfies the condition. */
function readCarrying(
	over: Rule,
	test: Rule,
	at: Place,
	scope: Scope,
	reader: Reader,
): { readonly condition: Condition | undefined } | undefined {
	const [reduce] = Array.isArray(over) && over.length === 1 ? (over as readonly Rule[]) : [];
	const operands = operandsOf(reduce, "reduce");
	const frame = operands && carryingFrame(operands);
	if (frame?.initial !== false || pathOf(test) !== String(frame.carried.length)) return undefined;
	const [found, where = null, ...more] = operandsOf(frame.result, "or") ?? [];
	const carried = carriedBy(frame.carried, scope);
	if (pathOf(found) !== `accumulator.${frame.carried.length}` || more.length > 0 || !carried) return undefined;
	const inner = within(at, 0, 0, "reduce");
	const elements = readElements(frame.list, within(inner, 0), scope, reader);
	if (elements === undefined || elements === "none") return elements === "none" ? undefined : { condition: undefined };
	const whereAt = within(inner, 1, frame.carried.length, "or", 1);
	const condition = readCondition(where, whereAt, reduceScope(elements.field, carried), reader);
	return { condition: condition && someOf(elements, condition) };
}

/** What can be asked of one item of a list. */
type ItemTest =
	| { readonly kind: "in"; readonly items: readonly Constant[] }
	| { readonly kind: "order"; readonly operator: "<" | "<=" | ">" | ">="; readonly number: number };

type Quantifier = "some" | "none" | "all";

function readListTest(quantifier: Quantifier, list: FieldValue, test: Rule, at: Place, reader: Reader): Condition | undefined {
	if (test === true && quantifier !== "none") return not({ kind: "empty", list, source });
	if (test === true) return { kind: "empty", list, source };
	const item = itemTestOf(test, list);
	if (!item) {
		return refuse(
			reader,
			within(at, 1),
			`A condition can ask whether an item of "${list.field.name}" is one of some fixed values${list.field.type === "list" && list.field.items === "number" ? ", or above or below a number" : ""}.`,
		);
	}
	if (quantifier === "all") {
		if (item.kind === "in")
			return refuse(reader, at, `A condition can ask whether "${list.field.name}" has a value, but not whether it has nothing else.`);
		note(reader, at, `"all" is false where there is no item at all, and so is the text.`);
		return everyItem(list, item);
	}
	const some = item.kind === "in" ? hasOne(list, item.items) : someItem(list, item);
	return quantifier === "some" ? some : not(some);
}

const hasOne = (list: FieldValue, items: readonly Constant[]): Condition =>
	items.length === 0 ? constant(false) : { kind: "has", list, items: [...new Set(items)], source };

type Order = Extract<ItemTest, { kind: "order" }>;

/** The largest is above a number exactly when one is. */
const someItem = (list: FieldValue, { operator, number }: Order): Condition =>
	extreme(operator.startsWith(">") ? "max" : "min", list, operator, number);

const everyItem = (list: FieldValue, { operator, number }: Order): Condition =>
	extreme(operator.startsWith(">") ? "min" : "max", list, operator, number);

const extreme = (which: "min" | "max", list: FieldValue, operator: Order["operator"], number: number): Condition =>
	compare(
		operator,
		{ kind: "aggregate", function: which, collection: list, type: "number" },
		{ kind: "constant", value: number, type: "number" },
	);

const mirrored = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function itemTestOf(test: Rule, list: FieldValue): ItemTest | undefined {
	const call = callOf(test);
	if (!call) return undefined;
	const items = list.field.type === "list" ? list.field.items : "text";
	const [a, b] = call.operands;
	switch (call.operator) {
		case "in":
			return pathOf(a) === "" && Array.isArray(b) ? listed(b, items) : undefined;
		case "===":
		case "==": {
			const value = isItem(a) ? b : isItem(b) ? a : undefined;
			return value === undefined || typeof value === "object" ? undefined : listed([value], items);
		}
		case "or": {
			const tests = call.operands.map((operand) => itemTestOf(operand, list));
			const all = tests.flatMap((item) => (item?.kind === "in" ? [item] : []));
			return tests.length > 0 && all.length === tests.length ? { kind: "in", items: all.flatMap((item) => item.items) } : undefined;
		}
		case "<":
		case "<=":
		case ">":
		case ">=": {
			if (items !== "number" || call.operands.length !== 2) return undefined;
			const [operator, number] = isItem(a) ? [call.operator, b] : [mirrored[call.operator], isItem(b) ? a : undefined];
			return isUsableNumber(number) ? { kind: "order", operator, number: number + 0 } : undefined;
		}
		default:
			return undefined;
	}
}

const isItem = (rule: Rule | undefined): boolean => rule !== undefined && isSame(rule, { var: "" });

/** The constants that an item can be; undefined where one is of another type, which `==` would convert. */
function listed(values: readonly Rule[], items: "text" | "number"): ItemTest | undefined {
	if (!values.every((value) => typeof value === (items === "text" ? "string" : "number"))) return undefined;
	const usable = (values as readonly Constant[]).filter((value) =>
		typeof value === "string" ? isUsableText(value) : isUsableNumber(value),
	);
	return { kind: "in", items: usable.map((value) => (typeof value === "number" ? value + 0 : value)) };
}
