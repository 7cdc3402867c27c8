// JSON Logic as other people write it over the properties' catalogue: loose comparisons, bare fields, traps with missing values, several
// spellings of one thing; now and then something that no field's type decides.
import fc from "fast-check";
import type { Rule } from "../../src/rule/rule.ts";
import { days, instants, numbers, texts } from "../properties/pools.ts";

type Rules = fc.Arbitrary<Rule>;

const from = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const one = (...arbitraries: readonly Rules[]): Rules => fc.oneof(...arbitraries);

interface Names {
	readonly text: readonly string[];
	readonly number: readonly string[];
	readonly boolean: readonly string[];
	readonly date: readonly string[];
	readonly datetime: readonly string[];
	readonly textList: readonly string[];
	readonly numberList: readonly string[];
	readonly collection: readonly (readonly [name: string, inner: Names])[];
}

const none: Names = { text: [], number: [], boolean: [], date: [], datetime: [], textList: [], numberList: [], collection: [] };

const item: Names = { ...none, text: ["sku"], number: ["price"], date: ["best before"], datetime: ["made"], numberList: ["flags"] };
const order: Names = {
	text: ["sku", "ship.city"],
	number: ["pieces", "total"],
	boolean: ["gift"],
	date: ["day"],
	datetime: ["placed_at"],
	textList: ["labels"],
	numberList: [],
	collection: [["items", item]],
};
const visit: Names = { ...none, text: ["page"], number: ["n", "profile"], date: ["on"] };

export const profile: Names = {
	text: ["name", "account.plan", "Full Name"],
	number: ["points", "spent", "and", "account.level"],
	boolean: ["vip", "account.consent"],
	date: ["born", "due day"],
	datetime: ["seen", "joined"],
	textList: ["tags"],
	numberList: ["scores"],
	collection: [
		["orders", order],
		["site visits", visit],
	],
};

const variable = (name: string): Rules => from<Rule>({ var: name }, { var: name }, { var: [name] });
const field = (names: readonly string[]): Rules => from(...names).chain(variable);
const withDefault = (names: readonly string[], otherwise: Rules): Rules =>
	fc.tuple(from(...names), otherwise).map(([name, value]) => ({ var: [name, value] }));

const textConstant: Rules = from<Rule>(...texts);
const numberConstant: Rules = from<Rule>(...numbers, 0, 0, 1, -1, 5, 100, 1e20, -1e300);
const dateConstant: Rules = from<Rule>(
	...days.map((day) => Number(day.replaceAll("-", ""))),
	0,
	20260230,
	20261301,
	20250001,
	19000100,
	30000101,
	20260510.5,
);
const momentConstant: Rules = from<Rule>(...instants.map((text) => Date.parse(text)), 0, 1, -1, 0.5, 1e15, -1e15);
const oddConstant: Rules = from<Rule>(null, true, false, "", "0", "5", " 7 ", "abc", 0, [], ["a"], {}, "\ud83d", "a\0");

const call = (operator: string, ...operands: readonly Rules[]): Rules => fc.tuple(...operands).map((args) => ({ [operator]: args }));
const operator = (...names: readonly string[]): fc.Arbitrary<string> => from(...names);
const relation = operator("==", "===", "!=", "!==", "<", "<=", ">", ">=", "<", ">");
const equality = operator("==", "===", "!=", "!==");

const compared = (relations: fc.Arbitrary<string>, a: Rules, b: Rules): Rules =>
	fc.tuple(relations, a, b, fc.boolean()).map(([name, left, right, isTurned]) => ({ [name]: isTurned ? [right, left] : [left, right] }));

const usually = (value: Rules, odd: Rules = oddConstant): Rules =>
	fc.oneof({ weight: 12, arbitrary: value }, { weight: 1, arbitrary: odd });

const unless = (names: readonly unknown[], make: () => readonly Rules[]): readonly Rules[] => (names.length > 0 ? make() : []);

