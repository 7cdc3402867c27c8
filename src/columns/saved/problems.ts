// Why a saved table is refused: a closed list. Each sentence names what it is about and says what to do.

export type SavedProblemCode =
	/** The bytes are none that `saveTable` wrote. */
	| "not-columns"
	/** Written by a later version of this library, in a form that this one does not know. */
	| "newer-version"
	/** Written on a machine that stores numbers the other way round. */
	| "other-byte-order"
	/** Bytes are missing at the end. */
	| "truncated"
	/** Bytes have changed, or do not fit together. */
	| "corrupted"
	/** Whole, but of another field, of other rows, or of another time than the manifest. */
	| "wrong-column"
	/** A buffer that the manifest lists was not given, or a field is asked for that was not saved. */
	| "missing-column"
	/** A field is another one in the catalogue, or not in it any more. */
	| "other-catalogue"
	/** The days of the saved table are those of another time zone. */
	| "other-time-zone";

export interface SavedProblem {
	readonly code: SavedProblemCode;
	/** Full name; missing where it is about the whole table. */
	readonly field?: string;
	/** An index into the saved chunks of rows; missing where it is about all of them. */
	readonly chunk?: number;
	/** One sentence or two: what is wrong, and what to do. */
	readonly message: string;
}

/** What a buffer is, as sentences begin with it: `The manifest`, `The saved column "email"`. */
export type BufferName = string;

type DamageCode = Extract<SavedProblemCode, "not-columns" | "newer-version" | "other-byte-order" | "truncated" | "corrupted">;

const sentences: Readonly<Record<DamageCode, (name: BufferName) => string>> = {
	"not-columns": (name) => `${name} is no buffer of saved columns. Build the table again.`,
	"newer-version": (name) => `${name} was saved by a newer version. Load it with that version, or build the table again.`,
	"other-byte-order": (name) => `${name} was saved on a machine with another byte order. Build the table again here.`,
	truncated: (name) => `${name} is cut off. Fetch it again, or build the table again.`,
	corrupted: (name) => `${name} is damaged. Fetch it again, or build the table again.`,
};

/** Stops the reading of one buffer; it never leaves src/columns/saved. */
export class Damage extends Error {
	readonly code: DamageCode;

	constructor(code: DamageCode) {
		super(code);
		this.code = code;
	}
}

export const damage = (code: DamageCode, name: BufferName): Pick<SavedProblem, "code" | "message"> => ({
	code,
	message: sentences[code](name),
});
