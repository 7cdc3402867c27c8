// A checked condition as boolean structure over variables that can be reasoned about: a field compared with constants takes one of finitely
// many cells (missing, each constant, the gaps between them); whatever else a condition asks is a variable that is true or false.
// Related variables are taken as independent, so "cannot be satisfied" is always right and "can be" may be too generous.
import type { CheckedCondition, Constant, Value } from "./checked.ts";

/** A representative value of the cell; undefined is missing. */
export type Cell = Constant | undefined;

export interface Variable {
	readonly key: string;
	readonly cells: readonly Cell[];
}

export type Formula =
	| { readonly kind: "atom"; readonly variable: string; readonly test: (cell: Cell) => boolean }
	| { readonly kind: "not"; readonly item: Formula }
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly Formula[] };

/** Collects the constants that a variable is compared with; its cells are made from them. */
export class Variables {
	readonly #constants = new Map<string, { readonly type: Space; readonly constants: Set<Constant> }>();
	readonly #cells = new Map<string, readonly Cell[]>();

	note(key: string, type: Space, constants: readonly Constant[]): void {
		let known = this.#constants.get(key);
		if (!known) {
			known = { type, constants: new Set() };
			this.#constants.set(key, known);
		}
		for (const constant of constants) known.constants.add(constant);
	}

	cells(key: string): readonly Cell[] {
		let cells = this.#cells.get(key);
		if (!cells) {
			const { type, constants } = this.#constants.get(key) ?? { type: "truth" as const, constants: new Set<Constant>() };
			cells = cellsOf(type, [...constants]);
			this.#cells.set(key, cells);
		}
		return cells;
	}
}

/** What a variable can be: a value of a type, an element count (whole, never missing or negative), or just true or false. */
type Space = Value["type"] | "count" | "truth";

function spaceOf(value: Value): Space {
	if (value.kind === "aggregate" && (value.function === "count" || value.function === "count-distinct")) return "count";
	const isWhole = value.kind === "date-part" || (value.kind === "field" && (value.part === "weekday" || value.part === "hour"));
	return isWhole ? "date" : value.type;
}

function cellsOf(type: Space, constants: readonly Constant[]): readonly Cell[] {
	if (type === "truth") return [true, false];
	if (type === "count") return cellsOf("date", constants).filter((cell) => Number(cell) >= 0);
	if (type === "boolean") return [true, false, undefined];
	if (type === "text" || type === "list" || type === "collection") return [...constants, freshText(constants), undefined];
	const isWhole = type !== "number";
	const sorted = (constants as readonly number[]).toSorted((a, b) => a - b);
	const [first = 0] = sorted;
	const between = sorted.slice(1).flatMap((high, index) => gap(sorted[index] ?? high, high, isWhole));
	return [first - 1, ...sorted, ...between, (sorted.at(-1) ?? 0) + 1, undefined];
}

/** A text that is none of the constants: it is longer than each. */
const freshText = (constants: readonly Constant[]): string => `${constants.join("")}\u0001`;

function gap(low: number, high: number, isWhole: boolean): readonly number[] {
	const middle = isWhole ? Math.floor((low + high) / 2) : (low + high) / 2;
	return middle > low && middle < high ? [middle] : [];
}

export const and = (items: readonly Formula[]): Formula => ({ kind: "at-least", count: items.length, items });
export const not = (item: Formula): Formula => ({ kind: "not", item });

/** The formula of a condition; the variables it needs are noted. */
export function formulaOf(condition: CheckedCondition, variables: Variables): Formula {
	const all = (items: readonly CheckedCondition[]): readonly Formula[] => items.map((item) => formulaOf(item, variables));
	const about = (value: Value, constants: readonly Constant[], test: (cell: Cell) => boolean): Formula => {
		const variable = keyOf(value);
		variables.note(variable, spaceOf(value), constants);
		return { kind: "atom", variable, test };
	};
	switch (condition.kind) {
		case "and":
			return and(all(condition.items));
		case "or":
			return { kind: "at-least", count: 1, items: all(condition.items) };
		case "at-least":
			return { kind: "at-least", count: condition.count, items: all(condition.items) };
		case "not":
			return not(formulaOf(condition.item, variables));
		case "constant":
			return { kind: "at-least", count: condition.value ? 0 : 1, items: [] };
		case "reference":
			return formulaOf(condition.condition, variables);
		case "compare": {
			const { left, right, operator } = condition;
			if (right.kind !== "constant") return truth(condition, variables);
			return about(left, [right.value], (cell) => cell !== undefined && compares(cell, operator, right.value));
		}
		case "between": {
			const { value, low, high } = condition;
			return about(value, [low, high], (cell) => Number(cell) >= low && Number(cell) <= high);
		}
		case "in":
			return about(condition.value, condition.items, (cell) => cell !== undefined && condition.items.includes(cell));
		case "set":
			return about(condition.value, [], (cell) => cell !== undefined);
		case "has":
		case "has-all": {
			const items = condition.items.map((item) => truth({ ...condition, kind: "has", items: [item] }, variables));
			return { kind: "at-least", count: condition.kind === "has" ? 1 : items.length, items };
		}
		case "text":
		case "empty":
		case "some":
		case "edge":
			return truth(condition, variables);
	}
}

function compares(cell: Constant, operator: "=" | "<" | "<=" | ">" | ">=", constant: Constant): boolean {
	switch (operator) {
		case "=":
			return cell === constant;
		case "<":
			return cell < constant;
		case "<=":
			return cell <= constant;
		case ">":
			return cell > constant;
		case ">=":
			return cell >= constant;
	}
}

function truth(condition: CheckedCondition, variables: Variables): Formula {
	const variable = keyOf(condition);
	variables.note(variable, "truth", []);
	return { kind: "atom", variable, test: (cell) => cell === true };
}

/** The same for values and conditions that ask the same; where they stand in the text does not matter. */
export const keyOf = (value: Value | CheckedCondition): string =>
	JSON.stringify(value, (name, item) => (name === "source" ? undefined : name === "field" ? item.name : item));
