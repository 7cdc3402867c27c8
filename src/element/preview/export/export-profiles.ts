// All profiles of a list as a file: page after page, what the policy hides left out.
import type { Plan } from "../../../columns/plan.ts";
import type { Field } from "../../../fields/field.ts";
import type { PageProfile } from "../../../preview/page.ts";
import type { PrivacyPolicy } from "../../privacy/policy.ts";
import { shownValue } from "../../privacy/shown-value.ts";
import type { AnsweringSource } from "../../session/answering-source.ts";
import { nestedValue } from "../../../fields/nested-value.ts";
import { plainValue } from "./plain-value.ts";

export type ExportFormat = "csv" | "ndjson";

export interface ExportGiven {
	readonly source: AnsweringSource;
	readonly plan: Plan;
	/** None of them hidden as a whole. */
	readonly fields: readonly Field[];
	readonly policy: PrivacyPolicy;
	readonly format: ExportFormat;
	/** Profiles at most. */
	readonly limit: number;
	readonly signal: AbortSignal;
	onProgress(done: number, total: number): void;
}

export type Exported =
	| { readonly kind: "done"; readonly blob: Blob; readonly rows: number; readonly isLimited: boolean }
	| { readonly kind: "cancelled" }
	/** There were others before the last page was written. */
	| { readonly kind: "changed" }
	| { readonly kind: "failed"; readonly message: string | undefined };

/** Few enough to be made in one go, and enough that a million need no thousand questions. */
const rowsPerPage = 2_000;

/** Rejects with what the source rejects with. Linear in the profiles that are written. */
export async function exportProfiles({ source, plan, fields, policy, format, limit, signal, onProgress }: ExportGiven): Promise<Exported> {
	const names = fields.map(({ name }) => name);
	const lines = await linesOf(format, fields, policy);
	const parts: string[] = [lines.head];
	let revision: string | undefined;
	for (let offset = 0; ; ) {
		const answer = await source.page(
			plan,
			{ offset, limit: Math.min(rowsPerPage, limit - offset), fields: names },
			{ signal, latest: false },
		);
		if (signal.aborted || answer.kind === "cancelled") return { kind: "cancelled" };
		if (answer.kind === "nothing") return { kind: "changed" };
		if (answer.kind === "problems") return { kind: "failed", message: answer.problems[0]?.message };
		if (revision !== undefined && answer.freshness.revision !== revision) return { kind: "changed" };
		revision = answer.freshness.revision;
		const { profiles, total } = answer.value;
		parts.push(lines.of(profiles));
		offset += profiles.length;
		const wanted = Math.min(total, limit);
		onProgress(offset, wanted);
		if (offset >= wanted || profiles.length === 0) {
			return { kind: "done", blob: new Blob(parts, { type: lines.type }), rows: offset, isLimited: total > limit };
		}
	}
}

interface Lines {
	readonly type: string;
	readonly head: string;
	of(profiles: readonly PageProfile[]): string;
}

async function linesOf(format: ExportFormat, fields: readonly Field[], policy: PrivacyPolicy): Promise<Lines> {
	const value = (record: unknown, field: Field): unknown => shownValue(plainValue(nestedValue(record, field.name), field), field, policy);
	if (format === "ndjson") {
		const line = ({ record }: PageProfile): string =>
			`${JSON.stringify(Object.fromEntries(fields.map((field) => [field.name, value(record, field)])))}\n`;
		return { type: "application/x-ndjson", head: "", of: (profiles) => profiles.map(line).join("") };
	}
	const { csvText } = await import("../../../formats/csv-text.ts");
	const cell = (of: unknown): string | number | boolean | undefined =>
		typeof of === "object" && of !== null ? JSON.stringify(of) : (of as string | number | boolean | undefined);
	return {
		type: "text/csv;charset=utf-8",
		// Spreadsheets take a file without the mark for one in an old code page.
		head: `\uFEFF${csvText([fields.map(({ name }) => name)])}`,
		of: (profiles) => csvText(profiles.map(({ record }) => fields.map((field) => cell(value(record, field))))),
	};
}
