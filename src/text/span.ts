// Where something stands in a text. The whole project counts as editors and JavaScript do: UTF-16 units, half-open.

/** A half-open stretch of a text: `from` is the first UTF-16 unit, `to` the one after the last. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

export const span = (from: number, to: number): Span => ({ from, to });

/** The smallest span that holds both. */
export const join = (a: Span, b: Span): Span => ({
	from: Math.min(a.from, b.from),
	to: Math.max(a.to, b.to),
});
