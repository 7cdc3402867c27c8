// The segments that `in segment "…"` may name, from a JSON file.
import type { Command } from "commander";
import type { SegmentEntry, SegmentSource } from "../check/references.ts";
import { RefusedInput } from "./errors.ts";
import { readJsonFile } from "./json-file.ts";

export interface SegmentOptions {
	readonly segments?: string;
}

export const takesSegments = (command: Command): Command =>
	command.option("--segments <file>", 'segments that "in segment" may name: JSON, [{ "id", "name", "text", "status" }]');

/** Undefined without --segments. Throws UsageError when there is no such file, RefusedInput with every problem in it. */
export async function segmentsFrom(options: SegmentOptions): Promise<SegmentSource | undefined> {
	if (options.segments === undefined) return undefined;
	const document = await readJsonFile(options.segments, "segments file");
	const list = Array.isArray(document) ? document : (document as { segments?: unknown } | null)?.segments;
	if (!Array.isArray(list)) {
		throw new RefusedInput(
			"bad-segments",
			`The segments file "${options.segments}" is no list of segments.`,
			'Write [{ "id": "1", "name": "vip", "text": "…" }].',
		);
	}
	const problems: string[] = [];
	const byId = new Map<string, SegmentEntry>();
	const byName = new Map<string, SegmentEntry>();
	list.forEach((item: unknown, index) => {
		const entry = entryOf(item, index, problems);
		if (entry === undefined) return;
		if (byId.has(entry.id)) problems.push(`Two segments have the id "${entry.id}".`);
		if (byName.has(entry.name)) problems.push(`Two segments are called "${entry.name}".`);
		byId.set(entry.id, entry);
		byName.set(entry.name, entry);
	});
	if (problems.length > 0) {
		throw new RefusedInput("bad-segments", `The segments file "${options.segments}" cannot be used.`, undefined, problems.slice(0, 20));
	}
	return { find: (nameOrId) => byId.get(nameOrId) ?? byName.get(nameOrId), names: () => [...byName.keys()] };
}

function entryOf(item: unknown, index: number, problems: string[]): SegmentEntry | undefined {
	const { id, name, text, status = "active" } = (typeof item === "object" && item !== null ? item : {}) as Record<string, unknown>;
	const found = problems.length;
	if (typeof name !== "string") problems.push(`Segment ${index + 1} has no "name".`);
	if (typeof text !== "string") problems.push(`Segment ${index + 1} has no "text".`);
	if (id !== undefined && typeof id !== "string") problems.push(`The "id" of segment ${index + 1} is not a text.`);
	if (status !== "active" && status !== "deactivated")
		problems.push(`The "status" of segment ${index + 1} is neither "active" nor "deactivated".`);
	if (problems.length > found) return undefined;
	return { id: (id ?? name) as string, name: name as string, text: text as string, active: status === "active" };
}
