// Values of untrusted input inside messages: short, on one line, whatever they hold.
import { cut } from "../text/cut.ts";

/** A text in double quotes with its control characters escaped, cut at 60 characters; numbers, true, false and null as they are; the kind of everything else. */
export function shown(value: unknown): string {
	switch (typeof value) {
		case "string":
			return JSON.stringify(cut(value, 60)).replaceAll('\\"', '"');
		case "number":
		case "boolean":
			return String(value);
		case "object":
			return value === null ? "null" : Array.isArray(value) ? "a list" : "an object";
		default:
			return `a value of type ${typeof value}`;
	}
}
