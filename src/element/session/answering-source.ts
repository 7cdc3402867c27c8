// What elements ask about profiles. `Profiles` of `segql/worker` answers all of it; a host can answer with something of its own.
import type { Plan } from "../../columns/plan.ts";
import type { QualityReport } from "../../fields/quality.ts";
import type { Distribution, DistributionOptions } from "../../preview/distribution.ts";
import type { Overlap, OverlapOptions } from "../../preview/overlap.ts";
import type { Page, PageOptions } from "../../preview/page.ts";
import type { Preview, PreviewOptions } from "../../preview/preview.ts";
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { VersionDifference } from "../../preview/version-difference.ts";

export interface Asked {
	readonly signal: AbortSignal;
	/** Always false: elements on one page must not cancel one another's questions. */
	readonly latest: boolean;
}

export interface AnsweringSource {
	preview(about: PreviewPlan, options: Omit<PreviewOptions, "isLoading">, asked: Asked): Promise<Answered<Preview>>;
	page(about: Plan, options: PageOptions, asked: Asked): Promise<Answered<Page>>;
	distribution(
		about: { readonly plan: Plan; readonly field: string },
		options: Omit<DistributionOptions, "isLoading">,
		asked: Asked,
	): Promise<Answered<Distribution>>;
	overlap(about: readonly PreviewPlan[], options: Omit<OverlapOptions, "isLoading">, asked: Asked): Promise<Answered<Overlap>>;
	versionDifference(
		about: { readonly before: Plan; readonly after: Plan },
		options: Record<string, never>,
		asked: Asked,
	): Promise<Answered<VersionDifference>>;
	/** What was wrong with the values of these fields. */
	quality(fields: readonly string[], asked: Asked): Promise<Answered<QualityReport>>;
	/** The profiles of rows as they came; undefined for those that are not kept. */
	raw(rows: readonly number[], options: { readonly revision?: string }): Promise<readonly unknown[]>;
	/** Calls `listener` when something happened to the profiles; `freshness` means that there are others. Returns what ends that. */
	subscribe?(listener: (event: { readonly kind: string }) => void): () => void;
}

export interface AnsweredFreshness {
	readonly kind: "complete" | "partial";
	readonly revision: string;
	/** Epoch milliseconds: the source had these profiles then. */
	readonly asOf: number;
	readonly profiles: number;
}

export type Answered<Value> =
	| { readonly kind: "done"; readonly value: Value; readonly freshness: AnsweredFreshness }
	| { readonly kind: "cancelled" }
	/** Why these profiles cannot answer. */
	| { readonly kind: "problems"; readonly problems: readonly { readonly message: string }[] }
	/** There are no profiles. */
	| { readonly kind: "nothing" };
