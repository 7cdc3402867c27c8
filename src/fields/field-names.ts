// Which names a field can have. A name is a path into the record that JSON Logic's `var` walks, so it must not be able to mean anything else.
import { isUsableText } from "../values/text.ts";
import { formatPath, type Path } from "./json-path.ts";
import { shown } from "./shown.ts";

/** UTF-16 units of a name, dots included. */
export const maxNameLength = 200;

/** One sentence that says what is wrong with the name, or undefined. */
export function nameProblem(name: string, maxLength: number = maxNameLength): string | undefined {
	if (name === "") return "A field needs a name.";
	if (name.length > maxLength) return `The field name ${shown(name)} is longer than ${maxLength} characters. Shorten it.`;
	if (!isUsableText(name)) return `The field name ${shown(name)} holds a character that cannot be stored. Remove it.`;
	if (name.includes("@")) return `The field name ${shown(name)} holds "@", which marks derived values. Choose another name.`;
	const parts = name.split(".");
	if (parts.includes("")) return `The field name ${shown(name)} has an empty part. Write names between the dots.`;
	const inherited = parts.find((part) => part in Object.prototype);
	if (inherited === undefined) return undefined;
	return `The field name ${shown(name)} holds "${inherited}", which every JavaScript object has. Choose another name.`;
}

/**
 * The name of the field at these keys. A dot inside a key would nest, so it becomes `_`; then the path, which keeps the key, is needed too.
 */
export function nameOf(keys: readonly string[]): { readonly name: string; readonly jsonPath?: string } {
	const name = keys.map((key) => key.replaceAll(".", "_")).join(".");
	return keys.some((key) => key.includes(".")) ? { name, jsonPath: formatPath(keys) } : { name };
}

/** The path of a field that names none: its dots nest. */
export const defaultPath = (name: string): Path => name.split(".");

/** Names that cannot stand together: a repeat, or `a` beside `a.b`, which would be a value and an object at once. Any order. */
export function clashes(names: readonly string[]): readonly { readonly index: number; readonly problem: string }[] {
	const seen = new Set<string>();
	const all = new Set(names);
	return names.flatMap((name, index) => {
		if (seen.has(name)) return [{ index, problem: `There are two fields named ${shown(name)}. Remove one.` }];
		seen.add(name);
		const prefix = prefixesOf(name).find((candidate) => all.has(candidate));
		if (prefix === undefined) return [];
		return [
			{ index, problem: `${shown(prefix)} and ${shown(name)} cannot both be fields, because one lies inside the other. Rename one.` },
		];
	});
}

/** `a` and `a.b` of `a.b.c`. */
export function prefixesOf(name: string): readonly string[] {
	const prefixes: string[] = [];
	for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) prefixes.push(name.slice(0, dot));
	return prefixes;
}
