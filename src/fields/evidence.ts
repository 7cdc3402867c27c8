// What was seen at one place of the profiles: how often, and of which kinds. A few counters and values, whatever is read.
import { parseDate } from "../values/civil-date.ts";
import { parseInstant } from "../values/instant.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";

/** `too-fine` is text that would be an instant, had it no microseconds. */
export type Kind = "text" | "number" | "boolean" | "date" | "datetime" | "too-fine" | "unusable";

const jsonNumber = /^-?(?:0|[1-9]\d{0,15})(?:\.\d+)?$/;

/** The kind of one scalar that is there. Cells without types are text that may read as something else. */
export function kindOf(value: unknown, untyped: boolean): Kind {
	if (typeof value === "boolean") return "boolean";
	if (typeof value === "number") return isUsableNumber(value) ? "number" : "unusable";
	if (typeof value !== "string" || !isUsableText(value)) return "unusable";
	if (parseDate(value) !== undefined) return "date";
	const instant = parseInstant(value);
	if (instant !== undefined) return instant === "too-fine" ? "too-fine" : "datetime";
	if (!untyped) return "text";
	if (/^(?:true|false)$/i.test(value)) return "boolean";
	return jsonNumber.test(value) && isUsableNumber(Number(value)) ? "number" : "text";
}

/** Different values that are remembered; a field with more has no short list of them. */
const maxValues = 20;
/** A longer text is no value of a short list. */
const maxValueLength = 60;

/** Counts of one place. */
export class Evidence {
	/** Times a value was there and not null. */
	present = 0;
	readonly kinds: Record<Kind, number> = { text: 0, number: 0, boolean: 0, date: 0, datetime: 0, "too-fine": 0, unusable: 0 };
	/** Most digits after the point among the numbers, 0 when all are whole. */
	decimals = 0;
	/** The largest number, without its sign: with too many decimals it could not be added exactly. */
	largest = 0;
	/** Digits after a leading 0, as in a postal code: such a cell is no number. */
	hasCodes = false;
	/** The different values, as they are written; undefined once there were too many. */
	values: Set<string | number> | undefined = new Set();

	add(value: unknown, untyped: boolean): void {
		this.present++;
		const kind = kindOf(value, untyped);
		this.kinds[kind]++;
		if (kind === "number") {
			this.decimals = Math.max(this.decimals, decimalsOf(Number(value)));
			this.largest = Math.max(this.largest, Math.abs(Number(value)));
		}
		if (kind === "text" && untyped && /^0\d+$/.test(value as string)) this.hasCodes = true;
		if (kind !== "unusable" && typeof value !== "boolean") this.#remember(value as string | number);
	}

	#remember(value: string | number): void {
		if (!this.values || this.values.has(value)) return;
		if (this.values.size >= maxValues || (typeof value === "string" && value.length > maxValueLength)) this.values = undefined;
		else this.values.add(value);
	}
}

function decimalsOf(value: number): number {
	if (Number.isInteger(value)) return 0;
	const text = String(value);
	if (text.includes("e")) return Number.POSITIVE_INFINITY;
	return text.length - text.indexOf(".") - 1;
}
