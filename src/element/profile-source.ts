// Where an element counts: rows that it goes through itself, or profiles that answer questions, such as those of `segql/worker`.
import type { QualityReport } from "../fields/quality.ts";
import type { Preview } from "../preview/preview.ts";
import type { PreviewPlan } from "../preview/preview-plan.ts";

export type ProfileSource = RowSource | AnsweringSource;

export interface RowSource {
	countProfiles(): Promise<number>;
	/** Some at a time, in a stable order. */
	profiles(): AsyncIterable<readonly unknown[]>;
}

export interface AnsweringSource {
	preview(about: PreviewPlan, options: { readonly limit: number }, asked: { readonly signal: AbortSignal }): Promise<AnsweredPreview>;
	/** What was wrong with the values of these fields. */
	quality?(fields: readonly string[], asked: { readonly signal: AbortSignal }): Promise<AnsweredQuality>;
	/** Calls `listener` when there are other profiles; returns what ends that. */
	subscribe?(listener: (event: { readonly kind: string }) => void): () => void;
}

export type AnsweredPreview =
	| { readonly kind: "done"; readonly value: Preview; readonly freshness: { readonly kind: string; readonly asOf: number } }
	| { readonly kind: "cancelled" }
	/** Why these profiles cannot answer. */
	| { readonly kind: "problems"; readonly problems: readonly { readonly message: string }[] }
	/** There are no profiles. */
	| { readonly kind: "nothing" };

export type AnsweredQuality =
	| { readonly kind: "done"; readonly value: QualityReport }
	| { readonly kind: "cancelled" | "problems" | "nothing" };

export const answersItself = (source: ProfileSource): source is AnsweringSource => "preview" in source;
