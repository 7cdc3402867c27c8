// The head of a group: how many of its rows must hold, or which elements of a collection are meant.
import { html, nothing, type TemplateResult } from "lit";
import type { Quantity } from "../../document/quantity.ts";
import type { ConditionRow, GroupRow } from "../../document/row.ts";
import type { Quantifier } from "../../syntax/ast.ts";
import { ofWholeNumber } from "./amount-value.ts";
import { countConditions } from "./group-commands.ts";
import { fieldNamed, scopeIn, scopeOf } from "./scope.ts";
import { type Option, selectControl } from "./select-control.ts";
import { textControl } from "./text-control.ts";
import { keyOf, type View } from "./view.ts";

export function groupHead(view: View, row: GroupRow): TemplateResult | typeof nothing {
	if (row.collection) return collectionHead(view, row, row.collection);
	if (row.edge) return edgeHead(view, row, row.edge);
	return row.form === "prefix" ? nothing : quantityHead(view, row);
}

type QuantityName = "all" | "any" | "none" | "atLeast";

/** What a group asks, whichever way it is written. */
function quantityOf({ commands }: View, row: GroupRow): { readonly name: QuantityName; readonly number: number } {
	const { quantity, connector } = row;
	if (typeof quantity === "object") return { name: "atLeast", number: quantity.atLeast };
	if (quantity !== undefined) return { name: quantity, number: 2 };
	return { name: (connector ?? commands.groups.connectorOf(row.id)) === "or" ? "any" : "all", number: 2 };
}

/** For the label of a group. */
export function groupWords(view: View, row: GroupRow): string {
	const { say, formats, document } = view;
	const whole = row.collection ?? row.edge;
	if (whole) return document.text.slice(row.words.from, whole.collection.span.to).replace(/\s+/g, " ");
	const { name, number } = quantityOf(view, row);
	return name === "atLeast" ? `${say.atLeast} ${formats.number(number)} ${say.ofThese}` : say[name];
}

function quantityHead(view: View, row: GroupRow): TemplateResult {
	const { say, commands } = view;
	const { id } = row;
	const { name, number } = quantityOf(view, row);
	const names: readonly QuantityName[] = ["all", "any", "none", "atLeast"];
	const quantity = (chosen: QuantityName): Quantity =>
		chosen === "atLeast" ? { atLeast: Math.max(1, Math.min(2, countConditions(row))) } : chosen;
	return html`${selectControl({
		key: keyOf(id, "quantity"),
		label: say.howMany,
		part: "quantity",
		classes: "strong",
		value: name,
		options: names.map((each) => ({ value: each, words: say[each] })),
		choose: (chosen) => commands.groups.setQuantity(id, quantity(chosen as QuantityName)),
	})}${
		name === "atLeast"
			? html`${numberControl(view, id, number, (count) => commands.groups.setQuantity(id, { atLeast: count }))}<span class="word">${say.ofThese}</span>`
			: nothing
	}`;
}

function numberControl(view: View, id: number, number: number, set: (count: number) => void): TemplateResult {
	return textControl(view, {
		key: keyOf(id, "count"),
		label: view.say.number,
		value: String(number),
		...ofWholeNumber(view, (count) => {
			set(count);
			return view.acts.refused === undefined;
		}),
	});
}

const counted: readonly Quantifier[] = ["at-least", "at-most", "exactly", "fewer-than", "more-than"];

function collectionHead(view: View, row: GroupRow, collection: NonNullable<GroupRow["collection"]>): TemplateResult {
	const { say, commands } = view;
	const { id } = row;
	const { quantifier, count } = collection;
	return html`${selectControl({
		key: keyOf(id, "quantifier"),
		label: say.howManyElements,
		part: "quantity",
		classes: "strong",
		value: quantifier,
		options: (Object.keys(say.quantifiers) as Quantifier[]).map((each) => ({ value: each, words: say.quantifiers[each] })),
		choose: (chosen) => commands.groups.setQuantifier(id, chosen as Quantifier),
	})}${
		counted.includes(quantifier)
			? numberControl(view, id, count?.value ?? 1, (number) => commands.groups.setQuantifier(id, quantifier, number))
			: nothing
	}${collectionPicker(view, row, collection.collection)}${row.list ? html`<span class="word">${say.where}</span>` : nothing}`;
}

function collectionPicker(view: View, row: GroupRow, name: NonNullable<GroupRow["collection"]>["collection"]): TemplateResult {
	const { say, commands, document } = view;
	const { fields, ofProfile = [] } = scopeOf(document, row);
	const value = document.text.slice(name.span.from, name.span.to);
	const written = name.ofProfile ? `profile.${name.name}` : name.name;
	const all = [
		...fields.map((field) => ({ field, ofProfile: false, written: field.name })),
		...ofProfile.map((field) => ({ field, ofProfile: true, written: `profile.${field.name}` })),
	].filter(({ field }) => field.type === "collection");
	const isKnown = all.some((each) => each.written === written);
	const options: readonly Option[] = [
		...(isKnown ? [] : [{ value: written, words: value }]),
		...all.map((each) => ({ value: each.written, words: each.written })),
	];
	return selectControl({
		key: keyOf(row, "collection"),
		label: say.collection,
		part: "subject",
		classes: "code",
		isData: true,
		value: written,
		options,
		choose(chosen) {
			const each = all.find((one) => one.written === chosen);
			if (each) commands.groups.setCollection(row.id, each.field.name, each.ofProfile);
		},
	});
}

function edgeHead(view: View, row: GroupRow, edge: NonNullable<GroupRow["edge"]>): TemplateResult {
	const { say, commands, document } = view;
	const { id } = row;
	const by = edge.by.kind === "field" ? edge.by.name : "";
	const inside = scopeIn(document, row);
	const ordering = inside.fields.filter(({ type }) => type === "date" || type === "datetime" || type === "number");
	const isKnown = edge.by.kind === "field" && fieldNamed(edge.by, inside) !== undefined && ordering.some(({ name }) => name === by);
	return html`${selectControl({
		key: keyOf(id, "edge"),
		label: say.firstOrLast,
		part: "quantity",
		classes: "strong",
		value: edge.which,
		options: [
			{ value: "last", words: say.last },
			{ value: "first", words: say.first },
		],
		choose: (chosen) => commands.groups.setEdge(id, chosen as "first" | "last", by),
	})}${collectionPicker(view, row, edge.collection)}<span class="word">${say.by}</span>${selectControl({
		key: keyOf(id, "by"),
		label: say.orderedBy,
		part: "subject",
		classes: "code",
		isData: true,
		value: by,
		options: [...(isKnown ? [] : [{ value: by, words: by || say.choose }]), ...ordering.map(({ name }) => ({ value: name, words: name }))],
		choose: (chosen) => chosen !== "" && commands.groups.setEdge(id, edge.which, chosen),
	})}<span class="word">${say.where}</span>`;
}

/** What joins the conditions behind `where` of an aggregate. */
export function aggregateHead(view: View, row: ConditionRow): TemplateResult | typeof nothing {
	const { say, commands } = view;
	if (!row.list || countConditions(row) < 2) return nothing;
	return selectControl({
		key: keyOf(row, "quantity"),
		label: say.howMany,
		part: "quantity",
		classes: "strong",
		value: row.connector === "or" ? "any" : "all",
		options: [
			{ value: "all", words: say.all },
			{ value: "any", words: say.any },
		],
		choose: (chosen) => commands.groups.setConnector(row.id, chosen === "any" ? "or" : "and"),
	});
}
