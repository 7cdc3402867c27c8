// What conditions need of rows before they are asked of them: indexes of texts and derived parts, which are made when they are first needed.
// Made in small pieces with a pause after each, since making them takes many times longer than asking.
import type { CodedText } from "../column/coded-text.ts";
import type { Offsets } from "../column/list-column.ts";
import type { Steps } from "../steps.ts";

/** Made row by row, or text by text of a dictionary, and kept. */
export interface Made {
	/** How many are there. */
	readonly length: number;
	/** Makes sure that the first `count` are there; false where no more are made. */
	extend(count: number): boolean;
}

/** Texts that something is made from. */
interface Texts {
	/** As many of the texts `from` to `to` as have no more than that many bytes together, but one at least: the one after them. */
	endWithin(from: number, to: number, bytes: number): number;
}

/** Pieces are small at first and double: loops that run for the first time are slow until they are compiled. */
export const firstPieceRows = 256;
/** Under two milliseconds of the slowest. */
export const mostPieceRows = 2_048;
/** A piece has at most as many bytes for each of its rows, so that long texts are made in shorter pieces; a text is never divided. */
export const pieceBytesPerRow = 32;

interface Wanted {
	readonly made: Made;
	/** What it is made from, where that is text. */
	readonly texts: Texts | undefined;
	/** How many of it the first rows of the table need. */
	readonly countFor: (rows: number) => number;
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

	/** What is made for each row of this scope, in order. */
	add(made: Made, texts?: Texts): void {
		this.wanted.push({ made, texts, countFor: this.rowsFor, pieceRows: firstPieceRows });
	}

	/** What is made for each text of a dictionary. */
	addTexts(made: Made, coded: CodedText): void {
		this.wanted.push({ made, texts: coded, countFor: () => coded.distinct, pieceRows: firstPieceRows });
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
	const { made, texts } = wanted;
	const to = wanted.countFor(row);
	while (made.length < to) {
		const { pieceRows } = wanted;
		const end = Math.min(to, made.length + pieceRows);
		if (!made.extend(texts ? texts.endWithin(made.length, end, pieceRows * pieceBytesPerRow) : end)) return;
		wanted.pieceRows = Math.min(pieceRows * 2, mostPieceRows);
		yield;
	}
}
