// Real keys, chords included, as each of the engines is told of them.
import { sendKeys } from "@web/test-runner-commands";

/** WebKitGTK is driven in a way that knows chords; the others are told each key. */
const knowsChords = navigator.userAgent.includes("AppleWebKit") && !navigator.userAgent.includes("Chrom");

/** Keys and chords, one after another: `Enter`, `Control+z`. */
export async function press(...chords: readonly string[]): Promise<void> {
	for (const chord of chords) {
		const [last, ...held] = chord.split("+").reverse();
		if (knowsChords || last === undefined) await sendKeys({ press: chord });
		else {
			for (const modifier of held.toReversed()) await sendKeys({ down: modifier });
			await sendKeys({ press: last });
			for (const modifier of held) await sendKeys({ up: modifier });
		}
	}
}
