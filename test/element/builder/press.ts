// Real keys, chords included, as each of the engines is told of them.
import { sendKeys } from "@web/test-runner-commands";

/** WebKitGTK is driven in a way that knows chords; the others are told each key. */
const knowsChords = navigator.userAgent.includes("AppleWebKit") && !navigator.userAgent.includes("Chrome");

/** `Enter`, `Alt+ArrowDown`. */
export async function pressKey(key: string): Promise<void> {
	const [last, ...held] = key.split("+").reverse();
	if (knowsChords || last === undefined) return sendKeys({ press: key });
	for (const modifier of held.toReversed()) await sendKeys({ down: modifier });
	await sendKeys({ press: last });
	for (const modifier of held) await sendKeys({ up: modifier });
}