function textTests({ text }: Names): readonly Rules[] {
	return unless(text, () => {
		const x = fc.oneof({ weight: 5, arbitrary: field(text) }, { weight: 1, arbitrary: withDefault(text, usually(textConstant)) });
		const lengths = from<Rule>(0, 1, 2, 3, 5);
		return [
			compared(equality, x, usually(textConstant)),
			compared(equality, x, x),
			call("in", usually(textConstant), field(text)),
			call("in", x, fc.array(usually(textConstant), { maxLength: 4 })),
			call(
				"in",
				textConstant,
				fc.tuple(x, x).map((items) => items as Rule),
			),
			call("in", x, from<Rule>("ab", "abc", "null and", "", "a😀")),
			compared(
				equality,
				fc.tuple(field(text), lengths).map(([of, length]): Rule => ({ substr: [of, 0, length] })),
				textConstant,
			),
			compared(
				equality,
				fc.tuple(field(text), from(-1, -2, -3, -5)).map(([of, start]): Rule => ({ substr: [of, start] })),
				from<Rule>(...texts, "null", "ll", "l"),
			),
			x,
		];
	});
}

function numberTests({ number, numberList, textList, collection }: Names): readonly Rules[] {
	return unless(number, () => {
		const plain = field(number);
		const x = fc.oneof({ weight: 5, arbitrary: plain }, { weight: 1, arbitrary: withDefault(number, usually(numberConstant)) });
		const sum = fc.tuple(operator("+", "-", "*", "/", "%"), x, one(x, numberConstant)).map(([name, a, b]): Rule => ({ [name]: [a, b] }));
		const odd = one(
			x.map((a): Rule => ({ "-": [a] })),
			x.map((a): Rule => ({ "+": [a] })),
			x.map((a): Rule => ({ "+": a })),
			fc.tuple(x, x, numberConstant).map((args): Rule => ({ "+": args })),
			fc.tuple(x, numberConstant, x).map((args): Rule => ({ "*": args })),
		);
		const lengths = [...numberList, ...textList, ...collection.map(([name]) => name)].map((name) => `${name}.length`);
		const value = fc.oneof({ weight: 6, arbitrary: x }, { weight: 2, arbitrary: sum }, { weight: 1, arbitrary: odd });
		return [
			compared(relation, value, usually(numberConstant)),
			compared(relation, value, usually(numberConstant)),
			compared(relation, x, value),
			fc
				.tuple(operator("<", "<="), one(numberConstant, x), value, one(numberConstant, x))
				.map(([name, a, b, c]) => ({ [name]: [a, b, c] })),
			call("in", value, fc.array(usually(numberConstant), { maxLength: 4 })),
			call(
				"in",
				numberConstant,
				fc.tuple(x, x).map((items) => items as Rule),
			),
			...unless(lengths, () => [compared(relation, field(lengths), from<Rule>(0, 1, 2, -1, null))]),
			value,
		];
	});
}

function otherTests({ boolean, date, datetime, text, number }: Names): readonly Rules[] {
	return [
		...unless(boolean, () => [
			compared(relation, field(boolean), usually(from<Rule>(true, false, 1, 0))),
			compared(equality, field(boolean), field(boolean)),
			field(boolean),
			call("in", field(boolean), fc.array(usually(from<Rule>(true, false)), { maxLength: 2 })),
		]),
		...unless(date, () => [
			compared(relation, field(date), usually(dateConstant)),
			compared(relation, field(date), field(date)),
			fc.tuple(dateConstant, field(date), dateConstant).map((ends): Rule => ({ "<=": ends })),
			compared(
				relation,
				field(date).map((day): Rule => ({ "%": [day, 10_000] })),
				from<Rule>(501, 510, 1231, 0, 229),
			),
			call("in", field(date), fc.array(usually(dateConstant), { maxLength: 3 })),
			field(date),
		]),
		...unless(datetime, () => [
			compared(relation, field(datetime), usually(momentConstant)),
			compared(relation, field(datetime), field(datetime)),
			compared(
				relation,
				field(datetime),
				fc.tuple(operator("+", "-"), field(datetime), from<Rule>(1000, -86400000, 500)).map(([name, a, b]): Rule => ({ [name]: [a, b] })),
			),
			fc.tuple(operator("<", "<="), momentConstant, field(datetime), momentConstant).map(([name, ...ends]) => ({ [name]: ends })),
			field(datetime),
		]),
		...unless([...text, ...number], () => [
			compared(relation, field([...text, ...number, ...date, ...datetime, ...boolean]), oddConstant),
			compared(relation, field([...text, ...number, ...date]), field([...number, ...datetime, ...boolean, ...text])),
			fc.subarray([...text, ...number, ...date, ...boolean], { minLength: 1, maxLength: 3 }).map((names): Rule => ({ missing: names })),
			fc.subarray([...text, ...number], { minLength: 1, maxLength: 2 }).map((names): Rule => ({ missing: [names] })),
			fc
				.tuple(from(0, 1, 2, 3, 4), fc.subarray([...text, ...number, ...date], { minLength: 1, maxLength: 3 }))
				.map(([count, names]): Rule => ({ missing_some: [count, names] })),
		]),
	];
}

