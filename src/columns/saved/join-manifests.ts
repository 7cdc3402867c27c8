// Tables saved apart as one: the chunks of an import that was saved while it arrived, or a whole table and its changes.
import type { FieldQuality, QualityReport } from "../../fields/quality.ts";
import { wordsFor } from "../bitmap.ts";
import { copyBits } from "./bits.ts";
import { type FieldIdentity, isSameField } from "./field-identity.ts";
import { type ChunkEntry, type Manifest, rowsOf, type SavedColumnEntry, writeManifest } from "./manifest.ts";
import type { SavedProblem } from "./problems.ts";
import { readManifests, zoneProblem } from "./read-manifests.ts";

export type JoinedManifest = { readonly manifest: ArrayBuffer } | { readonly problems: readonly SavedProblem[] };

/**
 * One manifest for tables of the same fields, in any order, and time zone, whose rows follow one another. No column is read: those of a field, in this
 * order, are the columns of the joined table. `removedRows` are removed beside those that the manifests have removed: one bit a row of the
 * joined table, or of its beginning. Linear in chunks, fields and words of bits. Throws RangeError for no manifest at all.
 *
 *     // 1 % of the profiles have changed: a table of those alone is saved, and what they replace is removed.
 *     const replaced = Bitmap.ofRows(rowsOfIds(table, changedIds), table.rows);
 *     joinManifests([whole.manifest, changes.manifest], replaced.words);
 */
export function joinManifests(manifests: readonly unknown[], removedRows?: Int32Array): JoinedManifest {
	const read = readManifests(manifests);
	if ("problems" in read) return read;
	const [first, ...others] = read.manifests;
	const problems = others.flatMap((other) => differences(first, other));
	if (problems.length > 0) return { problems };
	const chunks = read.manifests.flatMap((manifest) => chunksInOrderOf(first.fields, manifest));
	return {
		manifest: writeManifest({
			timeZone: first.timeZone,
			fields: first.fields,
			chunks,
			quality: sumOfReports(read.manifests.map((manifest) => manifest.quality)),
			removedRows: joinedRemoved(read.manifests, rowsOf(chunks), removedRows),
		}),
	};
}

function differences(first: Manifest, other: Manifest): readonly SavedProblem[] {
	const zone = zoneProblem(first, other);
	if (zone) return [zone];
	const names = new Set([...first.fields, ...other.fields].map(({ name }) => name));
	return [...names].flatMap((field): SavedProblem[] => {
		const [a, b] = [first, other].map(({ fields }) => fields.find(({ name }) => name === field));
		if (a && b && isSameField(a, b)) return [];
		return [{ code: "other-catalogue", field, message: `"${field}" is not the same field in both tables. Build one of them again.` }];
	});
}

/** A chunk says by place which column is whose, and a catalogue's fields may have changed places since the first was saved. */
function chunksInOrderOf(fields: readonly FieldIdentity[], manifest: Manifest): readonly ChunkEntry[] {
	const places = fields.map(({ name }) => manifest.fields.findIndex((field) => field.name === name));
	return manifest.chunks.map(({ rows, columns }) => ({ rows, columns: places.map((place) => columns[place] as SavedColumnEntry) }));
}

function joinedRemoved(manifests: readonly Manifest[], rows: number, more: Int32Array | undefined): Int32Array | undefined {
	if (!more && manifests.every((manifest) => !manifest.removedRows)) return undefined;
	const bits = new Int32Array(wordsFor(rows));
	let at = 0;
	for (const { removedRows, chunks } of manifests) {
		const count = rowsOf(chunks);
		if (removedRows) copyBits(removedRows, 0, count, bits, at);
		at += count;
	}
	if (more) copyBits(more, 0, Math.min(rows, more.length * 32), bits, 0);
	return bits;
}

function sumOfReports(reports: readonly QualityReport[]): QualityReport {
	const fields = new Map<string, FieldQuality>();
	for (const field of reports.flatMap((report) => report.fields)) {
		const before = fields.get(field.field);
		fields.set(field.field, before ? sumOfFields(before, field) : field);
	}
	return {
		profiles: reports.reduce((sum, { profiles }) => sum + profiles, 0),
		notObjects: reports.reduce((sum, { notObjects }) => sum + notObjects, 0),
		fields: [...fields.values()],
	};
}

function sumOfFields(a: FieldQuality, b: FieldQuality): FieldQuality {
	const example = a.example ?? b.example;
	return {
		field: a.field,
		seen: a.seen + b.seen,
		missing: a.missing + b.missing,
		wrongType: a.wrongType + b.wrongType,
		droppedItems: a.droppedItems + b.droppedItems,
		...(example !== undefined && { example }),
	};
}
