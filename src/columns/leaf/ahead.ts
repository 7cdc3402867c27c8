// What conditions need of rows before they are asked of them: indexes of texts and derived parts, which are made when they are first needed.
// Made in small pieces with a pause after each, since making them takes many times longer than asking.
import type { Offsets } from "../column/list-column.ts";
import type { PlainText } from "../column/plain-text.ts";
import type { Steps } from "../run.ts";

/** Made row by row, and kept. */
export interface Made {
	/** Rows that are there. */
	readonly length: number;
	/** Makes sure that the rows before `row` are there; false where no more are made. */
	extend(row: number): boolean;
}

/** Pieces are small at first and double: loops that run for the first time are slow until they are compiled. */
export const firstPieceRows = 256;
/** Under two milliseconds of the slowest. */
export const mostPieceRows = 2_048;
/** A piece has at most this for each of its rows, so that long texts are made in shorter pieces; a row is never divided. */
export const pieceBytesPerRow = 32;

interface Wanted {
	readonly made: Made;
	/** What it is made from, where that is text. */
	readonly text: PlainText | undefined;
	/** How many rows of it the first rows of the table need. */
	readonly rowsFor: (rows: number) => number;
	pieceRows: number;
}

export class Ahead {
	/** In the order in which they are made: some are made from others. Shared with those of elements. */
	private readonly wanted: Wanted[];
	private readonly rowsFor: (rows: number) => number;

	constructor(wanted: Wanted[] = [], rowsFor: (rows: number) => number = (rows) => rows) {
		this.wanted = wanted;
		this.rowsFor = rowsFor;
	}

	add(made: Made, text?: PlainText): void {
		this.wanted.push({ made, text, rowsFor: this.rowsFor, pieceRows: firstPieceRows });
	}

	/** For what is made of the elements of a collection in this scope. */
	ofElements(offsets: Offsets): Ahead {
		return new Ahead(this.wanted, (rows) => offsets.values[this.rowsFor(rows)] as number);
	}

	/** Makes what is wanted of the rows before `row`. Whoever stops in between leaves what has been made to the next one who asks. */
	*upTo(row: number): Steps<void> {
		for (const wanted of this.wanted) yield* makeUpTo(wanted, row);
	}
}

function* makeUpTo(wanted: Wanted, row: number): Steps<void> {
	const { made, text } = wanted;
	const to = wanted.rowsFor(row);
	while (made.length < to) {
		const { pieceRows } = wanted;
		const end = Math.min(to, made.length + pieceRows);
		if (!made.extend(text ? text.rowWithin(made.length, end, pieceRows * pieceBytesPerRow) : end)) return;
		wanted.pieceRows = Math.min(pieceRows * 2, mostPieceRows);
		yield;
	}
}
