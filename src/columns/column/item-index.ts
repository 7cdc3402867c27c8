// Which rows have an item, for lists of text: a test of a list then costs what it finds, and not what there is. Blocks of rows are indexed
// one by one when they are first asked about and complete; rows are never changed in place, so an index stays true.
import type { CodedText } from "./coded-text.ts";
import type { Offsets } from "./list-column.ts";

/** Rows of a block: 16 bits count them, and one is made in a few milliseconds. */
export const blockRows = 16_384;
/** A block's table of items has a place for each: with more, lists are scanned. */
export const maxIndexedItems = 4_096;

interface Stretch {
	readonly from: number;
	readonly to: number;
}

interface Block {
	/** The rows of item c are from `starts[c]` to `starts[c + 1]`. */
	readonly starts: Int32Array;
	/** Counted from the block's first, in order. */
	readonly rows: Uint16Array;
}

export class ItemIndex {
	private readonly offsets: Offsets;
	private readonly items: CodedText;
	private readonly blocks: (Block | undefined)[] = [];

	constructor(offsets: Offsets, items: CodedText) {
		this.offsets = offsets;
		this.items = items;
	}

	get bytes(): number {
		return this.blocks.reduce((sum, block) => sum + (block ? block.starts.byteLength + block.rows.byteLength : 0), 0);
	}

	/** Sets a bit for each row of the stretch that has one of the items; false, with any bits, where there is no index. */
	mark(codes: readonly number[], from: number, to: number, bits: Int32Array, word: number): boolean {
		for (let at = from; at < to; ) {
			const first = at - (at % blockRows);
			const end = Math.min(to, first + blockRows);
			const block = this.blockAt(first);
			if (!block) return false;
			markIn(block, codes, { from: at - first, to: end - first }, bits, word + ((at - from) >>> 5));
			at = end;
		}
		return true;
	}

	private blockAt(first: number): Block | undefined {
		const number = first / blockRows;
		const isIndexed = this.offsets.length >= first + blockRows && this.items.distinct <= maxIndexedItems;
		if (isIndexed) this.blocks[number] ??= this.blockFrom(first);
		return this.blocks[number];
	}

	/** Counting sort by item. */
	private blockFrom(first: number): Block {
		const { values } = this.offsets;
		const { codes, distinct } = this.items;
		const from = values[first] as number;
		const to = values[first + blockRows] as number;
		const starts = new Int32Array(distinct + 2);
		for (let item = from; item < to; item++) starts[(codes[item] as number) + 1] = (starts[(codes[item] as number) + 1] as number) + 1;
		for (let code = 1; code < starts.length; code++) starts[code] = (starts[code] as number) + (starts[code - 1] as number);
		const next = starts.slice();
		const rows = new Uint16Array(to - from);
		for (let row = 0, item = from; row < blockRows; row++) {
			for (const end = values[first + row + 1] as number; item < end; item++) {
				const place = next[codes[item] as number] as number;
				rows[place] = row;
				next[codes[item] as number] = place + 1;
			}
		}
		return { starts, rows };
	}
}

/** The stretch is counted from the block's first row. */
function markIn({ starts, rows }: Block, codes: readonly number[], stretch: Stretch, bits: Int32Array, word: number): void {
	for (const code of codes) {
		// An item that came later is not in this block.
		if (code + 1 >= starts.length) continue;
		const end = starts[code + 1] as number;
		for (let index = firstAtLeast(rows, starts[code] as number, end, stretch.from); index < end; index++) {
			const row = (rows[index] as number) - stretch.from;
			if (row >= stretch.to - stretch.from) break;
			bits[word + (row >>> 5)] = (bits[word + (row >>> 5)] as number) | (1 << (row & 31));
		}
	}
}

function firstAtLeast(rows: Uint16Array, from: number, to: number, wanted: number): number {
	let low = from;
	let high = to;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((rows[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}
