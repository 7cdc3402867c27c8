// Rules built as a product: every operator with every pair of odd operands, each operand once as a constant, once as a variable, once
// computed, so that every specialised closure meets every kind of value.

/** Values that comparisons, coercions and truth treat each in its own way. */
export const oddValues: readonly unknown[] = [
	undefined,
	null,
	true,
	false,
	0,
	-0,
	1,
	-1,
	2.5,
	1e21,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	"",
	"0",
	"-0",
	"1",
	"a",
	"abc",
	" 2 ",
	"null",
	[],
	[0],
	["a"],
	[[]],
	[1, 2, 3],
	["abc", null],
	{},
	{ a: 1, b: 2 },
	{ toString: 1, valueOf: 2 },
	{ length: 0, indexOf: null },
];

const binaryOperators = "== === != !== > >= < <= % / * + - in cat substr min max merge and or ?: var".split(" ");
const unaryOperators = "! !! - + * / % < cat substr min max merge and or if var in".split(" ");
const collectionOperators = "filter map reduce all none some".split(" ");

/** A rule and the data it runs on. */
export interface Case {
	readonly rule: unknown;
	readonly data: unknown;
}

/** {x, y} holds the operands; undefined is left out. */
const operands = (x: unknown, y: unknown): Readonly<Record<string, unknown>> => ({
	...(x !== undefined && { x }),
	...(y !== undefined && { y }),
});

const [variableX, variableY] = [{ var: "x" }, { var: "y" }];
const computed = (rule: unknown): unknown => ({ if: [true, rule] });

/** Every operator of two arguments, in every mixture of constants, variables and computed values. */
export function* binaryCases(): Iterable<Case> {
	for (const operator of binaryOperators) {
		for (const x of oddValues) {
			for (const y of oddValues) {
				const data = operands(x, y);
				yield { rule: { [operator]: [variableX, y] }, data };
				yield { rule: { [operator]: [x, variableY] }, data };
				yield { rule: { [operator]: [variableX, variableY] }, data };
				yield { rule: { [operator]: [computed(variableX), y] }, data };
				yield { rule: { [operator]: [computed(variableX), computed(variableY)] }, data };
			}
		}
	}
}

/** Every operator of one argument, also without the list around it. */
export function* unaryCases(): Iterable<Case> {
	for (const operator of unaryOperators) {
		yield { rule: { [operator]: [] }, data: null };
		for (const x of oddValues) {
			yield { rule: { [operator]: [x] }, data: x };
			yield { rule: { [operator]: x }, data: x };
			yield { rule: { [operator]: [variableX] }, data: operands(x, undefined) };
			yield { rule: { [operator]: variableX }, data: x };
			yield { rule: { [operator]: [{ var: "" }] }, data: x };
			yield { rule: { [operator]: computed({ var: [] }) }, data: x };
		}
	}
}

/** Comparisons of three, with their guard and without, and substrings. */
export function* ternaryCases(): Iterable<Case> {
	for (const x of oddValues) {
		for (const limit of [0, 1, -1, 2.5, Number.NaN, "a", null, undefined, [1]]) {
			const data = operands(x, limit);
			for (const operator of ["<", "<=", ">"]) {
				yield { rule: { [operator]: [0, variableX, limit] }, data };
				yield { rule: { [operator]: [variableX, 1, limit] }, data };
				yield { rule: { [operator]: [variableX, 1, variableY] }, data };
				yield { rule: { and: [{ "!==": [variableX, null] }, { [operator]: [0, variableX, limit] }] }, data };
			}
			yield { rule: { substr: [variableX, limit] }, data };
			yield { rule: { substr: [variableX, 1, limit] }, data };
			yield { rule: { if: [variableX, 1, variableY, 2, 3] }, data };
			yield { rule: { if: [variableX, 1, variableY, 2] }, data };
		}
	}
}

/** A guard and a test of the same variable, or of another one; the guard first or last. */
export function* guardedCases(): Iterable<Case> {
	for (const operator of ["<", "<=", ">", ">=", "===", "!==", "==", "!=", "in"]) {
		for (const x of oddValues) {
			for (const constant of [0, 1, -1, "", "a", true, null, ["a", null], [null, 1, 2, 3, 4, 5, 6, 7, 8, Number.NaN, "a"]]) {
				const data = operands(x, 1);
				const guard = { "!==": [variableX, null] };
				yield { rule: { and: [guard, { [operator]: [variableX, constant] }] }, data };
				yield { rule: { and: [guard, { [operator]: [constant, variableX] }] }, data };
				yield { rule: { and: [guard, { [operator]: [variableY, constant] }] }, data };
				yield { rule: { and: [{ [operator]: [variableX, constant] }, guard] }, data };
				yield { rule: { some: [[variableX], { and: [{ "!==": [{ var: "" }, null] }, { [operator]: [{ var: "" }, constant] }] }] }, data };
			}
		}
	}
}

const elementRules: readonly unknown[] = [
	undefined,
	true,
	false,
	[],
	[0],
	{ var: "" },
	{ var: "t" },
	{ var: "current" },
	{ var: "accumulator" },
	{ "<": [{ var: "t" }, 2] },
	{ in: [{ var: "" }, ["a", 1]] },
	{ and: [{ "!==": [{ var: "t" }, null] }, { ">": [{ var: "t" }, 1] }] },
	{ "+": [{ var: "accumulator" }, 1] },
	{ "+": [{ var: "accumulator" }, { var: "current" }] },
	{ "+": [{ var: "accumulator" }, { var: "current.t" }] },
	{ log: { var: "" } },
	{ unknown: { var: "t" } },
];

// biome-ignore lint/suspicious/noSparseArray: a hole is one more thing a list can have
const holes = [1, , "a"];

