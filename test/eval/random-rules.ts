// Random JSON Logic and random data for the agreement properties: every operator, any number of arguments, junk among them; data that few
// would store and everyone meets one day.
import fc from "fast-check";

const names = ["a", "b", "c", "a.b", "list", "orders", "orders.0.total", "total", "text", "current", "accumulator", "current.total"];
const oddNames = ["", ".", "a.", "0", "length", "constructor", "__proto__", "constructor.name", "toString", "a.b.c.d.e.f.g.h.i.j"];

const numbers = fc.constantFrom(0, 1, 2, 3, -1, 0.5, -0, 100, 1e21, 5e-324, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
const texts = fc.constantFrom("", "a", "b", "abc", "abcabc", "0", "-0", "5", " 7 ", "1e3", "null", "undefined", "true", "é", "\u{1f600}");

const scalar = fc.oneof(
	{ weight: 4, arbitrary: numbers },
	{ weight: 4, arbitrary: texts },
	fc.boolean(),
	fc.constant(null),
	fc.constantFrom(...names),
);

/** Constants that are objects: none or two keys. */
const objects = fc.constantFrom<unknown>({}, { a: 1, b: 2 }, { toString: 1, valueOf: 2 }, { length: 0, indexOf: null });

const operators = [
	..."== === != !== > >= < <= ! !! % / * + - in cat substr min max merge var missing missing_some".split(" "),
	..."if ?: and or filter map reduce all none some log".split(" "),
	..."unknown constructor __proto__ var.length var.prototype.constructor a.b .a".split(" "),
];

const call = (operator: string, args: unknown): unknown => Object.defineProperty({}, operator, { value: args, enumerable: true });

const variable = fc.oneof(
	fc.constantFrom(...names).map((name) => ({ var: name })),
	fc.constantFrom<unknown>(...oddNames, 0, 1, 1.5, null, true).map((name) => ({ var: name })),
	fc.tuple(fc.constantFrom(...names, ...oddNames), scalar).map((args) => ({ var: args })),
	fc.constant({ var: [] }),
);

/** The shapes that are fused, with parts that may or may not fit. */
function fusedShapes(rule: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	const order = fc.constantFrom("<", "<=", ">", ">=", "===", "!==", "==", "in");
	const guarded = fc
		.tuple(variable, variable, order, scalar, fc.boolean(), fc.boolean())
		.map(([x, y, operator, constant, isSame, isTurned]) => {
			const z = isSame ? x : y;
			return { and: [{ "!==": [x, null] }, { [operator]: isTurned ? [constant, z] : [z, constant] }] };
		});
	const between = fc
		.tuple(variable, scalar, scalar, fc.constantFrom("<", "<="))
		.map(([x, low, high, operator]) => ({ and: [{ "!==": [x, null] }, { [operator]: [low, x, high] }] }));
	const affix = fc.tuple(variable, texts, fc.boolean(), fc.integer({ min: -1, max: 1 })).map(([x, text, isStart, off]) => ({
		"===": [{ substr: isStart ? [x, 0, text.length + off] : [x, -text.length + off] }, text],
	}));
	const listed = fc.tuple(variable, fc.array(scalar, { maxLength: 12 })).map(([x, list]) => ({ in: [x, list] }));
	const lists = fc.constantFrom<unknown>({ var: "orders" }, { var: "list" }, { var: "a" }, [1, 2, 3]);
	const source = fc.oneof(
		lists,
		fc.tuple(lists, rule).map((args) => ({ filter: args })),
	);
	const summand = fc.constantFrom<unknown>(1, { var: "current" }, { var: "current.total" }, { var: "total" });
	const aggregate = fc
		.tuple(source, summand, fc.constantFrom<unknown>(0, 1, null, -0))
		.map(([from, x, initial]) => ({ reduce: [from, { "+": [{ var: "accumulator" }, x] }, initial] }));
	const best = source.map((from) => {
		const [accumulator, x] = [{ var: "accumulator" }, { var: "current.total" }];
		return { reduce: [from, { if: [{ or: [{ "===": [accumulator, null] }, { "<": [x, accumulator] }] }, x, accumulator] }, null] };
	});
	const once = fc.tuple(rule, rule).map(([x, test]) => ({ some: [[x], test] }));
	return fc.oneof(guarded, between, affix, listed, aggregate, best, once);
}

export const rules: fc.Arbitrary<unknown> = fc.letrec<{ whole: unknown; rule: unknown; args: unknown }>((tie) => ({
	whole: fc.oneof(
		{ weight: 3, arbitrary: fc.tuple(fc.constantFrom(...operators), tie("args")).map(([operator, args]) => call(operator, args)) },
		{ weight: 2, arbitrary: fusedShapes(tie("rule")) },
	),
	rule: fc.oneof(
		{ maxDepth: 5, depthSize: "small" },
		{ weight: 2, arbitrary: scalar },
		{ weight: 3, arbitrary: variable },
		{ weight: 1, arbitrary: objects },
		{ weight: 6, arbitrary: fc.tuple(fc.constantFrom(...operators), tie("args")).map(([operator, args]) => call(operator, args)) },
		{ weight: 3, arbitrary: fusedShapes(tie("rule")) },
		{ weight: 1, arbitrary: fc.array(tie("rule"), { maxLength: 3 }) },
	),
	args: fc.oneof({ weight: 8, arbitrary: fc.array(tie("rule"), { maxLength: 4 }) }, { weight: 2, arbitrary: tie("rule") }),
})).whole;

/** What a value can be beyond JSON: holes, big integers, functions, symbols, dates, lists of another class. */
class OddList extends Array<unknown> {}
// biome-ignore lint/suspicious/noSparseArray: the hole is the point
const sparse = [1, , 3];
const oddities = fc.constantFrom<unknown>(
	undefined,
	10n,
	Symbol.iterator,
	Math.max,
	new Date(0),
	sparse,
	OddList.from([1, 2]),
	Object.create(null),
	{ toString: 1, valueOf: 2 },
	{ indexOf: 5 },
	{ var: "a" },
	new String("abc"),
);

const value = fc.letrec<{ value: unknown }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 3, depthSize: "small" },
		{ weight: 4, arbitrary: scalar },
		{ weight: 1, arbitrary: oddities },
		{ weight: 2, arbitrary: fc.array(tie("value"), { maxLength: 4 }) },
		{ weight: 2, arbitrary: fc.record({ a: tie("value"), b: tie("value"), total: tie("value") }, { requiredKeys: [] }) },
	),
})).value;

const order = fc.oneof(
	{ weight: 5, arbitrary: fc.record({ total: fc.oneof(numbers, scalar), status: texts }, { requiredKeys: [] }) },
	{ weight: 1, arbitrary: value },
);

const profile = fc.record(
	{
		a: value,
		b: value,
		c: value,
		list: fc.oneof(fc.array(scalar, { maxLength: 5 }), value),
		orders: fc.oneof({ weight: 4, arbitrary: fc.array(order, { maxLength: 5 }) }, { weight: 1, arbitrary: value }),
		total: scalar,
		text: texts,
	},
	{ requiredKeys: [] },
);

export const data: fc.Arbitrary<unknown> = fc.oneof({ weight: 8, arbitrary: profile }, { weight: 1, arbitrary: value });
