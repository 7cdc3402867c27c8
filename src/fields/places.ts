// Where profiles have values: a tree of the keys that were seen, with the evidence at each. Memory depends on the number of different keys,
// not of profiles, and that has a limit.
import { Evidence } from "./evidence.ts";
import { nameOf } from "./field-names.ts";
import { formatPath } from "./json-path.ts";
import { isObject, type Schema as Json } from "./schema-references.ts";

/** One place in the profiles: what stood there as a single value, as an object, and as the items of a list. */
export interface Place {
	/** The collection around it, dotted; empty for a place in the profile itself. */
	readonly within: string;
	/** Keys from the profile, or from the element of the collection. */
	readonly keys: readonly string[];
	/** Times something stood here that was not null. */
	seen: number;
	readonly scalars: Evidence;
	objects: number;
	readonly properties: Map<string, Place>;
	/** Whether a limit kept some of its keys out. */
	isCut: boolean;
	lists: number;
	readonly items: Evidence;
	/** The objects in the lists, as one place. */
	elements: Place | undefined;
}

const newPlace = (within: string, keys: readonly string[]): Place => ({
	within,
	keys,
	seen: 0,
	scalars: new Evidence(),
	objects: 0,
	properties: new Map(),
	isCut: false,
	lists: 0,
	items: new Evidence(),
	elements: undefined,
});

/** For people: `$.address.city`, or `orders: $.total` inside a collection. */
export const placeText = (within: string, keys: readonly string[]): string =>
	within === "" ? formatPath(keys) : `${within}: ${formatPath(keys)}`;

export interface PlaceLimits {
	/** All values are texts, and an empty one is none. */
	readonly untyped: boolean;
	readonly maxFields: number;
	readonly maxDepth: number;
}

export interface Places {
	/** Each profile is one object here. */
	readonly root: Place;
	/** Why a path was not looked at. */
	readonly skipped: ReadonlyMap<string, string>;
	add(profile: Json): void;
}

export function places(limits: PlaceLimits): Places {
	const root = newPlace("", []);
	const skipped = new Map<string, string>();
	let count = 0;

	function addObject(place: Place, value: Json, depth: number): void {
		place.objects++;
		for (const key of Object.keys(value)) {
			const inner = place.properties.get(key) ?? addPlace(place, key, depth);
			if (inner) addValue(inner, value[key], depth);
		}
	}

	function addPlace(parent: Place, key: string, depth: number): Place | undefined {
		const isDeep = depth >= limits.maxDepth;
		if (isDeep || count >= limits.maxFields) {
			parent.isCut = true;
			// The list of what was left out must not grow without end either.
			if (skipped.size < limits.maxFields) {
				const reason = isDeep
					? `It lies more than ${limits.maxDepth} levels deep.`
					: `There are more than ${limits.maxFields} different fields.`;
				skipped.set(placeText(parent.within, [...parent.keys, key]), reason);
			}
			return undefined;
		}
		count++;
		const place = newPlace(parent.within, [...parent.keys, key]);
		parent.properties.set(key, place);
		return place;
	}

	function addValue(place: Place, value: unknown, depth: number): void {
		if (value === null || value === undefined || (limits.untyped && value === "")) return;
		place.seen++;
		if (isObject(value)) {
			addObject(place, value, depth + 1);
		} else if (Array.isArray(value)) {
			place.lists++;
			for (const item of value) addItem(place, item, depth);
		} else place.scalars.add(value, limits.untyped);
	}

	function addItem(place: Place, item: unknown, depth: number): void {
		if (isObject(item)) {
			place.elements ??= newPlace([place.within, nameOf(place.keys).name].filter((name) => name !== "").join("."), []);
			addObject(place.elements, item, depth + 1);
		} else if (item !== null && item !== undefined) place.items.add(item, limits.untyped);
	}

	return { root, skipped, add: (profile) => addObject(root, profile, 0) };
}
