// The segments of a business, from a JSON file: texts, or the seed system's documents with conditions.
import { type Command, Option } from "commander";
import type { DeactivatedPolicy } from "../check/references.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import { type LibrarySegment, type SegmentLibrary, segmentLibrary } from "../segments/library.ts";
import { readSegment } from "../segments/read-segment.ts";
import { type PlacedProblem, refusedDocument } from "./document-problems.ts";
import { RefusedInput } from "./errors.ts";
import { readJsonFile } from "./json-file.ts";

export interface SegmentOptions {
	readonly segments?: string;
	readonly deactivated?: DeactivatedPolicy;
}

export const deactivatedPolicies = ["refuse", "nobody", "as-active"] as const satisfies readonly DeactivatedPolicy[];

export const takesSegments = (command: Command): Command =>
	command
		.option(
			"--segments <file>",
			'segments that "in segment" may name: JSON, [{ "id", "name", "text", "status" }], or documents with "conditions"',
		)
		.addOption(
			new Option("--deactivated <policy>", 'what "in segment" of a deactivated one means (default: refuse)').choices(deactivatedPolicies),
		);

/** Undefined without --segments. Throws UsageError when there is no such file, RefusedInput with every problem in it. */
export async function segmentsFrom(options: SegmentOptions, catalogue: Catalogue): Promise<SegmentLibrary | undefined> {
	if (options.segments === undefined) return undefined;
	const document = await readJsonFile(options.segments, "segments file");
	const [list, base] = Array.isArray(document) ? [document, ""] : [(document as { segments?: unknown } | null)?.segments, "/segments"];
	if (!Array.isArray(list)) {
		throw new RefusedInput(
			"bad-segments",
			`The segments file "${options.segments}" is no list of segments.`,
			'Write [{ "id": "1", "name": "vip", "text": "…" }].',
		);
	}
	const problems: PlacedProblem[] = [];
	/** Where in the file each segment stands that could be read. */
	const places: string[] = [];
	const segments = list.flatMap((item: unknown, index) => {
		const place = `${base}/${index}`;
		const read = readItem(item, catalogue);
		if ("problems" in read) {
			problems.push(...read.problems.map(({ pointer, message }) => ({ pointer: place + pointer, message })));
			return [];
		}
		places.push(place);
		return [read.segment];
	});
	const businessId = catalogue.businessId ?? segments.find((segment) => segment.businessId !== undefined)?.businessId ?? "";
	const made = segmentLibrary(businessId, segments);
	if ("library" in made && problems.length === 0) return made.library;
	if ("problems" in made) {
		for (const { pointer, message } of made.problems) {
			const [, index, ...rest] = pointer.split("/");
			problems.push({ pointer: [places[Number(index)], ...rest].join("/"), message });
		}
	}
	throw refusedDocument("bad-segments", `The segments file "${options.segments}" cannot be used.`, problems);
}

type ReadItem = { readonly segment: LibrarySegment } | { readonly problems: readonly PlacedProblem[] };

function readItem(item: unknown, catalogue: Catalogue): ReadItem {
	if (typeof item !== "object" || item === null || Array.isArray(item)) {
		return { problems: [{ pointer: "", message: 'A segment is an object with "name" and "text", or with "name" and "conditions".' }] };
	}
	return Object.hasOwn(item, "conditions") ? readDocument(item, catalogue) : readText(item as Readonly<Record<string, unknown>>);
}

/** A seed document: its conditions become a text. */
function readDocument(item: object, catalogue: Catalogue): ReadItem {
	if (Object.hasOwn(item, "text")) {
		return { problems: [{ pointer: "", message: 'A segment has a "text" or "conditions", not both. Remove one.' }] };
	}
	const read = readSegment(item, catalogue);
	if ("problems" in read) return read;
	const { id, businessId, name, status } = read.document;
	return { segment: { id: id ?? name, businessId, name, text: read.text, active: status === "active" } };
}

function readText(item: Readonly<Record<string, unknown>>): ReadItem {
	const problems: PlacedProblem[] = [];
	const text = (key: string, isNeeded: boolean): string | undefined => {
		const value = item[key];
		if (typeof value === "string") return value;
		if (isNeeded && value === undefined) problems.push({ pointer: "", message: `There is no "${key}". Add it.` });
		else if (value !== undefined) problems.push({ pointer: `/${key}`, message: `"${key}" must be text.` });
		return undefined;
	};
	const name = text("name", true);
	const condition = text("text", true);
	const id = text("id", false) ?? name;
	const businessId = text("business_id", false) ?? text("businessId", false);
	const { status = "active" } = item;
	if (status !== "active" && status !== "deactivated")
		problems.push({ pointer: "/status", message: '"status" must be "active" or "deactivated".' });
	if (problems.length > 0 || name === undefined || condition === undefined || id === undefined) return { problems };
	return { segment: { id, name, text: condition, active: status === "active", ...(businessId !== undefined && { businessId }) } };
}
