// `Retry-After` (RFC 9110 §10.2.3): seconds, or a date in one of three forms (§5.6.7), of which that of asctime() names no zone and means GMT.

/** Milliseconds from now; undefined when there is none that can be read. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
	if (header === null) return undefined;
	if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
	// Date.parse reads much that is no date of HTTP: "-5" is a month of 2001 to V8.
	const at = /^[A-Za-z]{3,9},? /.test(header) ? Date.parse(header.endsWith("GMT") ? header : `${header} GMT`) : Number.NaN;
	return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
