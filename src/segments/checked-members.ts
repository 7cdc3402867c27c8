// Segments of a library put together: each checked once, all asked as one program over one record, so that what they ask in common is
// asked once.
import { check, type CheckOptions } from "../check/check.ts";
import type { CheckedSegment } from "../check/checked.ts";
import { compileTests } from "../eval/compile-tests.ts";
import { type Recorder, recorder } from "../eval/record.ts";
import { fieldsRead, toRecordRule } from "../rule/to-record-rule.ts";
import { parse } from "../syntax/parse.ts";
import type { LibrarySegment } from "./library.ts";

export interface Member {
	readonly segment: LibrarySegment;
	readonly checked: CheckedSegment;
}

/** The checked segment, or every mistake in its text, each as one sentence that names the segment. */
export function checkMember(segment: LibrarySegment, options: CheckOptions): Member | { readonly messages: readonly string[] } {
	const parsed = parse(segment.text);
	const { checked, diagnostics } = check(segment.text, parsed.segment, options);
	const errors = [...parsed.diagnostics, ...diagnostics].filter(({ severity }) => severity === "error");
	if (checked && errors.length === 0) return { segment, checked };
	const mistakes = errors.length > 0 ? errors.map(({ message }) => message) : ["It has no condition."];
	return { messages: mistakes.map((mistake) => `Segment "${segment.name}" cannot be used: ${mistake}`) };
}

export interface Members {
	/** 1 or 0 for each member, in order, written to `answers` where it is given. */
	testRecord(record: unknown, answers?: Uint8Array): Uint8Array;
	/** A recorder of its own for one population, with its own data-quality report. */
	recorder(): Recorder;
}

export function putTogether(members: readonly Member[], { catalogue, timeZone }: Pick<CheckOptions, "catalogue" | "timeZone">): Members {
	const fields = [...new Set(members.flatMap(({ checked }) => fieldsRead(checked)))];
	const requires = [...new Set(members.flatMap(({ checked }) => checked.requires))];
	return {
		testRecord: compileTests(members.map(({ checked }) => toRecordRule(checked))),
		recorder: () => recorder(catalogue, { timeZone, fields, requires }),
	};
}
