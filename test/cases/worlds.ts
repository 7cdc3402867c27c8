// What a case is read in: its catalogue, its moment, and the segments it can name.
import type { SegmentEntry, SegmentSource } from "../../src/check/references.ts";
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";
import type { World } from "../oracle/oracle.ts";
import type { Case, CaseFile, CaseSegment } from "./case.ts";

/** The catalogue of a file; throws with every problem when it has some. */
export function catalogueOf(file: Pick<CaseFile, "title" | "catalogue">): Catalogue {
	const result = catalogue(file.catalogue);
	if ("catalogue" in result) return result.catalogue;
	const problems = result.problems.map(({ pointer, message }) => `${pointer}: ${message}`);
	throw new Error(`The catalogue of "${file.title}" is refused.\n${problems.join("\n")}`);
}

/** An id wins over a name. */
export function segmentSource(segments: readonly CaseSegment[]): SegmentSource {
	const entries: readonly SegmentEntry[] = segments.map(({ status, ...entry }) => ({ ...entry, active: status === "active" }));
	return {
		find: (wanted) => entries.find(({ id }) => id === wanted) ?? entries.find(({ name }) => name === wanted),
		names: () => entries.map(({ name }) => name),
	};
}

/** The same for the oracle. */
export function worldOf(file: CaseFile, item: Case, fields: Catalogue): World {
	const source = segmentSource(file.segments ?? []);
	return {
		catalogue: fields,
		now: Date.parse(item.now ?? file.now),
		zone: item.timezone ?? file.timezone,
		weekStart: item.weekStart ?? 1,
		segmentText: (wanted) => source.find(wanted)?.text ?? "",
	};
}
