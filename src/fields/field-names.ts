// Which names a field can have. A name is a path into the record that JSON Logic's `var` walks, so it must not be able to mean anything else.
import { isUsableText } from "../values/text.ts";

/** One sentence that says what is wrong with the name, or undefined. */
export function nameProblem(name: string): string | undefined {
	const shown = JSON.stringify(name);
	if (name === "") return "A field needs a name.";
	if (!isUsableText(name)) return `The field name ${shown} holds a character that cannot be stored. Remove it.`;
	if (name.includes("@")) return `The field name ${shown} holds "@", which marks derived values. Choose another name.`;
	const parts = name.split(".");
	if (parts.includes("")) return `The field name ${shown} has an empty part. Write names between the dots.`;
	const inherited = parts.find((part) => part in Object.prototype);
	if (inherited !== undefined)
		return `The field name ${shown} holds "${inherited}", which every JavaScript object has. Choose another name.`;
	return undefined;
}

/** Names that cannot stand together: a repeat, or `a` beside `a.b`, which would be a value and an object at once. Sorted input is not needed. */
export function clashes(names: readonly string[]): readonly { readonly index: number; readonly problem: string }[] {
	const seen = new Set<string>();
	const all = new Set(names);
	return names.flatMap((name, index) => {
		if (seen.has(name)) return [{ index, problem: `There are two fields named "${name}". Remove one.` }];
		seen.add(name);
		const parts = name.split(".");
		for (let length = 1; length < parts.length; length++) {
			const prefix = parts.slice(0, length).join(".");
			if (all.has(prefix))
				return [{ index, problem: `"${prefix}" and "${name}" cannot both be fields, because one lies inside the other. Rename one.` }];
		}
		return [];
	});
}
