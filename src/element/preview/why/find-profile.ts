// Looking for one profile among everyone, inside and outside of the segment: by its user_id, or by where it stands in a list.
import type { Plan } from "../../../columns/plan.ts";
import { PlanLeaves } from "../../../columns/to-plan.ts";
import { planFinding } from "../../../preview/search.ts";
import type { AnsweredFreshness, AnsweringSource, Asked } from "../../session/answering-source.ts";
import { nestedValue } from "../../../fields/nested-value.ts";

/** Where a profile is in a list of the source. */
export interface ListPlace {
	readonly plan: Plan;
	readonly offset: number;
}

/** A profile as it came, or where that is not kept, what the columns hold of it; `userId` where the fields that were asked for have it. */
export type FoundProfile =
	| { readonly kind: "raw"; readonly profile: unknown; readonly userId: unknown }
	| { readonly kind: "record"; readonly record: unknown; readonly place: ListPlace; readonly userId: unknown }
	| { readonly kind: "not-found"; readonly similar: readonly string[] }
	/** Where it was, somebody else may be by now. */
	| { readonly kind: "changed" };

const everyone = (timeZone: string): Plan => ({ timeZone, root: { kind: "constant", value: true }, leaves: [] });

function withUserId(userId: string, timeZone: string): Plan {
	const leaves = new PlanLeaves();
	const left = { kind: "field", name: "user_id", scope: "profile", type: "text" } as const;
	const leaf = leaves.indexOf({ kind: "compare", operator: "=", left, right: { kind: "constant", value: userId } });
	return { timeZone, root: { kind: "leaf", leaf }, leaves: leaves.all };
}

export interface Finding {
	readonly source: AnsweringSource;
	/** Of the text: a record must hold these. */
	readonly fields: readonly string[];
	readonly asked: Asked;
}

/** What a source answers when it does not: as an answer of its own. */
type Unanswered = Exclude<Awaited<ReturnType<AnsweringSource["page"]>>, { readonly kind: "done" }>;
export type Found = { readonly kind: "done"; readonly value: FoundProfile; readonly freshness: AnsweredFreshness } | Unanswered;

const mostSimilar = 8;

/** `maySuggest`: whether other users' ids may be seen. */
export async function findByUserId(userId: string, timeZone: string, maySuggest: boolean, finding: Finding): Promise<Found> {
	const plan = withUserId(userId, timeZone);
	const found = await findAt({ plan, offset: 0 }, undefined, finding);
	if (found.kind !== "done" || found.value.kind !== "not-found" || !maySuggest) return found;
	const { source, asked } = finding;
	const like = planFinding(everyone(timeZone), userId, ["user_id"]);
	const page = await source.page(like, { offset: 0, limit: mostSimilar, fields: ["user_id"] }, asked);
	if (page.kind !== "done") return page;
	const similar = page.value.profiles.map(({ record }) => String(nestedValue(record, "user_id")));
	return { kind: "done", value: { kind: "not-found", similar }, freshness: page.freshness };
}

/** `revision` is that of the list which has shown somebody there. */
export async function findAt(place: ListPlace, revision: string | undefined, { source, fields, asked }: Finding): Promise<Found> {
	const page = await source.page(place.plan, { offset: place.offset, limit: 1, fields }, asked);
	if (page.kind !== "done") return page;
	const { freshness } = page;
	const [first] = page.value.profiles;
	const row = first?.row;
	if (revision !== undefined && revision !== freshness.revision) return { kind: "done", value: { kind: "changed" }, freshness };
	if (row === undefined) return { kind: "done", value: { kind: "not-found", similar: [] }, freshness };
	const [profile] = await source.raw([row], { revision: freshness.revision });
	const userId = nestedValue(first?.record, "user_id");
	if (profile !== undefined) return { kind: "done", value: { kind: "raw", profile, userId }, freshness };
	return { kind: "done", value: { kind: "record", record: first?.record, place, userId }, freshness };
}
