// Keys of a catalogue that are nearly one of ours. Other keys are the host's own and mean nothing here; a misspelt one would mean it silently.

/**
 * Reports each key that has the letters of a known one, whatever their case and order, and `_` or `-` beside them: `jsonpath`, `feilds`.
 * Letters too many, too few or wrong are the host's business: every page with an element loads this, and has no room for more.
 */
export function reportMisspelt(
	input: object,
	known: readonly string[],
	pointer: string,
	report: (pointer: string, message: string) => void,
): void {
	for (const key of Object.keys(input)) {
		// Longer ones are none of ours, and must cost nothing.
		const meant = key.length < 20 && !known.includes(key) && known.find((name) => letters(name) === letters(key));
		if (meant) report(`${pointer}/${key}`, `There is no key "${key}". Write "${meant}".`);
	}
}

const letters = (key: string): string => [...key.toLowerCase().replace(/[-_]/g, "")].sort().join();
