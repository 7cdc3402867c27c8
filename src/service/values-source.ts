// Where completion learns which values a field has: the data that a host keeps, or none.

export interface ValueCount {
	readonly value: string | number | boolean;
	/** How many profiles have it: of a collection's field, in one of its elements at least. */
	readonly count: number;
}

/** The values that profiles have. What the catalogue marks as personal is never asked for. */
export interface ValuesSource {
	/**
	 * Values of a field, the most frequent first; a few hundred are plenty. `field` is its full name in a record: `country`, or `orders.status`
	 * for a field of a collection's elements. `prefix` is what the author has typed of the value; a source that holds many can use it to choose,
	 * and one that holds few can ignore it. A promise may take its time: completion answers without it first.
	 */
	topValues(field: string, prefix: string): readonly ValueCount[] | Promise<readonly ValueCount[]>;
}
