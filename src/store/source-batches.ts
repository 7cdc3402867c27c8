// What comes of a source as the store writes it: cells of CSV typed by the catalogue, and each profile's text where it is one line.
import { typedCells } from "../fields/typed-cells.ts";
import type { Batch } from "./replace-profiles.ts";
import type { Settings } from "./settings.ts";
import type { SourceBatch } from "./sources/opened-source.ts";

export async function* sourceBatches(
	batches: AsyncIterable<SourceBatch>,
	{ catalogue }: Pick<Settings, "catalogue">,
): AsyncGenerator<Batch> {
	const type = typedCells(catalogue.fields);
	for await (const batch of batches) {
		if (batch.kind === "restart") {
			yield { profiles: [], startsAnew: true };
			continue;
		}
		const { profiles, texts, untyped } = batch;
		if (untyped) for (const profile of profiles) type(profile);
		yield { profiles, untyped, ...(texts?.every(isOneLine) && { texts }) };
	}
}

/** Elements of a JSON array may stand on several lines, and the texts of profiles are kept line by line. */
const isOneLine = (text: string): boolean => !text.includes("\n");
