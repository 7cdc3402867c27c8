// CSV cells to typed values, by the types that the catalogue declares.
import type { Field } from "./field.ts";
import { type Path, readPath } from "./json-path.ts";
import { typedFromText } from "./parse-untyped.ts";

/** The function that types these fields of a profile in its place: whoever read the row owns the profile. */
export function typedCells(fields: readonly Field[]): (profile: unknown) => void {
	const steps = fields.map((field) => ({ field, parent: field.path.slice(0, -1) as Path, key: field.path.at(-1) }));
	return (profile) => {
		for (const { field, parent, key } of steps) {
			const holder = readPath(profile, parent);
			if (typeof key !== "string" || typeof holder !== "object" || holder === null || !Object.hasOwn(holder, key)) continue;
			const cells = holder as Record<string, unknown>;
			const cell = cells[key];
			// Two fields may read one column: it is typed once, by the first.
			if (typeof cell === "string") cells[key] = typedFromText(field, cell);
		}
	};
}
