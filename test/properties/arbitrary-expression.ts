// Numbers and dates that a condition computes, as texts: fields, arithmetic, aggregates, parts of dates.
import fc from "fast-check";
import { movedField } from "./arbitrary-point.ts";
import { type CollectionNames, elementNames, type Names, ownNames } from "./names.ts";
import { either, one, phrase, type Words, whenAny } from "./phrase.ts";
import { numbers } from "./pools.ts";

/** A condition over the names, so deep at most. */
export type Conditions = (names: Names, depth: number) => Words;

export const numberLiteral: Words = fc.oneof(fc.constantFrom(...numbers).map(String), fc.integer({ min: -3, max: 20 }).map(String));
const divisor = numberLiteral.filter((written) => Number(written) !== 0);

/** `total`, `age(born)`, `sum(orders.total where …)`, `points / 2`: always of the profile, never a fixed number. */
export function numberExpression(names: Names, depth: number, conditions: Conditions): Words {
	const { date, datetime, number, textList, numberList } = names;
	const simple = either(
		...whenAny(number, () => one(...number)),
		...whenAny(number, () => one(...number)),
		...whenAny([...date, ...datetime], () => phrase`${one("age", "month", "weekday")}(${one(...date, ...datetime)})`),
		...whenAny(date, () => phrase`${one("age", "month")}(${movedField("date", names)})`),
		...whenAny(datetime, () => phrase`hour(${one(...datetime)})`),
		...whenAny(textList, () => phrase`${one("count", "count distinct")}(${one(...textList)})`),
		...whenAny(numberList, () => phrase`${one("count", "sum", "avg", "min", "max", "count distinct")}(${one(...numberList)})`),
		...(depth > 0 ? names.collection.map((collection) => numberAggregate(collection, depth - 1, conditions)) : []),
	);
	return either(
		simple,
		simple,
		simple,
		phrase`${simple} ${one("+", "-", "*")} ${either(simple, numberLiteral)}`,
		phrase`${simple} / ${either(simple, divisor)}`,
		phrase`(${simple} + ${numberLiteral}) ${one("*", "/")} ${simple}`,
		phrase`${numberLiteral} ${one("-", "/")} ${simple}`,
	);
}

function numberAggregate(collection: CollectionNames, depth: number, conditions: Conditions): Words {
	const own = ownNames(collection);
	const where = conditions(elementNames(collection), depth);
	const maybeWhere = either(fc.constant(""), phrase` where ${where}`);
	const field = (names: readonly string[]): Words => phrase`${collection.written}.${one(...names)}`;
	const scalars = [...own.text, ...own.number, ...own.boolean, ...own.date, ...own.datetime];
	return either(
		phrase`count(${collection.written}${maybeWhere})`,
		...whenAny(own.number, () => phrase`${one("sum", "avg", "min", "max")}(${field(own.number)}${maybeWhere})`),
		...whenAny(own.number, () => phrase`${one("sum", "avg")}(${field(own.number)}${maybeWhere})`),
		...whenAny(scalars, () => phrase`count distinct(${field(scalars)}${maybeWhere})`),
	);
}

/** `max(orders.placed_at where …)`, and its type. */
export function dateAggregates(type: "date" | "datetime", names: Names, depth: number, conditions: Conditions): readonly Words[] {
	if (depth === 0) return [];
	return names.collection.flatMap((collection) => {
		const own = ownNames(collection)[type];
		return whenAny(own, () => {
			const where = either(fc.constant(""), phrase` where ${conditions(elementNames(collection), depth - 1)}`);
			return phrase`${one("min", "max")}(${collection.written}.${one(...own)}${where})`;
		});
	});
}
