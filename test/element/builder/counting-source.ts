// A source that counts real profiles in a real table, on the page.
import { Table, toEnd } from "../../../src/columns/index.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { type CatalogueInput, catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { preview } from "../../../src/preview/index.ts";

export function countingSource(profiles: readonly object[], input: CatalogueInput): Pick<AnsweringSource, "preview" | "subscribe"> {
	const read = readCatalogue(input);
	if ("problems" in read) throw new Error(read.problems[0]?.message);
	const table = new Table(read.catalogue, { timeZone: read.catalogue.timeZone ?? "UTC" });
	for (const profile of profiles) table.append(profile);
	const freshness = { kind: "complete" as const, revision: "1", asOf: 0, profiles: profiles.length };
	return {
		preview: async (plan, options) => ({ kind: "done", value: toEnd(preview(table, plan, options)), freshness }),
		subscribe: () => () => undefined,
	};
}
