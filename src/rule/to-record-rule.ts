// CheckedSegment → Rule over records: stock JSON Logic with no custom operation. Any JSON Logic implementation can run it.
import type { CheckedSegment } from "../check/checked.ts";
import { visitFields } from "./carried.ts";
import { profileEnvironment } from "./environment.ts";
import type { Rule } from "./rule.ts";
import { conditionRule } from "./rule-of-condition.ts";

/**
 * The segment's rule over records (see `toRecord`): answers true or false, never unknown. The record must carry the parts in `requires`.
 * Its size is linear in the text; references are written out.
 */
export const toRecordRule = (segment: CheckedSegment): Rule => conditionRule(segment.condition, profileEnvironment);

/** The catalogue's fields that the rule reads, each once, sorted. A collection counts as one field. */
export function fieldsRead(segment: CheckedSegment): readonly string[] {
	const names = new Set<string>();
	visitFields(segment.condition, (value) => {
		if (value.scope === "profile") names.add(value.field.name);
	});
	return [...names].sort();
}
