// Well-typed conditions over the properties' catalogue, as texts: every operator on every type, collections in collections, aggregates,
// relative dates, references, groups and names.
import fc from "fast-check";
import { propertySegments } from "./arbitrary-catalogue.ts";
import { dateAggregates, numberExpression, numberLiteral } from "./arbitrary-expression.ts";
import { fixedPoint, monthDay, movedField, point, window } from "./arbitrary-point.ts";
import { elementNames, type Names, ownNames, profileNames } from "./names.ts";
import { either, one, phrase, several, type Words, whenAny } from "./phrase.ts";
import { numbers, patterns, texts } from "./pools.ts";

const textLiteral: Words = fc.constantFrom(...texts).map((text) => JSON.stringify(text));
const patternLiteral: Words = fc.constantFrom(...patterns).map((text) => JSON.stringify(text));
const maybeIgnoringCase = one("", "", " ignoring case");
const presence = one("is set", "is missing", "is empty", "is not empty");
const comparison = one("=", "!=", "<", "<=", ">", ">=");
const count = fc.nat({ max: 3 }).map(String);

const made = new Map<string, Words>();

/** A condition over these names; `depth` is how many conditions may stand in one another. */
export function conditionOver(names: Names, depth: number): Words {
	const key = `${depth} ${JSON.stringify(names)}`;
	let condition = made.get(key);
	if (!condition) {
		condition =
			depth === 0 ? either(...tests(names, 0)) : either(...tests(names, depth), ...compound(names, depth), ...onElements(names, depth));
		made.set(key, condition);
	}
	return condition;
}

function tests(names: Names, depth: number): readonly Words[] {
	return [
		...whenAny(names.text, () => textTest(names)),
		numberTest(names, depth),
		...whenAny(names.boolean, () => booleanTest(names)),
		...dateTests("date", names, depth),
		...dateTests("datetime", names, depth),
		...whenAny(names.textList, () => listTest(names.textList, textLiteral, maybeIgnoringCase)),
		...whenAny(names.numberList, () => listTest(names.numberList, numberLiteral, one(""))),
		phrase`${one(...names.text, ...names.number, ...names.boolean, ...names.date, ...names.datetime, ...names.textList)} ${presence}`,
	];
}

function textTest(names: Names): Words {
	const field = one(...names.text);
	const operator = one("contains", "starts with", "ends with", "does not contain", "does not start with", "does not end with");
	const values = several(textLiteral, 1, 3, ", ");
	return either(
		phrase`${field} ${one("=", "!=")} ${textLiteral}${maybeIgnoringCase}`,
		phrase`${field} ${one("in", "not in")} (${values})${maybeIgnoringCase}`,
		phrase`${field} ${operator} ${textLiteral}${maybeIgnoringCase}`,
		phrase`${field} ${operator} any of (${values})${maybeIgnoringCase}`,
		phrase`${field} ${one("like", "not like")} ${patternLiteral}${maybeIgnoringCase}`,
		phrase`${field} ${one("=", "!=")} ${field}${maybeIgnoringCase}`,
	);
}

function numberTest(names: Names, depth: number): Words {
	const expression = numberExpression(names, depth, conditionOver);
	const dates = [...names.date, ...names.datetime];
	return either(
		phrase`${expression} ${comparison} ${numberLiteral}`,
		phrase`${expression} ${comparison} ${numberLiteral}`,
		phrase`${numberLiteral} ${comparison} ${expression}`,
		phrase`${expression} ${comparison} ${expression}`,
		phrase`${expression} ${one("between", "not between")} ${numberLiteral} and ${either(numberLiteral, expression)}`,
		phrase`${expression} ${one("in", "not in")} (${several(fc.constantFrom(...numbers).map(String), 1, 3, ", ")})`,
		phrase`${expression} ${presence}`,
		...whenAny(dates, () => phrase`weekday(${one(...dates)}) ${one("in", "not in")} (${one("sat, sun", "mon", "wed, 5, sunday")})`),
		...whenAny(dates, () => phrase`month(${one(...dates)}) ${comparison} ${one("jan", "feb", "may", "december")}`),
	);
}

function booleanTest(names: Names): Words {
	const field = one(...names.boolean);
	return either(
		field,
		phrase`not ${field}`,
		phrase`${field} ${one("=", "!=")} ${one("true", "false")}`,
		phrase`${field} = ${field}`,
		phrase`${field} in (true, false)`,
	);
}

