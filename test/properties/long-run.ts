// The long run: generated conditions, each over many hostile profiles, through every engine and the oracle. Not part of `npm test`.
// SEGQL_PAIRS: condition × profile pairs, a million by default. SEGQL_SEED: to repeat a run. Ends with exit code 1 at a disagreement.
import fc from "fast-check";
import { arbitraryCondition } from "./arbitrary-condition.ts";
import { arbitraryProfile } from "./arbitrary-profile.ts";
import { expectAgreement } from "./agree.ts";
import { moments } from "./pools.ts";

const pairs = Number(process.env.SEGQL_PAIRS ?? 1_000_000);
const seed = Number(process.env.SEGQL_SEED ?? Date.now() % 2 ** 31);
const profilesPerCondition = 200;
const batch = 100;

console.log(`seed ${seed}`);
const started = performance.now();
let done = 0;
let conditions = 0;
const failures = new Map<string, string>();
for (let round = 0; done < pairs; round++) {
	const texts = fc.sample(arbitraryCondition, { numRuns: batch, seed: seed + round });
	const moment = moments[round % moments.length] ?? moments[0];
	const profiles = fc.sample(arbitraryProfile(moment), { numRuns: profilesPerCondition, seed: seed + round });
	for (const text of texts) {
		try {
			expectAgreement(text, moment, profiles);
		} catch (error) {
			keepShortest(error instanceof Error ? error : new Error(String(error)));
		}
		done += profiles.length;
		conditions++;
	}
}
const seconds = (performance.now() - started) / 1000;
for (const message of failures.values()) console.log(`\n${message}`);
console.log(
	`\n${done} pairs of ${conditions} conditions and ${profilesPerCondition} profiles each in ${seconds.toFixed(0)} s, ${failures.size} kinds of failure`,
);
process.exitCode = failures.size === 0 ? 0 : 1;

/** One example a kind: the first line of the message with the author's own values left out, the shortest of its kind. */
function keepShortest(error: Error): void {
	const kind = (error.message.split("\n")[0] ?? "").replace(/\d+|true|false/g, "#").slice(0, 60);
	const known = failures.get(kind);
	if (known === undefined || known.length > error.message.length) failures.set(kind, error.message);
}
