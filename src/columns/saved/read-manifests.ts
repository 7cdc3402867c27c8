// Several manifests at once: all of them, or what is wrong with each.
import { type Manifest, readManifest } from "./manifest.ts";
import { Damage, damage, type SavedProblem } from "./problems.ts";

export type ReadManifests = { readonly manifests: readonly [Manifest, ...Manifest[]] } | { readonly problems: readonly SavedProblem[] };

/** Throws RangeError for none at all. */
export function readManifests(buffers: readonly unknown[]): ReadManifests {
	const manifests: Manifest[] = [];
	const problems: SavedProblem[] = [];
	for (const [index, buffer] of buffers.entries()) {
		try {
			manifests.push(readManifest(buffer, true));
		} catch (error) {
			if (!(error instanceof Damage)) throw error;
			problems.push(damage(error.code, `Manifest ${index + 1}`));
		}
	}
	if (problems.length > 0) return { problems };
	const [first, ...others] = manifests;
	if (!first) throw new RangeError("There is no manifest to join.");
	return { manifests: [first, ...others] };
}

/** Of manifests whose tables are to be one. */
export function zoneProblem(first: Manifest, other: Manifest): SavedProblem | undefined {
	if (first.timeZone === other.timeZone) return undefined;
	const message = `One table was saved with days in "${first.timeZone}", another in "${other.timeZone}". Build one of them again.`;
	return { code: "other-time-zone", message };
}
