// A field's value in a record: a dotted name nests. Keys are looked up as a record's own, whatever they are called.

export function valueAt(record: unknown, name: string): unknown {
	let at: unknown = record;
	for (const step of name.split(".")) {
		if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
		at = (at as Readonly<Record<string, unknown>>)[step];
	}
	return at;
}
