// Tests of text and of lists, and the names of weekdays and months.
import type * as ast from "../../src/syntax/ast.ts";
import type { Typed } from "./typed-value.ts";

/** language.md §2: İ to i, both sigmas to σ, then lower case with no locale. */
const fold = (text: string): string => text.replaceAll("İ", "i").replaceAll("Σ", "σ").replaceAll("ς", "σ").toLowerCase();

export function matches(operator: ast.Operator, left: Typed, right: Typed | undefined, ignoringCase: boolean): boolean {
	if (left.type !== "text" || right?.type !== "text") return false;
	const [text, wanted] = ignoringCase ? [fold(left.value), fold(right.value)] : [left.value, right.value];
	switch (operator) {
		case "equal":
			return text === wanted;
		case "contains":
			return text.includes(wanted);
		case "starts-with":
			return text.startsWith(wanted);
		case "ends-with":
			return text.endsWith(wanted);
		case "like":
			return like([...text], [...wanted]);
		default:
			throw new Error(`${operator} is not about text.`);
	}
}

/** `*` is any characters, `?` is one: for each stretch of the pattern, which stretches of the text it can be. */
function like(text: readonly string[], pattern: readonly string[]): boolean {
	let ends = new Set([0]);
	for (const wanted of pattern) {
		const next = new Set<number>();
		for (const end of ends) {
			if (wanted === "*") for (let at = end; at <= text.length; at++) next.add(at);
			else if (end < text.length && (wanted === "?" || wanted === text[end])) next.add(end + 1);
		}
		ends = next;
	}
	return ends.has(text.length);
}

export function isInside(item: Typed | undefined, list: Typed, ignoringCase: boolean): boolean {
	if (list.type !== "list" || item === undefined) return false;
	return list.value.some((other) =>
		item.type === "text" ? matches("equal", other, item, ignoringCase) : other.type === item.type && other.value === item.value,
	);
}

const names = {
	weekday: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
	month: ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
};

/** `sat` beside weekday(…), `jan` beside month(…), in quotes or not, as their number; undefined for anything else. */
export function namedNumber(part: "weekday" | "month", expression: ast.Expression): number | undefined {
	if (expression.kind !== "field" && expression.kind !== "text") return undefined;
	const wanted = (expression.kind === "field" ? expression.name : expression.value).toLowerCase();
	const index = names[part].findIndex((name) => name === wanted || name.slice(0, 3) === wanted);
	return index < 0 ? undefined : index + 1;
}
