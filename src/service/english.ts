// The segment in English: one sentence for each condition that must hold. Reads the tree alone, so a text that is not checked yet reads too.
import type * as ast from "../syntax/ast.ts";
import { englishExpression, listed, ofOwner } from "./english-expression.ts";
import { englishTest } from "./english-test.ts";

/** One sentence for each condition joined by `and` at the top; a single one for any other text; none for an empty text. */
export function english(segment: ast.Segment): readonly string[] {
	return segment.condition ? conjuncts(segment.condition).map(sentence) : [];
}

function conjuncts(condition: ast.Condition): readonly ast.Condition[] {
	if (condition.kind === "and" || (condition.kind === "group" && condition.quantity === "all")) return condition.items.flatMap(conjuncts);
	return [condition];
}

function sentence(condition: ast.Condition): string {
	if (condition.kind === "named") return `${condition.name}: ${clause(condition.item, "profile")}.`;
	const text = clause(condition, "profile");
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Whose fields the names are: the profile's (`their country`), or those of the element that is spoken of (`total`). */
export type Owner = "profile" | "element";

/** The condition without capital and full stop. */
export function clause(condition: ast.Condition, owner: Owner): string {
	switch (condition.kind) {
		case "and":
			return joined(condition.items, "and", owner);
		case "or":
			return `either ${joined(condition.items, "or", owner)}`;
		case "not":
			return `it is not so that ${clause(condition.item, owner)}`;
		case "group":
			return groupClause(condition, owner);
		case "named":
			return clause(condition.item, owner);
		case "test":
			return englishTest(condition, owner);
		case "quantified":
			return quantifiedClause(condition, owner);
		case "edge":
			return edgeClause(condition, owner);
		case "reference":
			return referenceClause(condition);
		case "broken":
			return "…";
	}
}

const joined = (items: readonly ast.Condition[], word: "and" | "or", owner: Owner): string =>
	items.map((item) => clause(item, owner)).join(items.length > 2 ? `, ${word} ` : ` ${word} `);

function groupClause(group: ast.Group, owner: Owner): string {
	if (group.quantity === "all") return joined(group.items, "and", owner);
	const items = group.items.map((item) => clause(item, owner)).join("; ");
	if (group.quantity === "any") return `at least one of these holds: ${items}`;
	if (group.quantity === "none") return `none of these holds: ${items}`;
	return `at least ${group.quantity.atLeast} of these hold: ${items}`;
}

const counts = {
	"at-least": "at least",
	"at-most": "at most",
	exactly: "exactly",
	"fewer-than": "fewer than",
	"more-than": "more than",
} as const;

function quantifiedClause(condition: ast.Quantified, owner: Owner): string {
	const name = condition.collection.name;
	const have = owner === "profile" ? "they have" : "it has";
	const where = condition.where ? ` where ${clause(condition.where, "element")}` : "";
	switch (condition.quantifier) {
		case "any":
			return `${have} ${name}${where}`;
		case "no":
			return `${have} no ${name}${where}`;
		case "every":
			return `for every one of ${ofOwner(owner)}${name}${condition.where ? `, ${clause(condition.where, "element")}` : ""}`;
		default:
			return `${have} ${counts[condition.quantifier]} ${condition.count?.value ?? "…"} ${name}${where}`;
	}
}

function edgeClause(condition: ast.Edge, owner: Owner): string {
	const by = condition.by.kind === "field" ? condition.by.name : "…";
	return `for the ${condition.which} of ${ofOwner(owner)}${condition.collection.name} by ${by}, ${clause(condition.where, "element")}`;
}

function referenceClause(condition: ast.Reference): string {
	const names = condition.segments.map((segment) => englishExpression(segment, "profile"));
	return `they are ${condition.negated ? "not " : ""}in segment ${listed(names, "or")}`;
}
