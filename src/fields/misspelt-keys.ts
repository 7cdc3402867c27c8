// Keys of a catalogue that are nearly one of ours. Other keys are the host's own and mean nothing here; a misspelt one would mean it silently.

/**
 * Reports each key of letters, digits, `_` and `-` that is a known one but for letter case, `_` and `-`, one letter too many, too few, wrong or in
 * another place, unless that one is given as well: `jsonpath`, `feilds`, `option`.
 */
export function reportMisspelt(
	input: object,
	known: readonly string[],
	pointer: string,
	report: (pointer: string, message: string) => void,
): void {
	for (const key of Object.keys(input)) {
		if (known.includes(key)) continue;
		const near = nearby(key);
		const meant = known.find((name) => !Object.hasOwn(input, name) && nearby(name).some((text) => near.includes(text)));
		if (meant) report(`${pointer}/${key}`, `There is no key "${key}". Write "${meant}".`);
	}
}

/** Itself and what is left of it without one letter: two texts share some of that when they differ in one keystroke. */
function nearby(key: string): readonly string[] {
	// Longer keys are none of ours, and must cost nothing; "$schema" and the like are other people's.
	if (!/^[\w-]{1,20}$/.test(key)) return [];
	const plain = key.replace(/[-_]/g, "").toLowerCase();
	return [plain, ...Array.from(plain, (_, at) => plain.slice(0, at) + plain.slice(at + 1))];
}