function listTests({ textList, numberList }: Names): readonly Rules[] {
	const item: Rule = { var: "" };
	const quantifier = operator("some", "none", "all");
	return [
		...unless(textList, () => [
			call("in", usually(textConstant), field(textList)),
			fc
				.tuple(quantifier, field(textList), textConstant, operator("==", "==="))
				.map(([name, list, text, same]) => ({ [name]: [list, { [same]: [item, text] }] })),
			fc
				.tuple(quantifier, field(textList), fc.array(textConstant, { maxLength: 3 }))
				.map(([name, list, items]) => ({ [name]: [list, { in: [item, items] }] })),
			fc
				.tuple(field(textList), textConstant)
				.map(([list, text]): Rule => ({ some: [list, { or: [{ "==": [item, text] }, { "===": ["a", item] }] }] })),
			field(textList),
			compared(equality, field(textList), from<Rule>(null, [])),
		]),
		...unless(numberList, () => [
			call("in", usually(numberConstant), field(numberList)),
			fc
				.tuple(quantifier, field(numberList), operator("<", "<=", ">", ">=", "=="), numberConstant)
				.map(([name, list, order, number]) => ({ [name]: [list, { [order]: [item, number] }] })),
			field(numberList),
			withDefault(numberList, from<Rule>([], null)),
		]),
	];
}

function collectionTests({ collection }: Names, depth: number): readonly Rules[] {
	if (depth === 0) return collection.map(([name]) => variable(name));
	return collection.flatMap(([name, inner]) => {
		const where = conditionOver(inner, depth - 1);
		const list = fc.oneof(
			{ weight: 4, arbitrary: variable(name) },
			{ weight: 1, arbitrary: where.map((keep): Rule => ({ filter: [{ var: name }, keep] })) },
		);
		const carry = (rule: Rule): Rule =>
			JSON.parse(JSON.stringify(rule).replaceAll('{"var":"', '{"var":"current.').replaceAll('{"var":["', '{"var":["current.')) as Rule;
		const [accumulator, current]: Rule[] = [{ var: "accumulator" }, { var: "current" }];
		const number = from(...(inner.number.length > 0 ? inner.number : ["none"]));
		const count = one(
			list.map((of): Rule => ({ reduce: [of, { "+": [accumulator ?? null, 1] }, 0] })),
			list.map((of): Rule => ({ reduce: [of, { "+": [1, accumulator ?? null] }, 0] })),
			fc
				.tuple(list, where)
				.map(([of, keep]): Rule => ({ reduce: [of, { if: [carry(keep), { "+": [accumulator ?? null, 1] }, accumulator ?? null] }, 0] })),
			fc.tuple(list, where).map(([of, keep]): Rule => ({ reduce: [of, { "+": [accumulator ?? null, { if: [carry(keep), 1, 0] }] }, 0] })),
			fc
				.tuple(list, where)
				.map(([of, keep]): Rule => ({ reduce: [{ map: [of, { if: [keep, 1, 0] }] }, { "+": [current ?? null, accumulator ?? null] }, 0] })),
			fc.tuple(list, number).map(([of, x]): Rule => ({ reduce: [of, { "+": [accumulator ?? null, { var: `current.${x}` }] }, 0] })),
			fc
				.tuple(list, number)
				.map(([of, x]): Rule => ({ reduce: [{ map: [of, { var: x }] }, { "+": [accumulator ?? null, current ?? null] }, 0] })),
			fc.tuple(list, number).map(([of, x]): Rule => ({ reduce: [of, { max: [accumulator ?? null, { var: `current.${x}` }] }, 0] })),
		);
		return [
			fc.tuple(operator("some", "none", "all"), list, where).map(([quantifier, of, keep]) => ({ [quantifier]: [of, keep] })),
			fc.tuple(operator("some", "none", "all"), list, where).map(([quantifier, of, keep]) => ({ [quantifier]: [of, keep] })),
			list,
			compared(relation, count, from<Rule>(0, 1, 2, 3, -1, 1.5, null, "2")),
			compared(relation, count, count),
			call("in", count, from<Rule>([0, 1], [2], [null, 3])),
			count,
		];
	});
}

