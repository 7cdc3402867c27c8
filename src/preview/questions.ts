// What can be asked about the profiles of a table, whoever holds it: a row for each question, with the columns that it needs. A new question is
// one more row.
import type { Plan } from "../columns/plan.ts";
import { planFields } from "../columns/plan-fields.ts";
import { type PlanProblem, planProblems } from "../columns/plan-problems.ts";
import type { Steps } from "../columns/steps.ts";
import type { FieldQuality, QualityReport } from "../fields/quality.ts";
import type { Table } from "../columns/table.ts";
import { type Distribution, type DistributionOptions, distribution } from "./distribution.ts";
import { type Overlap, type OverlapOptions, overlap } from "./overlap.ts";
import { type Page, type PageOptions, page } from "./page.ts";
import type { AnswerOptions } from "./leaf-answers.ts";
import { type Preview, type PreviewOptions, preview } from "./preview.ts";
import type { PreviewPlan } from "./preview-plan.ts";
import { type VersionDifference, versionDifference } from "./version-difference.ts";

interface Question<About, Options, Value> {
	plans(about: About): readonly Plan[];
	/** Columns beyond those of the plans. */
	fields(about: About, options: Options): readonly string[];
	steps(table: Table, about: About, options: Options): Steps<Value>;
}

const question = <About, Options extends object, Value>(row: Question<About, Options, Value>): Question<About, Options, Value> => row;

/** `isLoading` is for whoever holds the table to say. */
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
		// A collection is a column as a whole.
		fields: ({ field }, { within = [] }) => [within[0] ?? field],
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

/** Any row of the table of questions. */
interface AnyQuestion {
	plans(about: unknown): readonly Plan[];
	fields(about: unknown, options: object): readonly string[];
	steps(table: Table, about: unknown, options: object): Steps<unknown>;
}

/** A question as it is asked, of whatever table comes. */
export interface AskedQuestion {
	readonly plans: readonly Plan[];
	/** All columns that it needs. */
	readonly columns: readonly string[];
	/** Why the table cannot answer; none when it can. */
	problems(table: Table): readonly PlanProblem[];
	/** `isLoading` as in `Loading`. */
	steps(table: Table, isLoading: boolean): Steps<unknown>;
}

/** Throws RangeError for a question that there is not: its name may have come from elsewhere. */
export function askedQuestion(name: string, about: unknown, options: object): AskedQuestion {
	if (!Object.hasOwn(questions, name)) throw new RangeError(`There is no question "${String(name)}".`);
	const asked = questions[name as QuestionName] as AnyQuestion;
	const plans = asked.plans(about);
	const wanted = asked.fields(about, options);
	return {
		plans,
		columns: [...new Set(["user_id", ...plans.flatMap(planFields), ...wanted])],
		problems: (table) => problemsOf(table, plans, wanted),
		steps: (table, isLoading) => asked.steps(table, about, { ...options, isLoading }),
	};
}

function problemsOf(table: Table, plans: readonly Plan[], wanted: readonly string[]): readonly PlanProblem[] {
	const ofPlans = plans.flatMap((plan) => planProblems(table, plan));
	const told = new Set(ofPlans.map(({ field }) => field));
	const ofFields = wanted
		.filter((name) => !table.frame.members.has(name) && !told.has(name))
		.map((field): PlanProblem => ({ code: "missing-column", field, message: `The table has no column for "${field}".` }));
	return [...ofPlans, ...ofFields];
}

export type Questions = typeof questions;
export type QuestionName = keyof Questions;
export type About<Name extends QuestionName> = Parameters<Questions[Name]["plans"]>[0];
export type OptionsOf<Name extends QuestionName> = Parameters<Questions[Name]["steps"]>[2];
export type ValueOf<Name extends QuestionName> = ReturnType<Questions[Name]["steps"]> extends Steps<infer Value> ? Value : never;
