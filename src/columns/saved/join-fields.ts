// Fields of one table that were saved apart as one table: whoever loads, compacts and saves a field at a time never holds more than that one.
import type { FieldQuality, QualityReport } from "../../fields/quality.ts";
import type { FieldIdentity } from "./field-identity.ts";
import type { JoinedManifest } from "./join-manifests.ts";
import { type Manifest, writeManifest } from "./manifest.ts";
import type { SavedProblem } from "./problems.ts";
import { readManifests, zoneProblem } from "./read-manifests.ts";

/**
 * One manifest for tables of the same rows in the same chunks, each with other fields. No column is read: those of all fields are the columns
 * of the joined table, whose fields are in the order of the manifests. Of each field the quality is what the manifest with its column says.
 * Linear in chunks and fields. Throws RangeError for no manifest at all.
 *
 *     // A saved table without its removed rows, a field at a time:
 *     for (const field of fields) {
 *       const { table } = loadTable({ manifest, columns: columnsOf(field) }, catalogue, { timeZone, fields: [field] });
 *       store(saveTable(table, { chunkRows: 65_536, dropRemoved: true }));
 *     }
 *     joinFields(stored.map(({ manifest }) => manifest)); // -> { manifest: ArrayBuffer }
 */
export function joinFields(manifests: readonly unknown[]): JoinedManifest {
	const read = readManifests(manifests);
	if ("problems" in read) return read;
	const [first, ...others] = read.manifests;
	const problems = others.flatMap((other, index) => zoneProblem(first, other) ?? rowsProblem(first, other, index + 2) ?? []);
	problems.push(...fieldProblems(read.manifests));
	if (problems.length > 0) return { problems };
	const { timeZone, removedRows } = first;
	const chunks = first.chunks.map(({ rows }, index) => ({
		rows,
		columns: read.manifests.flatMap((manifest) => manifest.chunks[index]?.columns ?? []),
	}));
	const fields = read.manifests.flatMap((manifest) => manifest.fields);
	return { manifest: writeManifest({ timeZone, fields, chunks, quality: qualityOf(read.manifests), removedRows }) };
}

function rowsProblem(first: Manifest, other: Manifest, number: number): SavedProblem | undefined {
	if (isOfSameRows(first, other)) return undefined;
	return {
		code: "wrong-column",
		message: `Manifest ${number} is of other rows or chunks than the first. Save all fields of one table in chunks of one size.`,
	};
}

const isOfSameRows = (a: Manifest, b: Manifest): boolean =>
	a.quality.profiles === b.quality.profiles &&
	a.quality.notObjects === b.quality.notObjects &&
	isSameList(
		a.chunks.map(({ rows }) => rows),
		b.chunks.map(({ rows }) => rows),
	) &&
	isSameList(a.removedRows ?? [], b.removedRows ?? []);

const isSameList = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
	a.length === b.length && Array.prototype.every.call(a, (value, index) => value === b[index]);

function fieldProblems(manifests: readonly Manifest[]): readonly SavedProblem[] {
	const names = manifests.flatMap(({ fields }) => fields.map(({ name }) => name));
	return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map((field) => ({
		code: "wrong-column",
		field,
		message: `"${field}" was saved more than once. Join one manifest for each field.`,
	}));
}

function qualityOf(manifests: readonly [Manifest, ...Manifest[]]): QualityReport {
	const [{ quality }] = manifests;
	const all = manifests.flatMap((manifest) => manifest.quality.fields);
	const found = new Map<string, FieldQuality>(all.map((field) => [field.field, field]));
	for (const { fields, quality: own } of manifests) {
		const names = new Set(fields.flatMap((field) => namesIn(field, "")));
		for (const field of own.fields) if (names.has(field.field)) found.set(field.field, field);
	}
	return { profiles: quality.profiles, notObjects: quality.notObjects, fields: [...found.values()] };
}

/** Full names of a field and of those inside. */
const namesIn = ({ name, fields = [] }: FieldIdentity, prefix: string): readonly string[] => [
	`${prefix}${name}`,
	...fields.flatMap((field) => namesIn(field, `${prefix}${name}.`)),
];
