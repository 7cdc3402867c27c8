// Texts as numbers that are the same where the texts are: two texts are compared, and distinct ones counted, by these.
import { fold } from "../../values/fold.ts";
import type { CodedText } from "../column/coded-text.ts";
import type { PlainText } from "../column/plain-text.ts";
import type { PlanField } from "../plan.ts";
import { ownField } from "./number-tests.ts";
import { gathered, memberOf, profileScope, type Scope } from "./scope.ts";
import { doubleScratch, type Numbers } from "./test.ts";

/** Numbers of texts met so far; keys of one such map can be compared. */
export type TextNumbers = Map<string, number>;

const isFolded = (part: string | undefined): boolean => part === "fold" || part === "fold-chars";

export function textKeys(field: PlanField, scope: Scope, numbers: TextNumbers): Numbers {
	if (!ownField(field, scope)) return gathered(textKeys(field, profileScope(scope), numbers), scope);
	const { column } = memberOf(field, scope);
	if (column.kind !== "text") throw new RangeError(`"${field.name}" holds no text.`);
	if (column.coded) return codedKeys(column.coded, field.part, numbers);
	return plainKeys(column.plain as PlainText, field.part, numbers);
}

function keyOf(text: string, part: string | undefined, numbers: TextNumbers): number {
	const wanted = isFolded(part) ? fold(text) : text;
	let number = numbers.get(wanted);
	if (number === undefined) {
		number = numbers.size;
		numbers.set(wanted, number);
	}
	return number;
}

export function codedKeys(coded: CodedText, part: string | undefined, numbers: TextNumbers): Numbers {
	let byCode = new Float64Array(0);
	const room = doubleScratch();
	return {
		read({ from, to }) {
			if (byCode.length <= coded.texts.length) {
				byCode = Float64Array.from({ length: coded.texts.length + 1 }, (_, code) =>
					code === 0 ? Number.NaN : keyOf(coded.texts[code - 1] as string, part, numbers),
				);
			}
			const values = room(to - from);
			for (let row = from; row < to; row++) values[row - from] = byCode[coded.codes[row] as number] as number;
			return values;
		},
	};
}

function plainKeys(plain: PlainText, part: string | undefined, numbers: TextNumbers): Numbers {
	const room = doubleScratch();
	return {
		read({ from, to }) {
			const values = room(to - from);
			for (let row = from; row < to; row++) {
				const text = plain.at(row);
				values[row - from] = text === undefined ? Number.NaN : keyOf(text, part, numbers);
			}
			return values;
		},
	};
}
