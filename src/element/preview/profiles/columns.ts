// Which fields a list of profiles shows: who somebody is, and what the text reads, until a person chooses.
import { planFields } from "../../../columns/plan-fields.ts";
import type { Plan } from "../../../columns/plan.ts";
import type { Catalogue } from "../../../fields/catalogue.ts";
import type { Field } from "../../../fields/field.ts";
import { isShown, type PrivacyPolicy } from "../../privacy/policy.ts";

export interface ListColumn {
	readonly field: Field;
	/** Its values may not be seen: cells say so, and the source is not asked for them. */
	readonly isHidden: boolean;
}

/** Fields that the catalogue has no more are left out. */
export function columnsOf(
	catalogue: Catalogue,
	plan: Plan | undefined,
	chosen: readonly string[] | undefined,
	policy: PrivacyPolicy,
): readonly ListColumn[] {
	const names = chosen ?? [...new Set(["user_id", ...(plan ? planFields(plan) : [])])];
	return names.flatMap((name) => {
		const field = catalogue.field(name);
		return field ? [{ field, isHidden: !isShown(field, policy) }] : [];
	});
}

/** Names of the fields that a source is asked for, and searches. */
export const askedFields = (columns: readonly ListColumn[]): readonly string[] =>
	columns.filter(({ isHidden }) => !isHidden).map(({ field }) => field.name);

export const searchedFields = (columns: readonly ListColumn[]): readonly string[] =>
	columns.filter(({ isHidden, field }) => !isHidden && field.type === "text").map(({ field }) => field.name);
