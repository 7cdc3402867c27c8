// An audience is everyone in some included segment and in no excluded one; no included segment at all means everyone. Its segments share
// the clock, the record and what they ask in common.
import type { CheckOptions } from "../check/check.ts";
import type { DeactivatedPolicy } from "../check/references.ts";
import { explainer } from "../eval/explain.ts";
import type { Recorder } from "../eval/record.ts";
import { type AudienceReason, reasonOf } from "./audience-reason.ts";
import { checkMember, type Member, putTogether } from "./checked-members.ts";
import type { LibrarySegment, SegmentLibrary } from "./library.ts";
import type { DocumentProblem } from "./problem.ts";

/** Segments by id or name. */
export interface AudienceInput {
	readonly includeSegments: readonly string[];
	readonly excludeSegments: readonly string[];
}

export interface AudienceOptions extends Omit<CheckOptions, "segments" | "deactivatedSegments"> {
	readonly library: SegmentLibrary;
	/** A deactivated segment among the included: `nobody` (the default) adds no one. */
	readonly deactivatedInclude?: DeactivatedPolicy;
	/** Among the excluded: `refuse` (the default), because someone meant to keep these people out. */
	readonly deactivatedExclude?: DeactivatedPolicy;
	/** What a reference inside a segment to a deactivated one means; default `refuse`. */
	readonly deactivatedSegments?: DeactivatedPolicy;
}

export interface AudienceExplanation {
	readonly matches: boolean;
	/** Why: the segments that decide, each with the conditions behind it. */
	readonly reasons: readonly AudienceReason[];
}

export interface CompiledAudience {
	/** Which segments it is made of, whatever they were called and in whatever order: the same for the same audience of one library. */
	readonly key: string;
	/** Whether this raw profile is in the audience. */
	test(profile: unknown): boolean;
	/** The same for a record of `recorder`. */
	testRecord(record: unknown): boolean;
	explain(profile: unknown): AudienceExplanation;
	/** A recorder of its own for one population, with its own data-quality report. */
	recorder(): Recorder;
}

export type AudienceResult = { readonly audience: CompiledAudience } | { readonly problems: readonly DocumentProblem[] };

/** Compiles every segment once. All problems at once, each at its place in the input. */
export function compileAudience(input: AudienceInput, options: AudienceOptions): AudienceResult {
	const problems: DocumentProblem[] = [];
	const { deactivatedInclude = "nobody", deactivatedExclude = "refuse" } = options;
	const included = membersOf(input.includeSegments, "/includeSegments", deactivatedInclude, options, problems);
	const excluded = membersOf(input.excludeSegments, "/excludeSegments", deactivatedExclude, options, problems);
	if (problems.length > 0) return { problems };
	return { audience: makeAudience(included, excluded, input.includeSegments.length === 0, options) };
}

function membersOf(
	names: readonly string[],
	pointer: string,
	policy: DeactivatedPolicy,
	options: AudienceOptions,
	problems: DocumentProblem[],
): readonly Member[] {
	return names.flatMap((name, index) => {
		const report = (message: string): readonly Member[] => {
			problems.push({ pointer: `${pointer}/${index}`, message });
			return [];
		};
		const segment = options.library.find(name);
		if (!segment) return report(`There is no segment "${name}". Create it, or leave it out.`);
		if (!segment.active && policy === "nobody") return [];
		if (!segment.active && policy === "refuse") return report(`Segment "${segment.name}" is deactivated. Activate it, or leave it out.`);
		const member = checkMember(segment, { ...options, segments: options.library });
		return "checked" in member ? [member] : member.messages.flatMap(report);
	});
}

function makeAudience(
	included: readonly Member[],
	excluded: readonly Member[],
	isEveryone: boolean,
	options: AudienceOptions,
): CompiledAudience {
	const members = [...included, ...excluded];
	const together = putTogether(members, options);
	const answers = new Uint8Array(members.length);
	const own = together.recorder();
	const explainers = members.map(({ checked }) => {
		let made: ReturnType<typeof explainer> | undefined;
		return (record: unknown) => {
			made ??= explainer(checked);
			return made(record);
		};
	});
	const decide = (): boolean => {
		const isIncluded = isEveryone || answers.subarray(0, included.length).includes(1);
		return isIncluded && !answers.subarray(included.length).includes(1);
	};
	const testRecord = (record: unknown): boolean => {
		together.testRecord(record, answers);
		return decide();
	};
	return {
		key: JSON.stringify([isEveryone ? "everyone" : idsOf(included), idsOf(excluded)]),
		testRecord,
		test: (profile) => testRecord(own.toRecord(profile)),
		recorder: together.recorder,
		explain(profile) {
			const record = own.toRecord(profile);
			const matches = testRecord(record);
			const asked = members.map(({ segment }, index) => ({
				segment,
				isExcluded: index >= included.length,
				holds: answers[index] === 1,
				index,
			}));
			const deciding = decidingMembers(asked, matches, isEveryone);
			return {
				matches,
				reasons: deciding.map(({ segment, isExcluded, holds, index }) => reasonOf(segment, isExcluded, holds, explainers[index]?.(record))),
			};
		},
	};
}

const idsOf = (members: readonly Member[]): readonly string[] => [...new Set(members.map(({ segment }) => segment.id))].sort();

interface Asked {
	readonly segment: LibrarySegment;
	readonly isExcluded: boolean;
	readonly holds: boolean;
	readonly index: number;
}

/** Excluded ones that hold come first: they decide alone. Then included ones: those that hold, or all when none does. */
function decidingMembers(asked: readonly Asked[], matches: boolean, isEveryone: boolean): readonly Asked[] {
	const against = asked.filter(({ isExcluded, holds }) => isExcluded && holds);
	if (against.length > 0) return against;
	const included = asked.filter(({ isExcluded }) => !isExcluded);
	return matches && !isEveryone ? included.filter(({ holds }) => holds) : included;
}
