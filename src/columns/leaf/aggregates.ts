// count, sum, avg, min, max, count distinct: one pass over the elements of each row, in their order, as the rule folds them.
import type { CodedText } from "../column/coded-text.ts";
import type { Offsets } from "../column/list-column.ts";
import { NumberColumn } from "../column/number-column.ts";
import { averages, distinctCounts, keepSet, maxima, minima, type Owned, sums } from "../kernels/folds.ts";
import type { PlanAggregate, PlanField } from "../plan.ts";
import { elementBits, elementCounts, elementsOf } from "./elements.ts";
import { codeNumbers, textKeys, TextNumbers } from "./keys.ts";
import { columnNumbers, prepareNumbers } from "./numbers.ts";
import { prepareTest } from "./prepare.ts";
import { elementScope, memberOf, type Scope } from "./scope.ts";
import { doubleScratch, type Numbers, type Test } from "./test.ts";

/** Of a collection or list in this scope. */
export function prepareAggregate(aggregate: PlanAggregate, scope: Scope): Numbers {
	const { column } = memberOf(aggregate.collection, scope);
	if (column.kind !== "list" && column.kind !== "collection") throw new RangeError(`"${aggregate.collection.name}" has no elements.`);
	const inner = column.kind === "collection" ? elementScope(scope, column) : undefined;
	const where = aggregate.where && inner && prepareTest(aggregate.where, inner);
	if (aggregate.function === "count") return elementCounts(column.offsets, where);
	const values = column.kind === "list" ? itemNumbers(column.items) : aggregate.of && inner && elementNumbers(aggregate.of, inner);
	if (!values) throw new RangeError(`Which field of "${aggregate.collection.name}" is aggregated is not said.`);
	return foldElements(column.offsets, values, where, aggregate.function, aggregate.scale ?? 1);
}

const itemNumbers = (items: CodedText | NumberColumn): Numbers =>
	items instanceof NumberColumn ? columnNumbers({ column: items, extend: () => {} }) : codeNumbers(items);

const elementNumbers = (of: PlanField, inner: Scope): Numbers => (of.type === "text" ? elementKeys(of, inner) : prepareNumbers(of, inner));

function elementKeys(of: PlanField, inner: Scope): Numbers {
	const numbers = new TextNumbers();
	const keys = textKeys(of, inner, numbers);
	return {
		read(stretch) {
			numbers.forget();
			return keys.read(stretch);
		},
	};
}

type Fold = Exclude<PlanAggregate["function"], "count">;

function foldElements(offsets: Offsets, values: Numbers, where: Test | undefined, fold: Fold, scale: number): Numbers {
	const room = doubleScratch();
	const keptRoom = doubleScratch();
	const passing = where && elementBits(offsets, where);
	return {
		read(rows) {
			const elements = elementsOf(offsets, rows);
			const count = elements.to - elements.from;
			let found = values.read(elements);
			if (passing) {
				const kept = keptRoom(count);
				keepSet(found, passing.read(rows).bits, count, kept);
				found = kept;
			}
			const results = room(rows.to - rows.from);
			foldInto(fold, { offsets: offsets.values, from: rows.from, to: rows.to, base: elements.from }, found, scale, results);
			return results;
		},
	};
}

function foldInto(fold: Fold, owned: Owned, values: Float64Array, scale: number, into: Float64Array): void {
	switch (fold) {
		case "sum":
			sums(owned, values, scale, into);
			break;
		case "avg":
			averages(owned, values, scale, into);
			break;
		case "min":
			minima(owned, values, into);
			break;
		case "max":
			maxima(owned, values, into);
			break;
		case "count-distinct":
			distinctCounts(owned, values, into);
	}
}
