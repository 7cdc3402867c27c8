// Trees compared by what they mean: spans left out, and comments that hold nothing.

export function withoutSpans(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutSpans);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).filter(([key]) => !/^(?:span|nameSpan|operatorSpan|quantifierSpan)$/.test(key));
	return Object.fromEntries(entries.map(([key, inner]) => [key, withoutSpans(inner)]));
}