const made = new Map<string, Rules>();

function conditionOver(names: Names, depth: number): Rules {
	const key = `${depth} ${JSON.stringify(names)}`;
	const known = made.get(key);
	if (known) return known;
	const tests = [...textTests(names), ...numberTests(names), ...otherTests(names), ...listTests(names), ...collectionTests(names, depth)];
	const rules =
		depth === 0 ? one(...tests) : fc.oneof({ weight: 3, arbitrary: one(...tests) }, { weight: 2, arbitrary: connected(names, depth) });
	made.set(key, rules);
	return rules;
}

function connected(names: Names, depth: number): Rules {
	const inner = fc.oneof(
		{ weight: 10, arbitrary: conditionOver(names, depth - 1) },
		{ weight: 1, arbitrary: from<Rule>(true, false, 0, "x", null) },
	);
	const all = [...names.text, ...names.number, ...names.date, ...names.datetime, ...names.boolean];
	const guard = fc.tuple(field(all), operator("!==", "!=", "===", "==")).map(([x, name]): Rule => ({ [name]: [x, null] }));
	const some = fc.array(one(inner, inner, guard), { minLength: 1, maxLength: 4 });
	const value = one(numberConstant, textConstant, field(all));
	return one(
		some.map((items): Rule => ({ and: items })),
		some.map((items): Rule => ({ and: items })),
		some.map((items): Rule => ({ or: items })),
		inner.map((rule): Rule => ({ "!": [rule] })),
		inner.map((rule): Rule => ({ "!": rule })),
		inner.map((rule): Rule => ({ "!!": [rule] })),
		fc.tuple(inner, inner, inner, operator("if", "?:")).map(([a, b, c, name]) => ({ [name]: [a, b, c] })),
		fc.tuple(inner, inner, inner, inner, inner).map((args): Rule => ({ if: args })),
		fc.tuple(inner, inner).map((args): Rule => ({ if: args })),
		compared(equality, inner, from<Rule>(true, false, 1)),
		fc.tuple(equality, inner, value, value, value).map(([name, when, a, b, c]) => ({ [name]: [{ if: [when, a, b] }, c] })),
		fc.tuple(relation, field(all), value, value).map(([name, a, b, c]) => ({ [name]: [{ or: [a, b] }, c] })),
		fc.tuple(equality, inner, value, value).map(([name, a, b, c]) => ({ [name]: [{ and: [a, b] }, c] })),
		fc
			.tuple(inner, inner, inner, from(0, 1, 2, 3, 4, 1.5))
			.map(([a, b, c, count]): Rule => ({ ">=": [{ "+": [a, b, c].map((when) => ({ if: [when, 1, 0] })) }, count] })),
	);
}

/** Over whole records. */
export const foreignRule: Rules = one(
	conditionOver(profile, 0),
	conditionOver(profile, 1),
	conditionOver(profile, 2),
	conditionOver(profile, 3),
);
