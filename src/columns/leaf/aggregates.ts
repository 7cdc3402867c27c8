// count, sum, avg, min, max, count distinct: one pass over the elements of each row, in their order, as the rule folds them.
import { hasBit } from "../bitmap.ts";
import type { Offsets } from "../column/list-column.ts";
import { NumberColumn } from "../column/number-column.ts";
import type { PlanAggregate, PlanField } from "../plan.ts";
import { elementBits, elementCounts, elementsOf } from "./elements.ts";
import { codedKeys, textKeys } from "./keys.ts";
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
	return foldElements(column.offsets, values, where, folds[aggregate.function](aggregate.scale ?? 1));
}

const itemNumbers = (items: Parameters<typeof codedKeys>[0] | NumberColumn): Numbers =>
	items instanceof NumberColumn ? columnNumbers({ column: items, extend: () => {} }) : codedKeys(items, undefined, new Map());

const elementNumbers = (of: PlanField, inner: Scope): Numbers =>
	of.type === "text" ? textKeys(of, inner, new Map()) : prepareNumbers(of, inner);

/** What becomes of one row's values; it is used for one row after the other. */
interface Fold {
	begin(): void;
	/** Never NaN. */
	add(value: number): void;
	/** NaN is missing. */
	end(): number;
}

const folds: Readonly<Record<Exclude<PlanAggregate["function"], "count">, (scale: number) => Fold>> = {
	sum: (scale) => {
		let sum = 0;
		return {
			begin() {
				sum = 0;
			},
			add(value) {
				sum += value;
			},
			end: () => sum / scale,
		};
	},
	avg: (scale) => {
		let sum = 0;
		let count = 0;
		return {
			begin() {
				sum = 0;
				count = 0;
			},
			add(value) {
				sum += value;
				count++;
			},
			// 0 / 0 where there is nothing.
			end: () => sum / (count * scale),
		};
	},
	min: () => {
		let least = Number.NaN;
		return {
			begin() {
				least = Number.NaN;
			},
			add(value) {
				if (!(value >= least)) least = value;
			},
			end: () => least,
		};
	},
	max: () => {
		let most = Number.NaN;
		return {
			begin() {
				most = Number.NaN;
			},
			add(value) {
				if (!(value <= most)) most = value;
			},
			end: () => most,
		};
	},
	"count-distinct": () => {
		const met = new Set<number>();
		return {
			begin() {
				met.clear();
			},
			add(value) {
				met.add(value);
			},
			end: () => met.size,
		};
	},
};

function foldElements(offsets: Offsets, values: Numbers, where: Test | undefined, fold: Fold): Numbers {
	const room = doubleScratch();
	const passing = where && elementBits(offsets, where);
	return {
		read(rows) {
			const elements = elementsOf(offsets, rows);
			const found = values.read(elements);
			const bits = passing?.read(rows).bits;
			const results = room(rows.to - rows.from);
			let at = (offsets.values[rows.from] as number) - elements.from;
			for (let row = rows.from; row < rows.to; row++) {
				const end = (offsets.values[row + 1] as number) - elements.from;
				fold.begin();
				for (; at < end; at++) {
					const value = found[at] as number;
					if (!Number.isNaN(value) && (bits === undefined || hasBit(bits, at))) fold.add(value);
				}
				results[row - rows.from] = fold.end();
			}
			return results;
		},
	};
}
