// What the profiles of a refresh are: all there are, or those that changed.

export type RefreshMode = "replace" | "changes";

/** Throws RangeError for any other: a misspelt "changes" must not replace everybody. */
export function refuseUnknownMode(mode: RefreshMode): void {
	if (mode === "replace" || mode === "changes") return;
	throw new RangeError(`The mode of a refresh is "replace" or "changes", not "${String(mode)}".`);
}
