// Which places of a combination are counted, so that one place is counted once however many answers show it.

/** Reads one count from all counts. */
export type ReadCount = (counts: readonly number[]) => number;

export class Counting {
	readonly places: number[] = [];
	private readonly indexes = new Map<number, number>();

	of(place: number): ReadCount {
		let index = this.indexes.get(place);
		if (index === undefined) {
			index = this.places.push(place) - 1;
			this.indexes.set(place, index);
		}
		const at = index;
		return (counts) => counts[at] as number;
	}
}
