// From a row of cells to a profile. A dotted column name nests (`address.city` is the city inside the address), as field names do in a
// record, so that the default path of a field finds it.
import type { Profile } from "./profile-batch.ts";

interface Column {
	readonly index: number;
	/** Keys from the profile down. */
	readonly path: readonly string[];
}

export interface Columns {
	/** How many cells a row must have. */
	readonly width: number;
	/** One sentence for each column that is left out. */
	readonly leftOut: readonly string[];
	profile(cells: readonly string[]): Profile;
}

export function csvColumns(header: readonly string[]): Columns {
	const columns: Column[] = [];
	const leftOut: string[] = [];
	const places = new Map<string, number>();
	const names = new Set(header.map((name) => name.trim()));
	header.forEach((cell, index) => {
		const name = cell.trim();
		const earlier = places.get(name);
		if (name === "") leftOut.push(`Column ${index + 1} has no name in the header, so it is left out.`);
		else if (earlier !== undefined)
			leftOut.push(`Columns ${earlier + 1} and ${index + 1} are both called "${name}", so the second is left out.`);
		else {
			places.set(name, index);
			columns.push({ index, path: pathOf(name, names) });
		}
	});
	return { width: header.length, leftOut, profile: (cells) => profileOf(columns, cells) };
}

/** A name nests unless that would need a column to be a value and a parent at once, or a part of it is empty. */
function pathOf(name: string, names: ReadonlySet<string>): readonly string[] {
	const path = name.split(".");
	if (path.length === 1 || path.includes("")) return [name];
	for (let length = 1; length < path.length; length++) {
		if (names.has(path.slice(0, length).join("."))) return [name];
	}
	return path;
}

type Nested = { [key: string]: string | Nested };

function profileOf(columns: readonly Column[], cells: readonly string[]): Profile {
	const profile: Nested = {};
	for (const { index, path } of columns) {
		let parent = profile;
		for (let depth = 0; depth < path.length - 1; depth++) {
			const key = path[depth] as string;
			if (!Object.hasOwn(parent, key)) put(parent, key, {});
			parent = parent[key] as Nested;
		}
		put(parent, path.at(-1) as string, cells[index] as string);
	}
	return profile;
}

/** As JSON.parse does it: `__proto__` is a key like any other. */
function put(object: Nested, key: string, value: string | Nested): void {
	if (key === "__proto__") Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
	else object[key] = value;
}
