// A catalogue out of profiles, with the evidence for each type. Streams: memory depends on the number of different fields, not of profiles.
import type { FieldInput } from "./catalogue-input.ts";
import { Evidence, type Kind } from "./evidence.ts";
import { nameProblem } from "./field-names.ts";
import { formatPath } from "./json-path.ts";

export interface InferenceOptions {
	/** All values are texts (CSV): numbers, booleans and dates are recognised by how they are written. */
	readonly untyped?: boolean;
	/** Different places that are looked at; the rest is named in `skipped`. Default 2,000. */
	readonly maxFields?: number;
	/** Objects inside objects and collections inside collections; default 8. */
	readonly maxDepth?: number;
}

export interface FieldEvidence {
	/** Full name: `orders.total`. */
	readonly field: string;
	readonly type: string;
	/** Of `total`, how many had a value. */
	readonly present: number;
	readonly total: number;
	/** How many values were of another kind than the type. */
	readonly others: number;
	/** One sentence for people. */
	readonly reason: string;
}

export interface InferredCatalogue {
	/** As a catalogue file lists them. */
	readonly fields: readonly FieldInput[];
	readonly evidence: readonly FieldEvidence[];
	/** Places that cannot be fields, with the reason: nothing is left out silently. */
	readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

export interface Inference {
	/** One profile; what is not an object is ignored here (the record counts it). */
	add(profile: unknown): void;
	result(): InferredCatalogue;
}

/** Collects evidence profile by profile. */
export function inference(options: InferenceOptions = {}): Inference {
	const limits: Limits = {
		untyped: options.untyped ?? false,
		maxFields: options.maxFields ?? 2_000,
		maxDepth: options.maxDepth ?? 8,
		places: { count: 0 },
	};
	const root = newPlace();
	const skipped = new Map<string, string>();
	return {
		add(profile) {
			if (isObject(profile)) addObject(root, profile, [], limits, skipped);
		},
		result() {
			const result: Result = { evidence: [], skipped: new Map(skipped) };
			const fields = fieldsOf(root, "", [], result, limits.untyped);
			return { fields, evidence: result.evidence, skipped: [...result.skipped].map(([path, reason]) => ({ path, reason })) };
		},
	};
}

interface Limits {
	readonly untyped: boolean;
	readonly maxFields: number;
	readonly maxDepth: number;
	readonly places: { count: number };
}

/** One place in the profiles: what stood there as a scalar, as an object, and as the items of a list. */
interface Place {
	seen: number;
	readonly scalars: Evidence;
	objects: number;
	readonly properties: Map<string, Place>;
	lists: number;
	readonly items: Evidence;
	/** The properties of the objects in the lists. */
	elements: Place | undefined;
}

const newPlace = (): Place => ({
	seen: 0,
	scalars: new Evidence(),
	objects: 0,
	properties: new Map(),
	lists: 0,
	items: new Evidence(),
	elements: undefined,
});

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

function addObject(place: Place, value: Json, path: readonly string[], limits: Limits, skipped: Map<string, string>): void {
	place.objects++;
	if (path.length >= limits.maxDepth) {
		skipped.set(formatPath(path), `It lies more than ${limits.maxDepth} levels deep.`);
		return;
	}
	for (const name of Object.keys(value)) {
		const inner = [...path, name];
		let at = place.properties.get(name);
		if (!at) {
			if (limits.places.count >= limits.maxFields) {
				if (skipped.size < limits.maxFields) skipped.set(formatPath(inner), `There are more than ${limits.maxFields} different fields.`);
				continue;
			}
			limits.places.count++;
			at = newPlace();
			place.properties.set(name, at);
		}
		addValue(at, value[name], inner, limits, skipped);
	}
}

function addValue(place: Place, value: unknown, path: readonly string[], limits: Limits, skipped: Map<string, string>): void {
	if (value === null || value === undefined || (limits.untyped && value === "")) return;
	place.seen++;
	if (isObject(value)) {
		addObject(place, value, path, limits, skipped);
	} else if (Array.isArray(value)) {
		place.lists++;
		for (const item of value) {
			if (isObject(item)) {
				place.elements ??= newPlace();
				addObject(place.elements, item, path, limits, skipped);
			} else if (item !== null && item !== undefined) place.items.add(item, limits.untyped);
		}
	} else place.scalars.add(value, limits.untyped);
}

interface Result {
	readonly evidence: FieldEvidence[];
	readonly skipped: Map<string, string>;
}

function fieldsOf(place: Place, prefix: string, path: readonly string[], result: Result, untyped: boolean): readonly FieldInput[] {
	return [...place.properties].flatMap(([key, inner]) => fieldsOfPlace(key, inner, place.objects, prefix, path, result, untyped));
}

function fieldsOfPlace(
	key: string,
	place: Place,
	total: number,
	prefix: string,
	path: readonly string[],
	result: Result,
	untyped: boolean,
): readonly FieldInput[] {
	const inner = [...path, key];
	const at = formatPath(inner);
	const skip = (reason: string): readonly FieldInput[] => {
		result.skipped.set(prefix === "" ? at : `${prefix}: ${at}`, reason);
		return [];
	};
	if (place.seen === 0) return skip("It never has a value.");
	// A dot in a key would nest: the name is made safe, the path keeps the key.
	const names = inner.map((step) => step.replaceAll(".", "_"));
	const name = names.join(".");
	const problem = nameProblem(name);
	if (problem !== undefined) return skip(problem);
	if (place.objects > 0 && place.objects === place.seen) return fieldsOf(place, prefix, inner, result, untyped);
	const fullName = prefix + name;
	const location = names.every((step, index) => step === inner[index]) ? {} : { jsonPath: at };
	const decided = decide(place);
	if ("reason" in decided) return skip(decided.reason);
	result.evidence.push({
		field: fullName,
		type: decided.words,
		present: place.seen,
		total,
		others: decided.others,
		reason: sentence(decided, place.seen, total),
	});
	if (decided.field.type !== "collection") return [{ name, ...decided.field, ...location }];
	const fields = place.elements ? fieldsOf(place.elements, `${fullName}.`, [], result, untyped) : [];
	if (fields.length === 0) return skip("Its elements have no usable field.");
	return [{ name, type: "collection", fields, ...location }];
}

interface Decision {
	readonly field: Omit<FieldInput, "name">;
	readonly words: string;
	readonly others: number;
}

/** The share of values that must be of the winning kind: rarer ones are slips of the data and are counted as wrong. */
const majority = 0.9;
const maxDecimals = 4;

function decide(place: Place): Decision | { readonly reason: string } {
	const scalars = place.scalars.present;
	const total = scalars + place.objects + place.lists;
	if (place.lists >= total * majority) return decideList(place, total - place.lists);
	if (scalars < total * majority) return { reason: "It is sometimes an object or a list and sometimes a single value." };
	const kind = kindFor(place.scalars.kinds, scalars);
	if (!kind) return { reason: "Its values are of different types, none of them in nine of ten." };
	const others = total - kind.count;
	const { decimals } = place.scalars;
	if (kind.type === "number" && decimals > 0 && decimals <= maxDecimals) {
		return { field: { type: "number", decimals }, words: `number with ${decimals} decimals`, others };
	}
	return { field: { type: kind.type }, words: kind.type, others };
}

function decideList(place: Place, others: number): Decision | { readonly reason: string } {
	const objects = place.elements?.objects ?? 0;
	const items = objects + place.items.present;
	if (items === 0) return { reason: "Its lists are always empty." };
	if (objects >= items * majority) return { field: { type: "collection" }, words: "collection", others: others + items - objects };
	const kind = kindFor(place.items.kinds, items);
	if (!kind) return { reason: "Its items are of different types, none of them in nine of ten." };
	if (kind.type === "boolean") return { reason: "It is a list of true and false, which cannot be a field." };
	const type = kind.type === "number" ? "number" : "text";
	return { field: { type: "list", items: type }, words: `list of ${type}`, others: others + items - kind.count };
}

/** Dates that stand among other texts are texts; dates among datetimes make a date, which reads both. */
function kindFor(
	kinds: Readonly<Record<Kind, number>>,
	total: number,
): { readonly type: Exclude<Kind, "unusable">; readonly count: number } | undefined {
	const { date, datetime, text } = kinds;
	const candidates: readonly { readonly type: Exclude<Kind, "unusable">; readonly count: number }[] = [
		{ type: "boolean", count: kinds.boolean },
		{ type: "number", count: kinds.number },
		{ type: "datetime", count: datetime },
		{ type: "date", count: date + datetime },
		{ type: "text", count: text + date + datetime },
	];
	return candidates.find(({ count }) => count > 0 && count >= total * majority);
}

function sentence({ words, others }: Decision, present: number, total: number): string {
	const wrong = others === 0 ? "" : `, ${others} of another kind`;
	return `${words}: ${present} of ${total} have a value${wrong}.`;
}
