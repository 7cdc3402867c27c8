// Whether a table can answer a plan: it must have a column for every field, of the type that the plan was made for, and the plan's days.
import type { Frame } from "./column/frame.ts";
import type { Plan, PlanCondition, PlanField, PlanValue } from "./plan.ts";
import type { Table } from "./table.ts";

export type PlanProblemCode =
	/** The plan was made for the days of another time zone. */
	| "other-time-zone"
	/** The table was loaded without the field. */
	| "unloaded-column"
	/** The table was built without the field. */
	| "missing-column"
	/** The field is of another type in the table. */
	| "other-type";

export interface PlanProblem {
	readonly code: PlanProblemCode;
	/** An index into the plan's leaves; missing for a problem of the whole plan. */
	readonly leaf?: number;
	/** Full name: `email`, `orders.total`. */
	readonly field?: string;
	/** What is wrong, and what to do. */
	readonly message: string;
}

/** Every field that is not there is told once a leaf; no problem is an empty list. Linear in the plan. */
export function planProblems(table: Table, plan: Plan): readonly PlanProblem[] {
	const problems: PlanProblem[] = [];
	if (plan.timeZone !== table.zone.name) {
		const message = `The plan is about days in "${plan.timeZone}", but the table's days are in "${table.zone.name}". Build either again.`;
		problems.push({ code: "other-time-zone", message });
	}
	for (const [leaf, { condition }] of plan.leaves.entries()) {
		const found: Found = new Map();
		visit(condition, { frame: table.frame, prefix: "" }, table, found);
		for (const [field, problem] of found) problems.push({ ...problem, leaf, field });
	}
	return problems;
}

interface Place {
	readonly frame: Frame;
	readonly prefix: string;
}

/** By full name. */
type Found = Map<string, Pick<PlanProblem, "code" | "message">>;

function visit(condition: PlanCondition, place: Place, table: Table, found: Found): void {
	const value = (item: PlanValue): void => visitValue(item, place, table, found);
	switch (condition.kind) {
		case "constant":
			return;
		case "not":
			visit(condition.item, place, table, found);
			return;
		case "and":
		case "or":
		case "at-least":
			for (const item of condition.items) visit(item, place, table, found);
			return;
		case "compare":
			value(condition.left);
			value(condition.right);
			return;
		case "between":
		case "in":
		case "set":
		case "text":
			value(condition.value);
			return;
		case "has":
		case "has-all":
		case "empty":
			value(condition.list);
			return;
		case "some":
		case "edge": {
			const inner = enter(condition.collection, place, table, found);
			if (!inner) return;
			if (condition.kind === "edge") visitValue(condition.by, inner, table, found);
			visit(condition.where, inner, table, found);
			return;
		}
	}
}

function visitValue(value: PlanValue, place: Place, table: Table, found: Found): void {
	switch (value.kind) {
		case "constant":
			return;
		case "field":
			lookUp(value, place, table, found);
			return;
		case "arithmetic":
			visitValue(value.left, place, table, found);
			visitValue(value.right, place, table, found);
			return;
		case "date-part":
			visitValue(value.of, place, table, found);
			return;
		case "aggregate": {
			const inner = enter(value.collection, place, table, found);
			if (!inner) return;
			if (value.of) visitValue(value.of, inner, table, found);
			if (value.where) visit(value.where, inner, table, found);
		}
	}
}

/** The elements of a collection; undefined for a list, whose items have no fields, and where there is no such column. */
function enter(field: PlanField, place: Place, table: Table, found: Found): Place | undefined {
	const member = lookUp(field, place, table, found);
	if (member?.column.kind !== "collection") return undefined;
	const prefix = field.scope === "profile" ? "" : place.prefix;
	return { frame: member.column.elements, prefix: `${prefix}${field.name}.` };
}

function lookUp(field: PlanField, place: Place, table: Table, found: Found) {
	const { frame, prefix } = field.scope === "profile" ? { frame: table.frame, prefix: "" } : place;
	const member = frame.members.get(field.name);
	const name = `${prefix}${field.name}`;
	if (!member) {
		found.set(name, absent(name, table));
		return undefined;
	}
	if (field.part !== undefined || member.field.type === field.type) return member;
	const message = `"${name}" is of type "${member.field.type}" in the table, but of type "${field.type}" in the plan. Make the plan again.`;
	found.set(name, { code: "other-type", message });
	return undefined;
}

function absent(name: string, table: Table): Pick<PlanProblem, "code" | "message"> {
	if (table.unloaded.has(name)) {
		return { code: "unloaded-column", message: `The table was loaded without "${name}". Load that column too.` };
	}
	return { code: "missing-column", message: `The table has no column for "${name}". Build it with that field.` };
}
