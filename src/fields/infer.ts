// A catalogue out of profiles, with the evidence for each type. Streams: memory depends on the number of different fields, not of profiles.
// Whatever the profiles hold, the result is a list of fields that `catalogue()` takes.
import { builtInFields, type FieldInput } from "./catalogue-input.ts";
import { maxNameLength, nameOf, nameProblem, prefixesOf } from "./field-names.ts";
import { type Decision, decide, majority } from "./infer-type.ts";
import { formatPath, maxPathLength } from "./json-path.ts";
import { type Place, placeText, places } from "./places.ts";
import { isObject } from "./schema-references.ts";
import { shown } from "./shown.ts";

export interface InferenceOptions {
	/** All values are texts (CSV): numbers, booleans and dates are recognised by how they are written. */
	readonly untyped?: boolean;
	/** Different keys that are looked at; the rest is named in `skipped`. Default 2,000. */
	readonly maxFields?: number;
	/** Objects inside objects, those in lists too; default 8. */
	readonly maxDepth?: number;
	/** Collections inside collections; default 4, as many as a catalogue takes. */
	readonly maxNesting?: number;
}

export interface FieldEvidence {
	/** Full name: `orders.total`. */
	readonly field: string;
	readonly type: string;
	/** Of `total` profiles, or elements of the collection, how many had a value. */
	readonly present: number;
	readonly total: number;
	/** How many values were of another kind than the type: at most one in a hundred. */
	readonly others: number;
	/**
	 * All values in the order they were met, where a hundred or more values have at most 20 different ones. A sample cannot know that a list is
	 * closed, so these are not the field's `options`; an author can make them so. Never of the built-in fields, which are personal data.
	 */
	readonly values?: readonly (string | number)[];
	/** One sentence for people. */
	readonly reason: string;
}