const lists: readonly unknown[] = [
	...oddValues,
	holes,
	["a", "b"],
	[null, undefined, 0],
	[{ t: 1 }, { t: 2 }, { t: 3 }],
	[{ t: 2 }, {}, null, { t: "5" }, 7],
	[{ t: { toString: 1, valueOf: 2 } }],
	[{ t: -0 }],
];

/** Every rule over every list; `reduce` from several starts, also over a filtered list. */
export function* collectionCases(): Iterable<Case> {
	for (const list of lists) {
		for (const rule of elementRules) {
			const data = { list };
			for (const operator of collectionOperators) {
				yield { rule: { [operator]: [{ var: "list" }, rule] }, data };
				yield { rule: { [operator]: [{ var: "" }, rule] }, data: list };
				yield { rule: { [operator]: [[{ var: "list" }], rule] }, data };
			}
			for (const start of [0, -0, 1, null, [], { var: "list" }]) {
				yield { rule: { reduce: [{ var: "list" }, rule, start] }, data };
				yield { rule: { reduce: [{ filter: [{ var: "list" }, rule] }, { "+": [{ var: "accumulator" }, 1] }, start] }, data };
				yield {
					rule: { reduce: [{ filter: [{ var: "list" }, rule] }, { "+": [{ var: "accumulator" }, { var: "current.t" }] }, start] },
					data,
				};
			}
		}
	}
}

/** Names that a variable can have, and places it can look at. */
export function* variableCases(): Iterable<Case> {
	const names = [
		..."x x.y x.y.z . x. .x 0 x.0 1.5 length x.length constructor __proto__ x.constructor.name toString a.b.c.d.e.f.g.h.i.j".split(" "),
		"",
		null,
		undefined,
		0,
		1,
		1.5,
		-1,
		true,
		["x"],
		[],
		{ a: 1, b: 2 },
		{ var: "x" },
	];
	const places = [
		...oddValues,
		{ x: null },
		{ x: { y: null } },
		{ x: { y: { z: 5 } } },
		{ x: "text" },
		{ x: [7, 8] },
		{ "": { "": 1 } },
		{ "x.y": 3 },
	];
	for (const name of names) {
		for (const data of places) {
			yield { rule: { var: name }, data };
			yield { rule: { var: [name] }, data };
			for (const otherwise of [null, 0, "none", [1], { var: "x" }, { log: "default" }]) yield { rule: { var: [name, otherwise] }, data };
			yield { rule: { "===": [{ var: name }, null] }, data };
			yield { rule: { ">": [{ var: name }, -1] }, data };
			yield { rule: { missing: [name, "x"] }, data };
			yield { rule: { missing_some: [1, [name, "x"]] }, data };
		}
	}
}

const everyOperator = [
	...new Set([...binaryOperators, ...unaryOperators, ...collectionOperators, "missing", "missing_some", "log", "unknown"]),
];

/** Fewer and more arguments than an operator uses, the last one with an effect: it is logged, or throws. */
export function* argumentCases(): Iterable<Case> {
	const effects = [{ log: "effect" }, { unknown: [] }, [{ log: "effect" }], 7, { a: 1, b: 2 }, [7], undefined];
	const before: readonly unknown[] = [{ var: "x" }, 1, { var: "list" }, 2, { var: "t" }, 3];
	for (const operator of everyOperator) {
		for (const effect of effects) {
			for (const from of [0, 1, 2]) {
				for (let to = from; to <= from + 4 && to <= before.length; to++) {
					const rule = { [operator]: [...before.slice(from, to), effect] };
					yield { rule, data: { x: 5, list: [{ t: 1 }, { t: 0 }], t: "text" } };
					yield { rule: { and: [{ "!==": [{ var: "x" }, null] }, rule] }, data: { x: 5, list: [1] } };
				}
			}
		}
	}
	for (const effect of effects) {
		yield { rule: { "<=": [0, { var: "x" }, 9, effect] }, data: { x: 5 } };
		yield { rule: { "<": [0, { var: "x" }, 9, effect] }, data: { x: 5 } };
		yield { rule: { "===": [{ substr: [{ var: "x" }, 0, 1, effect] }, "a"] }, data: { x: "abc" } };
		yield { rule: { "===": [{ substr: [{ var: "x" }, -1, effect] }, "c"] }, data: { x: "abc" } };
		yield { rule: { reduce: [{ var: "x" }, { "+": [{ var: "accumulator" }, 1, effect] }, 0] }, data: { x: [1, 2] } };
		yield {
			rule: { reduce: [{ filter: [{ var: "x" }, true, effect] }, { "+": [{ var: "accumulator" }, 1] }, 0, effect] },
			data: { x: [1] },
		};
	}
}

/** Connectives in connectives, among them empty ones, whose answer is undefined. */
export function* connectiveCases(): Iterable<Case> {
	const parts: readonly unknown[] = [
		{ and: [] },
		{ or: [] },
		{ and: [{ and: [] }] },
		{ or: [{ or: [] }] },
		{ if: [] },
		true,
		0,
		"a",
		[],
		{ var: "x" },
		{ "!==": [{ var: "x" }, null] },
		{ ">": [{ var: "x" }, 1] },
		{ log: { var: "x" } },
	];
	for (const outer of ["and", "or"]) {
		for (const inner of ["and", "or", "!", "!!", "if"]) {
			for (const a of parts) {
				for (const b of parts) {
					for (const data of [{ x: 2 }, { x: 0 }, {}]) {
						yield { rule: { [outer]: [{ [inner]: [a, b] }, a] }, data };
						yield { rule: { [outer]: [b, { [inner]: [a] }, b] }, data };
						yield { rule: { if: [{ [inner]: [a, b] }, b, a] }, data };
					}
				}
			}
		}
	}
}
