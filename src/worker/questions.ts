// What can be asked about the kept profiles: a row for each question, with the columns that it needs. A new question is one more row.
import type { Plan } from "../columns/plan.ts";
import { planFields } from "../columns/plan-fields.ts";
import type { Steps } from "../columns/steps.ts";
import type { FieldQuality, QualityReport } from "../fields/quality.ts";
import type { Table } from "../columns/table.ts";
import { type Distribution, type DistributionOptions, distribution } from "../preview/distribution.ts";
import { type Overlap, type OverlapOptions, overlap } from "../preview/overlap.ts";
import { type Page, type PageOptions, page } from "../preview/page.ts";
import type { AnswerOptions } from "../preview/leaf-answers.ts";
import { type Preview, type PreviewOptions, preview } from "../preview/preview.ts";
import type { PreviewPlan } from "../preview/preview-plan.ts";
import { type VersionDifference, versionDifference } from "../preview/version-difference.ts";

interface Question<About, Options, Value> {
	plans(about: About): readonly Plan[];
	/** Columns beyond those of the plans. */
	fields(about: About, options: Options): readonly string[];
	steps(table: Table, about: About, options: Options): Steps<Value>;
}

const question = <About, Options extends object, Value>(row: Question<About, Options, Value>): Question<About, Options, Value> => row;

/** `isLoading` is for the store to say. */
type Asked<Options> = Omit<Options, "isLoading">;

/** Who somebody is, and what the conditions ask of him: all columns would have to be loaded to show them all. */
const shownFields = (plan: Plan, fields: readonly string[] | undefined): readonly string[] =>
	fields ?? [...new Set(["user_id", ...planFields(plan)])];

export const questions = {
	/** Shows by default `user_id` and the fields that the plan reads. */
	preview: question<PreviewPlan, Asked<PreviewOptions>, Preview>({
		plans: ({ plan }) => [plan],
		fields: (_, { fields }) => fields ?? [],
		steps: (table, about, options) => preview(table, about, { ...options, fields: kept(table, shownFields(about.plan, options.fields)) }),
	}),
	/** Shows by default, and searches, `user_id` and the fields that the plan reads. */
	page: question<Plan, PageOptions, Page>({
		plans: (plan) => [plan],
		fields: (_, { fields }) => fields ?? [],
		steps: (table, plan, options) => page(table, plan, { ...options, fields: kept(table, shownFields(plan, options.fields)) }),
	}),
	distribution: question<{ readonly plan: Plan; readonly field: string }, Asked<DistributionOptions>, Distribution>({
		plans: ({ plan }) => [plan],
		fields: ({ field }) => [field],
		steps: (table, { plan, field }, options) => distribution(table, plan, field, options),
	}),
	overlap: question<readonly PreviewPlan[], Asked<OverlapOptions>, Overlap>({
		plans: (plans) => plans.map(({ plan }) => plan),
		fields: () => [],
		steps: (table, plans, options) => overlap(table, plans, options),
	}),
	versionDifference: question<{ readonly before: Plan; readonly after: Plan }, AnswerOptions, VersionDifference>({
		plans: ({ before, after }) => [before, after],
		fields: () => [],
		steps: (table, { before, after }, options) => versionDifference(table, before, after, options),
	}),
	/** What was wrong with the values of these fields, in all profiles since they were last fetched whole. */
	quality: question<readonly string[], object, QualityReport>({
		plans: () => [],
		fields: () => [],
		*steps({ quality }, names) {
			const isAsked = ({ field }: FieldQuality): boolean => names.some((name) => field === name || field.startsWith(`${name}.`));
			return { ...quality, fields: quality.fields.filter(isAsked) };
		},
	}),
} as const;

/** `user_id` may be left out of what is kept. */
const kept = (table: Table, names: readonly string[]): readonly string[] => names.filter((name) => table.frame.members.has(name));

export type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type About<Name extends QuestionName> = Parameters<Questions[Name]["plans"]>[0];
export type OptionsOf<Name extends QuestionName> = Parameters<Questions[Name]["steps"]>[2];
export type ValueOf<Name extends QuestionName> = ReturnType<Questions[Name]["steps"]> extends Steps<infer Value> ? Value : never;