export interface InferredCatalogue {
	/** As a catalogue file lists them. */
	readonly fields: readonly FieldInput[];
	readonly evidence: readonly FieldEvidence[];
	/** Places that cannot be fields, with the reason: nothing is left out silently. Inside a collection the path follows its name. */
	readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export interface Inference {
	/** One profile; what is not an object is ignored here (the record counts it). */
	add(profile: unknown): void;
	result(): InferredCatalogue;
}

/** Values of a field before a short list of different ones says anything. */
const minValuesForList = 100;

/**
 * Collects evidence profile by profile. Nested objects give dotted names; a dot inside a key becomes `_`, and the field then has a JSON path.
 *
 *     const seen = inference();
 *     seen.add({ tags: ["vip"], address: { city: "Oslo" } });
 *     seen.result().fields; // -> [{ name: "tags", type: "list", items: "text" }, { name: "address.city", type: "text" }]
 */
export function inference({ untyped = false, maxFields = 2_000, maxDepth = 8, maxNesting = 4 }: InferenceOptions = {}): Inference {
	const seen = places({ untyped, maxFields, maxDepth });
	return {
		add(profile) {
			if (isObject(profile)) seen.add(profile);
		},
		result() {
			const result: Result = { untyped, maxNesting, evidence: [], skipped: new Map(seen.skipped) };
			const fields = fieldsOf(seen.root, { prefix: "", total: seen.root.objects, nesting: 0, names: new Set(), inside: new Set(), result });
			return { fields, evidence: result.evidence, skipped: [...result.skipped].map(([path, reason]) => ({ path, reason })) };
		},
	};
}

interface Result {
	readonly untyped: boolean;
	readonly maxNesting: number;
	readonly evidence: FieldEvidence[];
	readonly skipped: Map<string, string>;
}

/** The fields of the profile, or of one collection's elements: their names must not clash. */
interface Scope {
	/** The collections around: `orders.`. */
	readonly prefix: string;
	/** Profiles, or elements. */
	readonly total: number;
	readonly nesting: number;
	readonly names: Set<string>;
	/** Names that other names are nested in: `a` of `a.b`. */
	readonly inside: Set<string>;
	readonly result: Result;
}

const fieldsOf = (place: Place, scope: Scope): readonly FieldInput[] =>
	[...place.properties.values()].flatMap((inner) => fieldsOfPlace(inner, scope));

function fieldsOfPlace(place: Place, scope: Scope): readonly FieldInput[] {
	if (place.seen === 0) return skip(place, "It never has a value.", scope);
	if (place.objects > 0 && place.objects >= place.seen * majority) {
		const others = place.seen - place.objects;
		if (others > 0) skip(place, `${others} of ${place.seen} values are no object.`, scope);
		const isEmpty = place.properties.size === 0 && !place.isCut;
		return isEmpty ? skip(place, "Its objects are always empty.", scope) : fieldsOf(place, scope);
	}
	const located = locate(place, scope);
	if ("problem" in located) return skip(place, located.problem, scope);
	const builtIn = scope.nesting === 0 ? builtInFields.find((field) => field.name === located.name) : undefined;
	const decided = builtIn && scope.result.untyped ? textAsDeclared : decide(place, scope.result.untyped);
	if ("reason" in decided) return skip(place, decided.reason, scope);
	const field = { ...located, ...decided.field };
	const evidence = evidenceOf(place, decided, scope.prefix + located.name, scope.total, builtIn !== undefined);
	if (decided.field.type !== "collection") {
		take(located.name, scope);
		scope.result.evidence.push(evidence);
		return [field];
	}
	return collectionOf(place, field, evidence, scope);
}

/** A cell could be a phone number or an id of digits only: the built-in fields are text, whatever it looks like. */
const textAsDeclared: Decision = { field: { type: "text" }, words: "text", others: 0 };

function collectionOf(place: Place, field: FieldInput, evidence: FieldEvidence, scope: Scope): readonly FieldInput[] {
	if (scope.nesting >= scope.result.maxNesting) {
		return skip(place, `Collections can lie ${scope.result.maxNesting} deep inside one another.`, scope);
	}
	const at = scope.result.evidence.push(evidence) - 1;
	const inner = {
		...scope,
		prefix: `${scope.prefix}${field.name}.`,
		nesting: scope.nesting + 1,
		names: new Set<string>(),
		inside: new Set<string>(),
	};
	const fields = place.elements ? fieldsOf(place.elements, { ...inner, total: place.elements.objects }) : [];
	if (fields.length === 0) {
		scope.result.evidence.splice(at, 1);
		return skip(place, "Its elements have no usable field.", scope);
	}
	take(field.name, scope);
	return [{ ...field, fields }];
}

/** A name that no other field has or nests in, and the path where the name does not say it. */
function locate({ keys }: Place, scope: Scope): { readonly name: string; readonly jsonPath?: string } | { readonly problem: string } {
	const located = nameOf(keys);
	// Nothing can nest inside a built-in field, which is always there: `email.address` becomes `email_address`.
	const isInsideBuiltIn = scope.nesting === 0 && keys.length > 1 && builtInFields.some((field) => field.name === keys[0]);
	const found = isInsideBuiltIn ? { name: located.name.replaceAll(".", "_"), jsonPath: formatPath(keys) } : located;
	const problem = nameProblem(found.name, maxNameLength);
	if (problem !== undefined) return { problem };
	if ((found.jsonPath?.length ?? 0) > maxPathLength) return { problem: `Its path is longer than ${maxPathLength} characters.` };
	const other = [found.name, ...prefixesOf(found.name)].find((name) => scope.names.has(name));
	if (other !== undefined) return { problem: `Another field is called ${shown(other)}.` };
	if (scope.inside.has(found.name)) return { problem: `Other fields lie inside ${shown(found.name)}.` };
	return found;
}

function take(name: string, scope: Scope): void {
	scope.names.add(name);
	for (const prefix of prefixesOf(name)) scope.inside.add(prefix);
}

function skip(place: Place, reason: string, { result }: Scope): readonly FieldInput[] {
	result.skipped.set(placeText(place.within, place.keys), reason);
	return [];
}

function evidenceOf(place: Place, decided: Decision, field: string, total: number, isPersonal: boolean): FieldEvidence {
	const { words, others, remark } = decided;
	const ends = [others > 0 ? `${others} of another kind` : "", remark ?? ""].filter((end) => end !== "");
	const reason = `${[`${words}: ${place.seen} of ${total} have a value`, ...ends].join(", ")}.`;
	const values = isPersonal ? undefined : valuesOf(place, decided);
	return { field, type: words, present: place.seen, total, others, ...(values && { values }), reason };
}

function valuesOf(place: Place, { field }: Decision): readonly (string | number)[] | undefined {
	const evidence = field.type === "list" ? place.items : place.scalars;
	const type = field.type === "list" ? field.items : field.type;
	if (!evidence.values || evidence.present < minValuesForList) return undefined;
	if (type === "text") return [...evidence.values].filter((value) => typeof value === "string");
	return type === "number" ? [...evidence.values].map(Number).filter((value) => !Number.isNaN(value)) : undefined;
}
