// What `var` reaches at a place of the rule: the record, one element, or what a `reduce` carries; and which of it is known to be there.
import type { FieldValue, Value } from "../../check/checked.ts";
import { nearest, quotedList } from "../../diagnostic/did-you-mean.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import { elementEnvironment, type Environment, profileEnvironment, reduceEnvironment } from "../environment.ts";
import { keyOf } from "./build.ts";
import { partOf } from "./parts.ts";
import type { Reader } from "./reader.ts";

export interface Scope {
	/** What the rule says for the fields in reach here. */
	readonly environment: Environment;
	/** The innermost collection whose element is in reach. */
	readonly collection: CollectionField | undefined;
	/** The value of a path, or one sentence that says why it has none. */
	find(path: string): Found;
	readonly facts: Facts;
}

export type Found =
	/** `isCarried`: it comes as an item of a list, where null is a value and no default stands in for it. */
	| { readonly kind: "value"; readonly value: Value; readonly isCarried?: true }
	/** `orders.length`: the count of a list that is there. */
	| { readonly kind: "length"; readonly of: FieldValue }
	/** The record or the element itself. */
	| { readonly kind: "whole" }
	| { readonly kind: "unknown"; readonly message: () => string };

/** Fields known to be there, because what stands before in the same `and`, `or` or `if` says so. */
export class Facts {
	readonly #outer: Facts | undefined;
	readonly #known = new Set<string>();
	/** Those that reading relied on: a guard for one of them need not be said again. */
	readonly used = new Set<string>();

	constructor(outer?: Facts) {
		this.#outer = outer;
	}

	add(keys: Iterable<string>): void {
		for (const key of keys) this.#known.add(key);
	}

	/** Whether the field is known to be there; that the answer was relied on is remembered where it is known from. */
	has(value: FieldValue): boolean {
		const key = keyOf(value);
		for (let facts: Facts | undefined = this; facts; facts = facts.#outer) {
			if (facts.#known.has(key)) {
				facts.used.add(key);
				return true;
			}
		}
		return false;
	}
}

export const withFacts = (scope: Scope, facts: Facts): Scope => ({ ...scope, facts });

export function profileScope(reader: Reader): Scope {
	const { catalogue } = reader;
	return {
		environment: profileEnvironment,
		collection: undefined,
		facts: new Facts(),
		find: (path) =>
			findField(path, "profile", (name) => catalogue.field(name)) ?? {
				kind: "unknown",
				message: () => unknownName(path, catalogue.fields, ""),
			},
	};
}

/** Inside `some`, `none`, `all` and `filter`. */
export function elementScope(collection: CollectionField): Scope {
	return {
		environment: elementEnvironment,
		collection,
		facts: new Facts(),
		find: (path) => findInElement(path, collection),
	};
}

/** Inside a `reduce` whose accumulator list begins with `carried`. */
export function reduceScope(collection: CollectionField, carried: readonly FieldValue[]): Scope {
	return {
		environment: reduceEnvironment(carried),
		collection,
		facts: new Facts(),
		find(path) {
			if (path === "current") return { kind: "whole" };
			if (path.startsWith("current.")) return findInElement(path.slice("current.".length), collection);
			const index = /^accumulator\.(\d+)$/.exec(path)?.[1];
			const value = index === undefined ? undefined : carried[Number(index)];
			if (value) return { kind: "value", value, isCarried: true };
			return {
				kind: "unknown",
				message: () => `Inside "reduce", a condition can read "current" and what is carried along, but not "${path}".`,
			};
		},
	};
}

/** Inside `some` over a list of one computed thing. */
export function boundScope(outer: Scope, values: ReadonlyMap<string, Value>): Scope {
	return {
		environment: outer.environment,
		collection: outer.collection,
		facts: new Facts(),
		find(path) {
			const value = values.get(path);
			return value
				? { kind: "value", value, isCarried: true }
				: { kind: "unknown", message: () => `"${path}" is nothing that is in reach here.` };
		},
	};
}

function findInElement(path: string, collection: CollectionField): Found {
	if (path === "") return { kind: "whole" };
	return (
		findField(path, "element", (name) => collection.fields.find((field) => field.name === name)) ?? {
			kind: "unknown",
			message: () => unknownName(path, collection.fields, ` in "${collection.name}"`),
		}
	);
}

function unknownName(path: string, fields: readonly Field[], where: string): string {
	const names = fields.filter((field) => field.exposure.includes("segments")).map((field) => field.name);
	const inside = fields.find((field) => path.startsWith(`${field.name}.`));
	if (inside) return `"${path}" reaches into "${inside.name}", and a condition cannot. Test the field, or its elements with "some".`;
	const around = names.find((name) => name.startsWith(`${path}.`));
	if (around !== undefined) return `"${path}" is no field by itself. Name one of its fields, for example "${around}".`;
	const near = nearest(path, names);
	const shown = path.length > 40 ? `${path.slice(0, 40).toWellFormed()}…` : path.toWellFormed();
	return `There is no field "${shown}"${where}. ${near.length > 0 ? `Did you mean ${quotedList(near)}?` : "Use a field of the catalogue."}`;
}

function findField(path: string, scope: FieldValue["scope"], lookUp: (name: string) => Field | undefined): Found | undefined {
	if (path === "") return { kind: "whole" };
	const at = path.indexOf("@");
	const name = at < 0 ? path : path.slice(0, at);
	const field = lookUp(name);
	if (!field) return findLength(path, scope, lookUp);
	if (!field.exposure.includes("segments")) {
		return {
			kind: "unknown",
			message: () => `"${name}" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.`,
		};
	}
	if (at < 0) return { kind: "value", value: { kind: "field", field, scope, type: field.type } };
	const part = path.slice(at + 1);
	const type = partOf(part, field)?.type;
	if (type === undefined) return { kind: "unknown", message: () => `"${name}" has no part "${part}" that a condition can name.` };
	return { kind: "value", value: { kind: "field", field, scope, part, type } };
}

function findLength(path: string, scope: FieldValue["scope"], lookUp: (name: string) => Field | undefined): Found | undefined {
	if (!path.endsWith(".length")) return undefined;
	const found = findField(path.slice(0, -".length".length), scope, lookUp);
	if (found?.kind !== "value" || found.value.kind !== "field" || found.value.part !== undefined) return undefined;
	const { type } = found.value.field;
	return type === "list" || type === "collection" ? { kind: "length", of: found.value } : undefined;
}
