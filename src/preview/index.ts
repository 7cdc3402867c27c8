// The entry `segql/preview`: what a segment finds in a table, in steps. It takes plans and tables, so it needs neither parser nor checker and
// fits a worker; `toPreviewPlan`, which needs them, is in `segql`.
export { toEnd } from "../columns/steps.ts";
export { type Basis, type Loading, type State, stateOf } from "./basis.ts";
export { type Distribution, type DistributionOptions, distribution } from "./distribution.ts";
export { type Estimate, type EstimateOptions, estimate } from "./estimate.ts";
export type { Histogram, HistogramOptions } from "./histogram.ts";
export { inSlices, type Outcome, type Slicing } from "./in-slices.ts";
export { type Ask, latestWins } from "./latest.ts";
export type { AnswerOptions } from "./leaf-answers.ts";
export type { Counts } from "./membership.ts";
export { type Overlap, type OverlapOptions, overlap, type Region } from "./overlap.ts";
export { type Page, type PageOptions, type PageProfile, page } from "./page.ts";
export { type CountedCondition, type CountedStep, type Preview, type PreviewOptions, preview } from "./preview.ts";
export type { PreviewCondition, PreviewPlan } from "./preview-plan.ts";
export type { TopOptions, TopValues } from "./top-values.ts";
export type { TruthCounts } from "./truth-counts.ts";
export { type Change, changePlan } from "./change-plan.ts";
export { type VersionDifference, versionDifference } from "./version-difference.ts";
