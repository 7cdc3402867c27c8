// How much room is missing when the browser's storage is full.

/**
 * Bytes that would have been needed beyond what there is; undefined where the browser does not tell. `written` bytes are there already, for a
 * `share` of the whole that is 0 to 1, where that is known.
 */
export async function missingBytes(written: number, share: number | undefined): Promise<number | undefined> {
	const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => undefined);
	if (estimate?.quota === undefined || estimate.usage === undefined) return undefined;
	const whole = share && share > 0 ? written / share : written * 2;
	return Math.max(1, Math.ceil(whole - written - Math.max(0, estimate.quota - estimate.usage)));
}
