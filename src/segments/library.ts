// The segments of one business, by id and by name: what `in segment` finds, what uses what, and how a rename keeps every reference.
import type { SegmentEntry, SegmentSource } from "../check/references.ts";
import { shown } from "../fields/shown.ts";
import { printText } from "../syntax/print-expression.ts";
import { applyEdits } from "../text/edit.ts";
import { isUsableText } from "../values/text.ts";
import type { DocumentProblem } from "./problem.ts";
import { mutedReferencesIn, referencesIn } from "./references-in-text.ts";

export interface LibrarySegment extends SegmentEntry {
	/** Left out: the library's business. */
	readonly businessId?: string;
}

export interface SegmentLibrary extends SegmentSource {
	readonly businessId: string;
	readonly segments: readonly LibrarySegment[];
	find(nameOrId: string): LibrarySegment | undefined;
	/** The segments whose texts refer to this one, directly; conditions that are commented out do not count. Linear in the library the first time. */
	usedBy(id: string): readonly LibrarySegment[];
	/**
	 * The library after a rename, and the segments whose texts had to change: only the names in quotes
	 * after `in segment` do, also in conditions that are commented out, which a builder brings back. Throws RangeError where there is
	 * no such segment, and for a name that `segmentLibrary` refuses.
	 */
	rename(id: string, name: string): { readonly library: SegmentLibrary; readonly changed: readonly LibrarySegment[] };
}

export type LibraryResult = { readonly library: SegmentLibrary } | { readonly problems: readonly DocumentProblem[] };

/**
 * Refuses double ids, double names, a name that is another's id, a name that no text can hold, and segments of another business: every
 * problem at once.
 */
export function segmentLibrary(businessId: string, segments: readonly LibrarySegment[]): LibraryResult {
	const problems: DocumentProblem[] = [];
	const byId = new Map<string, LibrarySegment>();
	const byName = new Map<string, LibrarySegment>();
	for (const [index, segment] of segments.entries()) {
		const report = (key: string, message: string): void => {
			problems.push({ pointer: `/${index}/${key}`, message });
		};
		if (segment.businessId !== undefined && segment.businessId !== businessId) {
			report("businessId", `Segment "${segment.name}" belongs to "${segment.businessId}", not to "${businessId}". Leave it out.`);
			continue;
		}
		if (byId.has(segment.id)) report("id", `Two segments have the id "${segment.id}". Give each its own.`);
		if (byName.has(segment.name)) report("name", `Two segments are called "${segment.name}". Rename one.`);
		if (!isUsableText(segment.name)) {
			report("name", `The segment name ${shown(segment.name)} holds a character that not every engine can store. Write it without.`);
		}
		byId.set(segment.id, segment);
		byName.set(segment.name, segment);
	}
	for (const [index, segment] of segments.entries()) {
		const other = byId.get(segment.name);
		if (other && other.id !== segment.id) {
			problems.push({ pointer: `/${index}/name`, message: `The name "${segment.name}" is another segment's id. Rename it.` });
		}
	}
	return problems.length > 0 ? { problems } : { library: makeLibrary(businessId, segments, byId, byName) };
}

function makeLibrary(
	businessId: string,
	segments: readonly LibrarySegment[],
	byId: ReadonlyMap<string, LibrarySegment>,
	byName: ReadonlyMap<string, LibrarySegment>,
): SegmentLibrary {
	const find = (nameOrId: string): LibrarySegment | undefined => byId.get(nameOrId) ?? byName.get(nameOrId);
	let users: ReadonlyMap<string, readonly LibrarySegment[]> | undefined;
	return {
		businessId,
		segments,
		find,
		names: () => [...byName.keys()],
		usedBy(id) {
			users ??= usersOf(segments, find);
			return users.get(id) ?? [];
		},
		rename(id, name) {
			const target = byId.get(id);
			if (!target) throw new RangeError(`There is no segment with the id "${id}".`);
			const changed: LibrarySegment[] = [];
			const renamed = segments.map((segment) => {
				const text = renamedText(segment.text, target, name, find);
				if (text === segment.text && segment.id !== id) return segment;
				const next = { ...segment, text, ...(segment.id === id && { name }) };
				if (text !== segment.text) changed.push(next);
				return next;
			});
			const result = segmentLibrary(businessId, renamed);
			if ("problems" in result) throw new RangeError(result.problems[0]?.message);
			return { library: result.library, changed };
		},
	};
}

function usersOf(segments: readonly LibrarySegment[], find: SegmentLibrary["find"]): ReadonlyMap<string, readonly LibrarySegment[]> {
	const users = new Map<string, LibrarySegment[]>();
	for (const segment of segments) {
		const targets = new Set(referencesIn(segment.text).map(({ name }) => find(name)?.id));
		for (const target of targets) {
			if (target === undefined) continue;
			const known = users.get(target);
			if (known) known.push(segment);
			else users.set(target, [segment]);
		}
	}
	return users;
}

/** References by id need no change; those by name get the new one, commented out or not, and nothing else in the text moves. */
function renamedText(text: string, target: LibrarySegment, name: string, find: SegmentLibrary["find"]): string {
	if (target.id === target.name) return text;
	const edits = [...referencesIn(text), ...mutedReferencesIn(text)]
		.filter((reference) => reference.name === target.name && find(reference.name)?.id === target.id)
		.map(({ span }) => ({ span, text: printText(name) }));
	return edits.length === 0 ? text : applyEdits(text, edits);
}
