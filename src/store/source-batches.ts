// What comes of a source as the store writes it: cells of CSV typed by the catalogue, and each profile's text where it is one line.
import { typedCells } from "../fields/typed-cells.ts";
import { HeldBack } from "./held-back.ts";
import type { Batch } from "./replace-profiles.ts";
import type { Settings } from "./settings.ts";
import type { SourceBatch } from "./sources/opened-source.ts";

/** Throws the SourceError "not-profiles" where nothing that comes has any of the catalogue's fields, before any of it is given. */
export async function* sourceBatches(
	batches: AsyncIterable<SourceBatch>,
	{ catalogue }: Pick<Settings, "catalogue">,
): AsyncGenerator<Batch> {
	const type = typedCells(catalogue.fields);
	let held = new HeldBack(catalogue);
	for await (const batch of batches) {
		if (batch.kind === "restart") {
			held = new HeldBack(catalogue);
			yield { profiles: [], startsAnew: true };
			continue;
		}
		for (const { profiles, texts, lines, untyped } of held.pass(batch)) {
			if (untyped) for (const profile of profiles) type(profile);
			yield { profiles, untyped, ...(lines ? { texts, lines } : texts?.every(isOneLine) && { texts }) };
		}
	}
	held.end();
}

/** Elements of a JSON array may stand on several lines, and the texts of profiles are kept line by line. */
const isOneLine = (text: string): boolean => !text.includes("\n");
