// The type that the evidence at one place speaks for, or why none does.
import type { FieldInput } from "./catalogue-input.ts";
import type { Evidence } from "./evidence.ts";
import type { Place } from "./places.ts";
import { scaled } from "../values/decimal.ts";

/**
 * The share of values that must be of one kind. Rarer ones are slips of the data: the record counts them as wrong, and conditions find them
 * missing. With more of them a type would hide too much.
 */
export const majority = 0.99;

/** Sums of numbers with up to so many digits after the point are made exact; more look like measurements, not like amounts. */
const maxDecimals = 4;

export interface Decision {
	/** `type`, and `items` or `decimals` where it has them. */
	readonly field: Omit<FieldInput, "name">;
	/** The type for people: `list of text`. */
	readonly words: string;
	/** Values of another kind than the type. */
	readonly others: number;
	/** More that people should know, as the end of a sentence. */
	readonly remark?: string;
}

export type Decided = Decision | { readonly reason: string };

const noMajority = "none of them in 99 of 100";

/** For a place that is not itself an object. */
export function decide(place: Place, untyped: boolean): Decided {
	const { scalars } = place;
	if (place.lists >= place.seen * majority) return decideList(place, untyped);
	if (scalars.present < place.seen * majority) return { reason: "It is sometimes an object or a list and sometimes a single value." };
	const kind = kindFor(scalars, scalars.present, untyped);
	if (!kind) return { reason: `Its values are of different types, ${noMajority}.` };
	const others = place.seen - kind.count;
	if (
		kind.type === "number" &&
		scalars.decimals > 0 &&
		scalars.decimals <= maxDecimals &&
		scaled(scalars.largest, scalars.decimals) !== undefined
	) {
		const words = `number with ${scalars.decimals} ${scalars.decimals === 1 ? "decimal" : "decimals"}`;
		return { field: { type: "number", decimals: scalars.decimals }, words, others };
	}
	const tooFine = scalars.kinds["too-fine"];
	const remark = `${tooFine} of them are instants finer than a millisecond, which no date can be`;
	return { field: { type: kind.type }, words: kind.type, others, ...(tooFine > 0 && { remark }) };
}

function decideList(place: Place, untyped: boolean): Decided {
	const objects = place.elements?.objects ?? 0;
	const items = objects + place.items.present;
	const notLists = place.seen - place.lists;
	if (items === 0) return { reason: "Its lists are always empty." };
	if (objects >= items * majority) return { field: { type: "collection" }, words: "collection", others: notLists + items - objects };
	const kind = kindFor(place.items, items, untyped);
	if (!kind) return { reason: `Its items are of different types, ${noMajority}.` };
	if (kind.type === "boolean") return { reason: "It is a list of true and false, which cannot be a field." };
	const type = kind.type === "number" ? "number" : "text";
	return { field: { type: "list", items: type }, words: `list of ${type}`, others: notLists + items - kind.count };
}

interface Candidate {
	readonly type: "boolean" | "number" | "datetime" | "date" | "text";
	readonly count: number;
}

/** Dates that stand among other texts are texts; dates among instants make a date, which reads both. */
function kindFor({ kinds, hasCodes }: Evidence, total: number, untyped: boolean): Candidate | undefined {
	const { date, datetime, number, boolean } = kinds;
	const texts = kinds.text + date + datetime + kinds["too-fine"];
	const candidates: readonly Candidate[] = [
		{ type: "boolean", count: boolean },
		{ type: "number", count: hasCodes ? 0 : number },
		{ type: "datetime", count: datetime },
		{ type: "date", count: date + datetime },
		// Without types every cell is text, whatever else it could be.
		{ type: "text", count: untyped ? texts + number + boolean : texts },
	];
	return candidates.find(({ count }) => count > 0 && count >= total * majority);
}
