// What a revision consists of, beside its columns.
import { joinManifests } from "../columns/saved/join-manifests.ts";
import { manifestKey } from "./keys.ts";
import { putSealed } from "./sealed-shelf.ts";
import type { StoreContext } from "./store-context.ts";
import { StoreError } from "./store-error.ts";
import type { Shelf } from "./vault.ts";

/** Of all its chunks, by their manifests in their order. Throws StoreError `damaged` where they do not fit one another. */
export async function writeManifest(
	{ settings }: StoreContext,
	shelf: Shelf,
	manifests: readonly unknown[],
	revision: string,
	removedRows?: Int32Array,
): Promise<void> {
	const joined = joinManifests(manifests, removedRows);
	if ("problems" in joined) throw new StoreError("damaged", { cause: joined.problems });
	await putSealed(shelf, settings.seal, [[manifestKey(revision), joined.manifest]]);
}
