// One policy over everything that shows values: cells, search, completion, hover, charts, why, and exports. Pure functions of a field or of a count:
// who shows something asks here, and shows nothing that is not allowed.

export interface PrivacyPolicy {
	/** What is seen of fields with `x-pii-type`: nothing but that they exist, or all. Default `"mask"`. */
	readonly personal: "mask" | "show";
	/** Names of personal fields that may be seen all the same, such as `user_id`, or `orders.address` in a collection. Default none. */
	readonly shownFields: readonly string[];
	/**
	 * Counts from 1 up to one less than this are not told apart; default 1, which tells all. It keeps small groups out of sight; it is no protection
	 * against somebody who counts two groups and takes the difference.
	 */
	readonly smallestCount: number;
}

export const defaultPolicy: PrivacyPolicy = { personal: "mask", shownFields: [], smallestCount: 1 };

/** What the policy needs to know of a field: a `Field` of the catalogue is one. */
export interface PolicyField {
	readonly name: string;
	readonly pii?: string;
	/** Of a collection's elements. */
	readonly fields?: readonly PolicyField[];
}

/**
 * Whether values of a field may be seen. `collection` is the name of the one that the field is in. A field that nobody knows has no value to see.
 *
 *     isShown({ name: "email", pii: "EMAIL" }, defaultPolicy); // -> false
 */
export const isShown = (field: PolicyField | undefined, { personal, shownFields }: PrivacyPolicy, collection?: string): boolean =>
	personal === "show" ||
	field?.pii === undefined ||
	shownFields.includes(collection === undefined ? field.name : `${collection}.${field.name}`);

/** A count as it may be told: itself, or only that there are some, fewer than `than`. */
export type ShownCount = { readonly kind: "count"; readonly count: number } | { readonly kind: "fewer"; readonly than: number };

/** Nobody is told as 0. */
export const shownCount = (count: number, { smallestCount }: Pick<PrivacyPolicy, "smallestCount">): ShownCount =>
	count > 0 && count < smallestCount ? { kind: "fewer", than: smallestCount } : { kind: "count", count };

/** Whether the profiles of a group may be listed one by one: a list says how many there are. */
export const mayBeListed = (count: number, policy: Pick<PrivacyPolicy, "smallestCount">): boolean =>
	shownCount(count, policy).kind === "count";

/** How long a bar may be: the same for all counts that are not told apart. */
export const drawnCount = (count: number, policy: Pick<PrivacyPolicy, "smallestCount">): number =>
	mayBeListed(count, policy) ? count : (policy.smallestCount - 1) / 2;
