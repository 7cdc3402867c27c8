// What was seen at one place of the profiles: how often, and of which kinds. A few counters, whatever is read.
import { parseDate } from "../values/civil-date.ts";
import { parseInstant } from "../values/instant.ts";
import { isUsableNumber } from "../values/number.ts";
import { isUsableText } from "../values/text.ts";

export type Kind = "text" | "number" | "boolean" | "date" | "datetime" | "unusable";

/** The kind of one scalar that is there. Cells without types are text that may read as something else. */
export function kindOf(value: unknown, untyped: boolean): Kind {
	if (typeof value === "boolean") return "boolean";
	if (typeof value === "number") return isUsableNumber(value) ? "number" : "unusable";
	if (typeof value !== "string" || !isUsableText(value)) return "unusable";
	if (parseDate(value) !== undefined) return "date";
	if (typeof parseInstant(value) === "number") return "datetime";
	if (!untyped) return "text";
	if (/^(?:true|false)$/i.test(value)) return "boolean";
	return /^-?(?:0|[1-9]\d{0,15})(?:\.\d+)?$/.test(value) && isUsableNumber(Number(value)) ? "number" : "text";
}

/** Counts of one place. */
export class Evidence {
	/** Times a value was there and not null. */
	present = 0;
	readonly kinds: Record<Kind, number> = { text: 0, number: 0, boolean: 0, date: 0, datetime: 0, unusable: 0 };
	/** Most digits after the point among the numbers, 0 when all are whole. */
	decimals = 0;

	add(value: unknown, untyped: boolean): void {
		this.present++;
		const kind = kindOf(value, untyped);
		this.kinds[kind]++;
		if (kind === "number") this.decimals = Math.max(this.decimals, decimalsOf(Number(value)));
	}
}

function decimalsOf(value: number): number {
	if (Number.isInteger(value)) return 0;
	const text = String(value);
	if (text.includes("e")) return Number.POSITIVE_INFINITY;
	return text.length - text.indexOf(".") - 1;
}
