// Plan conditions to prepared tests, for profiles and for elements alike.
import { wordsFor } from "../bitmap.ts";
import { NumberColumn } from "../column/number-column.ts";
import { atLeastOf, notInto } from "../kernels/words.ts";
import { equalPairs, atMostPairs, lessPairs } from "../kernels/pairs.ts";
import type { CompareOperator, PlanCondition, PlanField, PlanTest, PlanValue } from "../plan.ts";
import { fold } from "../../values/fold.ts";
import { CodedAnswers } from "./coded-answers.ts";
import { edgeTest } from "./edge.ts";
import { noElements, someElement } from "./elements.ts";
import { allOf, anyOf, constantTest } from "./joined.ts";
import { textKeys, TextNumbers } from "./keys.ts";
import { bitsTest, columnInRange, numberInTest, numbersInSet, rangeTest } from "./number-tests.ts";
import { columnNumbers, prepareNumbers } from "./numbers.ts";
import { everything, mirrored, rangeOf } from "./range.ts";
import { elementScope, lifted, memberOf, profileScope, type Scope } from "./scope.ts";
import { integerScratch, type Numbers, type Test } from "./test.ts";
import { codedTest, samePlainTexts, textQuestion, textTest } from "./text-tests.ts";

export function prepareTest(condition: PlanCondition, scope: Scope): Test {
	switch (condition.kind) {
		case "constant":
			return constantTest(condition.value);
		case "not":
			return notTest(prepareTest(condition.item, scope));
		case "and":
			return allOf(condition.items.map((item) => prepareTest(item, scope)));
		case "or":
			return anyOf(condition.items.map((item) => prepareTest(item, scope)));
		case "at-least":
			return atLeastTest(
				condition.items.map((item) => prepareTest(item, scope)),
				condition.count,
			);
		default:
			if (!scope.owner || !isAboutProfile(condition)) return leafTest(condition, scope);
			return lifted(leafTest(condition, profileScope(scope)), scope);
	}
}

function notTest(test: Test): Test {
	return {
		run(stretch, bits, word) {
			test.run(stretch, bits, word);
			notInto(bits, word, wordsFor(stretch.to - stretch.from));
		},
	};
}

function atLeastTest(tests: readonly Test[], count: number): Test {
	const rooms = tests.map(() => integerScratch());
	return {
		run(stretch, bits, word) {
			const words = wordsFor(stretch.to - stretch.from);
			const answers = tests.map((test, index) => {
				const answer = (rooms[index] as (count: number) => Int32Array)(words);
				test.run(stretch, answer, 0);
				return answer;
			});
			atLeastOf(answers, count, bits, word, words);
		},
	};
}

/** Whether a test inside a collection's parentheses reads the profile and nothing of the element. */
function isAboutProfile(test: PlanTest): boolean {
	const fields = fieldsOf(test);
	return fields.length > 0 && fields.every(({ scope }) => scope === "profile");
}

/** The fields that a test reads itself, those of inner conditions left out. */
function fieldsOf(test: PlanTest): readonly PlanField[] {
	switch (test.kind) {
		case "compare":
			return [...fieldsOfValue(test.left), ...fieldsOfValue(test.right)];
		case "between":
		case "in":
		case "set":
		case "text":
			return fieldsOfValue(test.value);
		case "has":
		case "has-all":
		case "empty":
			return [test.list];
		case "some":
		case "edge":
			return [test.collection];
	}
}

function fieldsOfValue(value: PlanValue): readonly PlanField[] {
	switch (value.kind) {
		case "field":
			return [value];
		case "constant":
			return [];
		case "arithmetic":
			return [...fieldsOfValue(value.left), ...fieldsOfValue(value.right)];
		case "aggregate":
			return [value.collection];
		case "date-part":
			return fieldsOfValue(value.of);
	}
}

function leafTest(test: PlanTest, scope: Scope): Test {
	switch (test.kind) {
		case "compare":
			return compareTest(test.left, test.operator, test.right, scope);
		case "between":
			return rangeTest(test.value, { low: test.low, high: test.high }, scope);
		case "in": {
			const { value, items } = test;
			if (value.kind === "field" && value.type === "text")
				return textTest(value, { kind: "one-of", items: new Set(items.map(String)) }, scope);
			return numberInTest(value, items, scope);
		}
		case "set":
			return presentTest(test.value, scope);
		case "text":
			return textTest(test.value, textQuestion(test), scope);
		case "has":
			return hasTest(test.list, test.items, scope);
		case "has-all":
			return allOf(test.items.map((item) => hasTest(test.list, [item], scope)));
		case "empty":
			return noElements(offsetsOf(test.list, scope));
		case "some": {
			const { column } = collectionOf(test.collection, scope);
			return someElement(column.offsets, prepareTest(test.where, elementScope(scope, column)));
		}
		case "edge": {
			const { column } = collectionOf(test.collection, scope);
			const inner = elementScope(scope, column);
			return edgeTest(test.which, column.offsets, prepareNumbers(test.by, inner), prepareTest(test.where, inner));
		}
	}
}

