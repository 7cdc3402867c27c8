// Columns of consecutive rows as one column: one copy of everything. Forms need not agree: integers become doubles beside doubles, text with
// a dictionary becomes plain beside plain text.
import type { Field } from "../../fields/field.ts";
import { BooleanColumn } from "../column/boolean-column.ts";
import type { CodedText } from "../column/coded-text.ts";
import { CollectionColumn, type Column } from "../column/frame.ts";
import { ListColumn, type Offsets } from "../column/list-column.ts";
import { missingInteger, NumberColumn } from "../column/number-column.ts";
import type { TextColumn } from "../column/text-column.ts";
import { type Steps, stretches } from "../steps.ts";
import { joinBits, joinedOffsets, sumOf } from "./join-offsets.ts";
import { joinCoded, joinText } from "./join-text.ts";

/** The columns are of one field, at least one. Throws RangeError beyond 2³¹ rows or elements, or 2 GB of plain text. */
export function* joinColumns(field: Field, pieces: readonly Column[], maxDistinctTexts: number): Steps<Column> {
	const [only] = pieces;
	if (pieces.length === 1 && only) return only;
	switch (field.type) {
		case "number":
		case "date":
		case "datetime":
			return yield* joinNumbers(pieces as readonly NumberColumn[]);
		case "boolean":
			return joinBooleans(pieces as readonly BooleanColumn[]);
		case "text":
			return yield* joinText(pieces as readonly TextColumn[], maxDistinctTexts);
		case "list": {
			const lists = pieces as readonly ListColumn[];
			const items = lists.map((list) => list.items);
			const made = new ListColumn(
				field.items,
				yield* field.items === "text" ? joinCoded(items as readonly CodedText[]) : joinNumbers(items as readonly NumberColumn[]),
			);
			yield* joinOffsets(
				made.offsets,
				lists.map((list) => list.offsets),
			);
			return made;
		}
		case "collection": {
			const collections = pieces as readonly CollectionColumn[];
			const made = new CollectionColumn();
			yield* joinOffsets(
				made.offsets,
				collections.map((collection) => collection.offsets),
			);
			made.elements.length = sumOf(collections.map((collection) => collection.elements.length));
			for (const inner of field.fields) {
				const columns = collections.map((collection) => collection.elements.members.get(inner.name)?.column as Column);
				const column = yield* joinColumns(inner, columns, maxDistinctTexts);
				made.elements.members.set(inner.name, { field: inner, column, parts: new Map() });
			}
			return made;
		}
	}
}

function* joinNumbers(pieces: readonly NumberColumn[]): Steps<NumberColumn> {
	const made = new NumberColumn();
	made.length = sumOf(pieces.map((piece) => piece.length));
	const isWhole = pieces.every((piece) => piece.integers);
	made.integers = isWhole ? new Int32Array(made.length) : undefined;
	made.doubles = isWhole ? undefined : new Float64Array(made.length);
	const values = made.integers ?? (made.doubles as Float64Array);
	let at = 0;
	for (const { integers, doubles, length } of pieces) {
		if (integers && made.doubles) yield* copyAsDoubles(integers.subarray(0, length), made.doubles.subarray(at));
		else {
			for (const { from, to } of stretches(length)) {
				values.set((integers ?? (doubles as Float64Array)).subarray(from, to), at + from);
				yield;
			}
		}
		at += length;
	}
	return made;
}

/** `into` has room. */
function* copyAsDoubles(integers: Int32Array, into: Float64Array): Steps<void> {
	for (const { from, to } of stretches(integers.length)) {
		const [source, target] = [integers.subarray(from, to), into.subarray(from, to)];
		const { length } = source;
		for (let row = 0; row < length; row = (row + 1) | 0) {
			const integer = source[row] as number;
			target[row] = integer === missingInteger ? Number.NaN : integer;
		}
		yield;
	}
}

function joinBooleans(pieces: readonly BooleanColumn[]): BooleanColumn {
	const made = new BooleanColumn();
	joinBits(
		made.present,
		pieces.map((piece) => piece.present),
	);
	joinBits(
		made.isTrue,
		pieces.map((piece) => piece.isTrue),
	);
	return made;
}

function* joinOffsets(into: Offsets, pieces: readonly Offsets[]): Steps<void> {
	joinBits(
		into.present,
		pieces.map((piece) => piece.present),
	);
	into.values = yield* joinedOffsets(
		pieces.map(({ values, length }) => values.subarray(0, length + 1)),
		"A collection cannot have more than 2,147,483,647 elements.",
	);
}
