// Whether an id came before, while profiles stream by: for a bounded number of ids, because memory must not grow with the input, and by their
// fingerprints, because remembering the ids themselves takes several times the memory and twice the time.

/** 16 MB of fingerprints. */
export const defaultMaxIds = 1_000_000;
const firstSlots = 2 ** 10;

export class RepeatedIds {
	/** Profiles whose id an earlier one has. */
	count = 0;
	/** Whether every id was looked for; later ones than the first `maxIds` are compared with those only. */
	isComplete = true;
	readonly maxIds: number;
	readonly #fingerprint = fingerprinter();
	/** Two numbers a slot, 0 and 0 where it is free; at least half of the slots are. */
	#slots: Int32Array = new Int32Array(2 * firstSlots);
	#remembered = 0;

	constructor(maxIds: number = defaultMaxIds) {
		this.maxIds = maxIds;
	}

	/** Linear in the length of the id. Takes another id for this one once in 30 million runs over a million ids. */
	add(id: string): void {
		const [first, second] = this.#fingerprint(id);
		const at = slotOf(this.#slots, first, second);
		if (this.#slots[at] !== 0 || this.#slots[at + 1] !== 0) this.count++;
		else if (this.#remembered === this.maxIds) this.isComplete = false;
		else {
			this.#slots[at] = first;
			this.#slots[at + 1] = second;
			if (++this.#remembered * 4 > this.#slots.length) this.#slots = doubled(this.#slots);
		}
	}
}

/** Where the fingerprint is, or the free slot for it. */
function slotOf(slots: Int32Array, first: number, second: number): number {
	const last = slots.length - 1;
	let at = (first * 2) & last;
	while ((slots[at] !== first || slots[at + 1] !== second) && (slots[at] !== 0 || slots[at + 1] !== 0)) at = (at + 2) & last;
	return at;
}

function doubled(slots: Int32Array): Int32Array {
	const more = new Int32Array(slots.length * 2);
	for (let from = 0; from < slots.length; from += 2) {
		const [first, second] = [slots[from] as number, slots[from + 1] as number];
		if (first === 0 && second === 0) continue;
		const at = slotOf(more, first, second);
		more[at] = first;
		more[at + 1] = second;
	}
	return more;
}

/**
 * 64 bits of a text, as two signed numbers that are not both 0; other ones for each fingerprinter, so that nobody can make ids that fall together.
 * Source: FNV-1a and MurmurHash3, by UTF-16 units.
 */
function fingerprinter(): (text: string) => readonly [number, number] {
	const [seed = 0, otherSeed = 0] = crypto.getRandomValues(new Int32Array(2));
	return (text) => {
		let first = seed;
		let second = otherSeed;
		for (let at = 0; at < text.length; at++) {
			const unit = text.charCodeAt(at);
			first = Math.imul(first ^ unit, 0x01000193);
			const mixed = Math.imul(unit, 0xcc9e2d51);
			second ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
			second = (Math.imul((second << 13) | (second >>> 19), 5) + 0xe6546b64) | 0;
		}
		first = spread(first ^ text.length);
		second = spread(second ^ text.length);
		return [first, first === 0 && second === 0 ? 1 : second];
	};
}

/** Every bit of the result depends on every bit of the number. */
function spread(number: number): number {
	const half = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
	const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
	return most ^ (most >>> 16);
}