const isText = (value: PlanValue): boolean =>
	value.kind === "field" ? value.type === "text" : value.kind === "constant" && typeof value.value === "string";

function compareTest(left: PlanValue, operator: CompareOperator, right: PlanValue, scope: Scope): Test {
	if (left.kind === "constant" && right.kind === "constant") return constantTest(left.value === right.value);
	if (left.kind === "constant") return compareTest(right, mirrored[operator], left, scope);
	if (right.kind !== "constant") return pairTest(left, operator, right, scope);
	if (left.kind === "field" && left.type === "text") return textTest(left, { kind: "equal", text: String(right.value) }, scope);
	if (left.kind === "field" && left.type === "boolean") return booleanTest(left, right.value === true, scope);
	return rangeTest(left, rangeOf(operator, Number(right.value)), scope);
}

function pairTest(left: PlanValue, operator: CompareOperator, right: PlanValue, scope: Scope): Test {
	if (left.kind === "field" && right.kind === "field" && isText(left) && isText(right)) {
		const same = samePlainTexts(left, right, scope);
		if (same) return same;
	}
	const texts = new TextNumbers();
	const [a, b] = [left, right].map((value): Numbers => {
		if (value.kind === "field" && isText(value)) return textKeys(value, scope, texts);
		return prepareNumbers(value, scope);
	}) as [Numbers, Numbers];
	const [low, high, kernel] =
		operator === "="
			? ([a, b, equalPairs] as const)
			: operator === "<" || operator === "<="
				? ([a, b, operator === "<" ? lessPairs : atMostPairs] as const)
				: ([b, a, operator === ">" ? lessPairs : atMostPairs] as const);
	return {
		run(stretch, bits, word) {
			texts.forget();
			kernel(low.read(stretch), high.read(stretch), stretch.to - stretch.from, bits, word);
		},
	};
}

function booleanTest(field: PlanField, wanted: boolean, scope: Scope): Test {
	const { column } = memberOf(field, scope);
	if (column.kind !== "boolean") throw new RangeError(`"${field.name}" is not true or false.`);
	return wanted ? bitsTest(column.isTrue) : bitsTest(column.present, column.isTrue);
}

function presentTest(value: PlanValue, scope: Scope): Test {
	if (value.kind !== "field") return rangeTest(value, everything, scope);
	const { column } = memberOf(value, scope);
	switch (column.kind) {
		case "number":
			return rangeTest(value, everything, scope);
		case "boolean":
			return bitsTest(column.present);
		case "text":
			return textTest(value, { kind: "present" }, scope);
		case "list":
		case "collection":
			return bitsTest(column.offsets.present);
	}
}

function hasTest(list: PlanField, items: readonly (string | number | boolean)[], scope: Scope): Test {
	const { column } = memberOf(list, scope);
	if (column.kind !== "list") throw new RangeError(`"${list.name}" is not a list.`);
	const { index, items: values } = column;
	if (values instanceof NumberColumn) return someElement(column.offsets, numberItemTest(values, items));
	const answers = new CodedAnswers(values, isOneOf(items, list.part === "fold"), scope.ahead);
	const scanned = someElement(column.offsets, codedTest(answers));
	if (!index) return scanned;
	return {
		run(stretch, bits, word) {
			bits.fill(0, word, word + wordsFor(stretch.to - stretch.from));
			if (!index.mark(answers.complete().codes, stretch.from, stretch.to, bits, word)) scanned.run(stretch, bits, word);
		},
	};
}

function isOneOf(items: readonly (string | number | boolean)[], isFolded: boolean): (text: string) => boolean {
	const wanted = new Set<unknown>(items);
	return isFolded ? (text) => wanted.has(fold(text)) : (text) => wanted.has(text);
}

function numberItemTest(column: NumberColumn, items: readonly (string | number | boolean)[]): Test {
	const numbers = items.filter((item) => typeof item === "number");
	const [only] = numbers;
	if (numbers.length === 1 && only !== undefined) {
		return { run: (stretch, bits, word) => columnInRange(column, { low: only, high: only }, stretch, bits, word) };
	}
	return numbersInSet(columnNumbers({ column, extend: () => {} }), new Set(numbers));
}

function offsetsOf(field: PlanField, scope: Scope) {
	const { column } = memberOf(field, scope);
	if (column.kind !== "list" && column.kind !== "collection") throw new RangeError(`"${field.name}" has no elements.`);
	return column.offsets;
}

function collectionOf(field: PlanField, scope: Scope) {
	const { column } = memberOf(field, scope);
	if (column.kind !== "collection") throw new RangeError(`"${field.name}" is not a collection.`);
	return { column };
}
