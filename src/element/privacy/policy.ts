// One policy over everything that shows values: cells, completion, hover, charts, why, and exports.

export interface PrivacyPolicy {
	/** What is seen of fields with `x-pii-type`: nothing but that there is a value, or all. Default `"mask"`. */
	readonly personal: "mask" | "show";
	/** Counts of values from 1 up to one less than this are not told apart; default 1, which tells all. */
	readonly smallestCount: number;
}

export const defaultPolicy: PrivacyPolicy = { personal: "mask", smallestCount: 1 };

/** Whether values of a field may be seen. */
export const isShown = (field: { readonly pii?: string } | undefined, { personal }: PrivacyPolicy): boolean =>
	personal === "show" || field?.pii === undefined;