function dateTests(type: "date" | "datetime", names: Names, depth: number): readonly Words[] {
	const fields = names[type];
	if (fields.length === 0) return [];
	const field = one(...fields);
	const other = type === "date" ? names.datetime : names.date;
	const aggregates = dateAggregates(type, names, depth, conditionOver);
	const subject = either(field, field, movedField(type, names), ...aggregates);
	const order = one("before", "after", "on or before", "on or after", "=", "!=", "<", "<=", ">", ">=");
	return [
		phrase`${either(field, movedField(type, names))} ${order} ${point(type, names)}`,
		either(
			phrase`${subject} ${either(order, one("on", "not on"))} ${fixedPoint[type]}`,
			phrase`${subject} ${one("between", "not between")} ${fixedPoint[type]} and ${fixedPoint[type]}`,
			phrase`${field} between ${point(type, names)} and ${point(type, names)}`,
			phrase`${subject} ${one("in", "not in")} (${several(fixedPoint[type], 1, 3, ", ")})`,
		),
		either(
			phrase`${subject} ${either(window(type), phrase`not ${window(type)}`)}`,
			phrase`${field} anniversary ${either(one("today", "yesterday", "tomorrow"), window("date"))}`,
			phrase`${field} anniversary between today - ${one("0", "3", "100")} days and today + ${one("0", "7", "300")} days`,
			phrase`${field} month-day ${comparison} ${monthDay}`,
			phrase`${field} month-day ${one("between", "not between")} ${monthDay} and ${monthDay}`,
			phrase`${field} month-day in (${several(monthDay, 1, 3, ", ")})`,
			phrase`${field} ${one("on", "not on")} ${field}`,
			phrase`${fixedPoint[type]} ${comparison} ${field}`,
			...whenAny(other, () => phrase`${field} ${order} ${one(...other)}`),
		),
	];
}

function listTest(lists: readonly string[], literal: Words, ending: Words): Words {
	const operator = one("has any of", "has all of", "has none of", "does not have all of");
	return either(
		phrase`${one(...lists)} ${one("has", "does not have")} ${literal}${ending}`,
		phrase`${one(...lists)} ${operator} (${several(literal, 1, 3, ", ")})${ending}`,
		phrase`${one(...lists)} ${presence}`,
	);
}

function compound(names: Names, depth: number): readonly Words[] {
	const item = conditionOver(names, depth - 1);
	const inParentheses = phrase`(${item})`;
	return [
		phrase`${inParentheses} ${one("and", "or")} ${inParentheses}`,
		phrase`${item} ${one("and", "or")} ${item}`,
		phrase`not (${item})`,
		phrase`${one("all of", "any of", "none of", "at least 1 of", "at least 2 of")} (${several(inParentheses, 2, 3, ", ")})`,
		phrase`("a ""name": ${item})`.map((text) => text.replace('"a ""name"', '"a \\"name\\""')),
		...(names.isInside ? [] : [reference]),
	];
}

const segment = fc.constantFrom(...propertySegments.flatMap(({ id, name }) => [id, name])).map((name) => JSON.stringify(name));
const reference = either(
	phrase`${one("", "not ")}in segment ${segment}`,
	phrase`${one("", "not ")}in any segment (${several(segment, 1, 2, ", ")})`,
);

function onElements(names: Names, depth: number): readonly Words[] {
	return names.collection.flatMap((collection) => {
		const where = conditionOver(elementNames(collection), depth - 1);
		const own = ownNames(collection);
		const order = [...own.number, ...own.date, ...own.datetime];
		const counted = phrase`${one("at least", "at most", "exactly", "fewer than", "more than")} ${count} ${collection.written}`;
		return [
			phrase`${one("any", "no", "every")} ${collection.written} (${where})`,
			either(
				phrase`${counted} (${where})`,
				counted,
				phrase`${one("any", "no")} ${collection.written}`,
				phrase`${collection.written} ${presence}`,
			),
			...whenAny(order, () => phrase`${one("first", "last")} ${collection.written} by ${one(...order)} (${where})`),
		];
	});
}

/** Over whole profiles. */
export const arbitraryCondition: Words = either(
	conditionOver(profileNames, 1),
	conditionOver(profileNames, 2),
	conditionOver(profileNames, 3),
);
