// Gestures on the words of one condition, with arguments.
import { setEdge, setQuantifier } from "../../src/document/gestures/set-collection.ts";
import { setNegated } from "../../src/document/gestures/set-negated.ts";
import { setIgnoringCase, setOperator } from "../../src/document/gestures/set-operator.ts";
import { setOperand, setOperands } from "../../src/document/gestures/set-operands.ts";
import { setSegments } from "../../src/document/gestures/set-segments.ts";
import { setSubject } from "../../src/document/gestures/set-subject.ts";
import type { ValueInput } from "../../src/document/values.ts";
import { operators } from "../../src/check/operators.ts";
import type { Operator, Quantifier } from "../../src/syntax/ast.ts";
import type { Try } from "./gesture-cases.ts";
import type { Tree } from "./model.ts";

const pick = <T>(of: readonly T[], number: number | undefined): T => of[(number ?? 0) % of.length] as T;

const allWithin = (row: Tree): readonly number[] => [...(row.id === undefined ? [] : [row.id]), ...row.rows.flatMap(allWithin)];

export const values: readonly ValueInput[] = [
	{ kind: "text", value: 'a "b" # c' },
	{ kind: "number", value: -5 },
	{ kind: "number", value: 12.5 },
	{ kind: "boolean", value: true },
	{ kind: "date", year: 2026, month: 5, day: 1 },
	{ kind: "point", point: "today" },
	{ kind: "relative", amount: 30, unit: "day", direction: "ago" },
	{ kind: "shift", base: { kind: "field", name: "trial_end", ofProfile: false }, sign: -1, amount: 3, unit: "day" },
	{ kind: "rolling", direction: "last", amount: 7, unit: "day" },
	{ kind: "field", name: "Full Name", ofProfile: false },
	{ kind: "hole" },
	{ kind: "words", text: "(a + b) * 2" },
	{ kind: "words", text: "a and b" },
	{ kind: "words", text: "(" },
	{ kind: "text", value: "\0" },
];

export const operatorNames = Object.keys(operators) as readonly Operator[];
const quantifiers: readonly Quantifier[] = ["any", "every", "no", "at-least", "at-most", "exactly", "fewer-than", "more-than"];

export const valueTries: Readonly<Record<string, Try>> = {
	setOperator: (document, _, rows, [at, which, how]) => {
		const row = pick(rows, at);
		const operator = pick(operatorNames, which);
		const change = pick([{}, { negated: true }, { negated: false }, { anyOf: true }], how);
		const gesture = setOperator(document, row.id, operator, change);
		return { name: `operator ${row.id} ${operator} ${JSON.stringify(change)}`, gesture, tree: undefined, touched: allWithin(row) };
	},
	setIgnoringCase: (document, _, rows, [at, how]) => {
		const row = pick(rows, at);
		const gesture = setIgnoringCase(document, row.id, (how ?? 0) % 2 === 0);
		return { name: `ignoring case ${row.id}`, gesture, tree: undefined, touched: [row.id] };
	},
	setNegated: (document, _, rows, [at, how]) => {
		const row = pick(rows, at);
		const gesture = setNegated(document, row.id, (how ?? 0) % 2 === 0);
		return { name: `negated ${row.id} ${(how ?? 0) % 2 === 0}`, gesture, tree: undefined, touched: [row.id] };
	},
	setSubject: (document, _, rows, [at, which]) => {
		const row = pick(rows, at);
		const gesture = setSubject(document, row.id, pick(values, which));
		return { name: `subject ${row.id} ${JSON.stringify(pick(values, which))}`, gesture, tree: undefined, touched: [row.id] };
	},
	setOperand: (document, _, rows, [at, which, index]) => {
		const row = pick(rows, at);
		const gesture = setOperand(document, row.id, (index ?? 0) % 3, pick(values, which));
		return {
			name: `operand ${row.id} ${(index ?? 0) % 3} ${JSON.stringify(pick(values, which))}`,
			gesture,
			tree: undefined,
			touched: [row.id],
		};
	},
	setOperands: (document, _, rows, [at, which, count]) => {
		const row = pick(rows, at);
		const some = Array.from({ length: (count ?? 0) % 4 }, (_each, index) => pick(values.slice(0, 8), (which ?? 0) + index));
		const gesture = setOperands(document, row.id, some);
		return { name: `operands ${row.id} ${JSON.stringify(some)}`, gesture, tree: undefined, touched: [row.id] };
	},
	setSegments: (document, _, rows, [at, count]) => {
		const row = pick(rows, at);
		const names = ["a", 'b "c"', "d"].slice(0, (count ?? 0) % 4);
		return { name: `segments ${row.id} ${names}`, gesture: setSegments(document, row.id, names), tree: undefined, touched: [row.id] };
	},
	setQuantifier: (document, _, rows, [at, which, count]) => {
		const row = pick(rows, at);
		const gesture = setQuantifier(document, row.id, pick(quantifiers, which), pick([undefined, 3, -1], count));
		return { name: `quantifier ${row.id}`, gesture, tree: undefined, touched: [row.id] };
	},
	setEdge: (document, _, rows, [at, which]) => {
		const row = pick(rows, at);
		const gesture = setEdge(document, row.id, pick(["first", "last"], which), "best before");
		return { name: `edge ${row.id}`, gesture, tree: undefined, touched: [row.id] };
	},
};
