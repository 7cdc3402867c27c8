// The keys of the editor, as they are told to people: what they are called on this machine, one after another.
import type { EditorWords } from "./words.ts";

export type ShortcutName = "suggest" | "explain" | "next" | "tidy" | "comment" | "leave";

/** Keys whose names are words; others are what is printed on them. */
export type KeyName = "control" | "shift" | "alt" | "space" | "escape" | "tab" | "after";

type Key = KeyName | "." | "/" | "F" | "F8";

/** Some only code editors have. */
const chords: readonly { readonly name: ShortcutName; readonly keys: readonly Key[]; readonly isOfCode: boolean }[] = [
	{ name: "suggest", keys: ["control", "space"], isOfCode: false },
	{ name: "explain", keys: ["control", "."], isOfCode: false },
	{ name: "next", keys: ["F8"], isOfCode: false },
	{ name: "tidy", keys: ["shift", "alt", "F"], isOfCode: false },
	{ name: "comment", keys: ["control", "/"], isOfCode: true },
	{ name: "leave", keys: ["escape", "after", "tab"], isOfCode: false },
];

export interface Shortcut {
	readonly name: ShortcutName;
	/** `Ctrl+Space`. */
	readonly keys: string;
	readonly does: string;
}

/** `isMac`: people there press the command key, except for suggestions, whose chord the system has taken. */
export function shortcutsOf(
	words: EditorWords,
	{ isMac, isCode }: { readonly isMac: boolean; readonly isCode: boolean },
): readonly Shortcut[] {
	const nameOf = (key: Key, of: ShortcutName): string => {
		if (isMac && key === "control" && of !== "suggest") return "⌘";
		if (isMac && key === "alt") return "⌥";
		return Object.hasOwn(words.keys, key) ? words.keys[key as KeyName] : key;
	};
	return chords
		.filter(({ isOfCode }) => isCode || !isOfCode)
		.map(({ name, keys }) => {
			const [names, separator] = [keys.filter((key) => key !== "after").map((key) => nameOf(key, name)), keys.includes("after")];
			return { name, keys: names.join(separator ? ` ${words.keys.after} ` : "+"), does: words.shortcutDoes[name] };
		});
}

/** One sentence for screen readers, who are told of it when the text is entered. */
export const shortcutsInWords = (shortcuts: readonly Shortcut[]): string =>
	`${shortcuts.map(({ keys, does }) => `${keys}: ${does}`).join("; ")}.`;

export const isMac = (platform: string): boolean => /^(mac|iphone|ipad)/i.test(platform);
