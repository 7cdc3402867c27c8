// Whether a table can answer a plan: it must have a column for every field, of the type that the plan was made for, and the plan's days.
import type { Frame } from "./column/frame.ts";
import type { Plan, PlanCondition, PlanField, PlanValue } from "./plan.ts";
import type { Table } from "./table.ts";

export interface PlanProblem {
	/** An index into the plan's leaves; missing for a problem of the whole plan. */
	readonly leaf?: number;
	/** Full name: `email`, `orders.total`. */
	readonly field?: string;
	/** One sentence. */
	readonly message: string;
}

/** Every field that is not there is told once a leaf; no problem is an empty list. Linear in the plan. */
export function planProblems(table: Table, plan: Plan): readonly PlanProblem[] {
	const problems: PlanProblem[] = [];
	if (plan.timeZone !== table.zone.name) {
		problems.push({ message: `The plan is about days in "${plan.timeZone}", but the table's days are in "${table.zone.name}".` });
	}
	for (const [leaf, { condition }] of plan.leaves.entries()) {
		const found = new Map<string, string>();
		visit(condition, { frame: table.frame, prefix: "" }, table.frame, found);
		for (const [field, message] of found) problems.push({ leaf, field, message });
	}
	return problems;
}

interface Place {
	readonly frame: Frame;
	readonly prefix: string;
}

type Found = Map<string, string>;

function visit(condition: PlanCondition, place: Place, profiles: Frame, found: Found): void {
	const value = (item: PlanValue): void => visitValue(item, place, profiles, found);
	switch (condition.kind) {
		case "constant":
			return;
		case "not":
			visit(condition.item, place, profiles, found);
			return;
		case "and":
		case "or":
		case "at-least":
			for (const item of condition.items) visit(item, place, profiles, found);
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
			const inner = enter(condition.collection, place, profiles, found);
			if (!inner) return;
			if (condition.kind === "edge") visitValue(condition.by, inner, profiles, found);
			visit(condition.where, inner, profiles, found);
			return;
		}
	}
}

function visitValue(value: PlanValue, place: Place, profiles: Frame, found: Found): void {
	switch (value.kind) {
		case "constant":
			return;
		case "field":
			lookUp(value, place, profiles, found);
			return;
		case "arithmetic":
			visitValue(value.left, place, profiles, found);
			visitValue(value.right, place, profiles, found);
			return;
		case "date-part":
			visitValue(value.of, place, profiles, found);
			return;
		case "aggregate": {
			const inner = enter(value.collection, place, profiles, found);
			if (!inner) return;
			if (value.of) visitValue(value.of, inner, profiles, found);
			if (value.where) visit(value.where, inner, profiles, found);
		}
	}
}

/** The elements of a collection; undefined for a list, whose items have no fields, and where there is no such column. */
function enter(field: PlanField, place: Place, profiles: Frame, found: Found): Place | undefined {
	const member = lookUp(field, place, profiles, found);
	if (member?.column.kind !== "collection") return undefined;
	const prefix = field.scope === "profile" ? "" : place.prefix;
	return { frame: member.column.elements, prefix: `${prefix}${field.name}.` };
}

function lookUp(field: PlanField, place: Place, profiles: Frame, found: Found) {
	const { frame, prefix } = field.scope === "profile" ? { frame: profiles, prefix: "" } : place;
	const member = frame.members.get(field.name);
	const name = `${prefix}${field.name}`;
	if (!member) found.set(name, `The table has no column for "${name}".`);
	else if (field.part === undefined && member.field.type !== field.type) {
		found.set(name, `"${name}" is of type "${member.field.type}" in the table, but of type "${field.type}" in the plan.`);
		return undefined;
	}
	return member;
}
