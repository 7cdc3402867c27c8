// Whether a test that was read can be written, so that the checker would read the same test again. One sentence says why not.
import type { CheckedCondition, Constant, Value, ValueType } from "../../check/checked.ts";
import { dateOf, daysInMonth, maxDate, minDate } from "../../values/civil-date.ts";
import { fold } from "../../values/fold.ts";
import { isUsableInstant } from "../../values/instant.ts";
import { isGeneralPattern } from "../../values/like-shape.ts";
import { isUsableNumber } from "../../values/number.ts";
import { isUsableText } from "../../values/text.ts";
import { isLength } from "./parts.ts";
import type { Reader } from "./reader.ts";
import { dayAt, isLocalDay, wholeDay } from "./write-dates.ts";

/** Why the test has no text; undefined when it has one. */
export function unwritable(condition: CheckedCondition, reader: Reader): string | undefined {
	switch (condition.kind) {
		case "compare":
			return unwritableValue(condition.left) ?? unwritableComparison(condition, reader);
		case "between":
			return unwritableValue(condition.value) ?? unwritableBetween(condition, reader);
		case "in":
			return unwritableValue(condition.value) ?? unwritableConstants(condition.value, condition.items);
		case "set":
			return unwritableSet(condition.value);
		case "text":
			return unwritableText(condition);
		case "has":
		case "has-all": {
			const items = condition.list.field.type === "list" ? condition.list.field.items : "text";
			const problem = condition.items.map((item) => unwritableConstant(item, items)).find((found) => found !== undefined);
			return problem ?? unfolded(condition.list, condition.items);
		}
		default:
			return undefined;
	}
}

const noPart = (value: Extract<Value, { kind: "field" }>): string =>
	`A condition cannot ask for "${value.field.name}@${value.part}" by itself.`;

function unwritableSet(value: Value): string | undefined {
	if (value.kind !== "field") return unwritableValue(value);
	const { part } = value;
	// The folded text is asked for by a test that ignores case, the local day by its month-day.
	return part === "fold" || part === "chars" || part === "fold-chars" || part === "scaled" ? noPart(value) : undefined;
}

/** Parts that only a test around them can ask for. */
function unwritableValue(value: Value): string | undefined {
	switch (value.kind) {
		case "field":
			return value.part === "chars" || value.part === "fold-chars" || value.part === "scaled" ? noPart(value) : undefined;
		case "constant":
			return unwritableConstant(value.value, value.type);
		case "arithmetic":
			if (value.type === "datetime") {
				const isMove = value.operator === "+" && value.right.kind === "constant" && isLength(Number(value.right.value));
				return isMove ? unwritableValue(value.left) : "A date can be moved by whole seconds only.";
			}
			if (value.operator === "/" && value.right.kind === "constant" && value.right.value === 0)
				return "This divides by 0, which is never a number.";
			return unwritableOperand(value.left) ?? unwritableOperand(value.right);
		case "date-part":
			if (value.of.kind === "arithmetic") return "The day of a moved date and time cannot be asked for.";
			if (value.of.type !== "date") return noDay;
			return unwritableValue(value.of);
		case "aggregate":
			return undefined;
	}
}

const noDay = "A date and time has a day of the year only through its local day.";

const unwritableOperand = (value: Value): string | undefined =>
	value.type === "number" ? unwritableValue(value) : "Arithmetic is for numbers, and this is none.";

type Compare = Extract<CheckedCondition, { kind: "compare" }>;

function unwritableComparison({ operator, left, right }: Compare, reader: Reader): string | undefined {
	const isEquality = operator === "=";
	if (left.type === "boolean" && !isEquality) return "True and false have no order.";
	if (left.type === "text" && !isEquality) return "Text has no order in conditions.";
	if (left.type === "list" || left.type === "collection") return "A list is compared by its items only.";
	if (right.kind === "constant") {
		if (isLocalDay(left)) return "A local day cannot be compared with a fixed date. Compare the date and time itself.";
		if (left.type === "datetime" && !isEquality && dayAt(operator, Number(right.value), { days: false, zone: reader.zone }) !== undefined) {
			return undefined;
		}
		return unwritableConstants(left, [right.value as Constant]);
	}
	const problem = unwritableValue(right);
	if (problem !== undefined) return problem;
	const [isFolded, isOtherFolded] = [isPart(left, "fold"), isPart(right, "fold")];
	if (isFolded !== isOtherFolded) return "Only two texts that both ignore case can be compared.";
	const days = [left, right].filter(isLocalDay).length;
	if (days === 2 && !isEquality) return "Two local days can be compared for being the same only.";
	return undefined;
}

const isPart = (value: Value, part: string): boolean => value.kind === "field" && value.part === part;

function unwritableBetween({ value, low, high }: Extract<CheckedCondition, { kind: "between" }>, reader: Reader): string | undefined {
	if (isLocalDay(value)) return "A local day cannot be compared with a fixed date. Compare the date and time itself.";
	if (value.type === "datetime" && wholeDay(low, high, reader) !== undefined) return undefined;
	if (value.type === "month-day" && low > high) return "Days of the year cannot run backwards.";
	const problem = (at: number, operator: ">=" | "<="): string | undefined =>
		value.type === "datetime" && dayAt(operator, at, { days: false, zone: reader.zone }) !== undefined
			? undefined
			: unwritableConstant(at, value.type);
	return problem(low, ">=") ?? problem(high, "<=");
}

function unwritableConstants(value: Value, items: readonly Constant[]): string | undefined {
	if (isLocalDay(value)) return "A local day cannot be compared with a fixed date. Compare the date and time itself.";
	const problem = items.map((item) => unwritableConstant(item, value.type)).find((found) => found !== undefined);
	return problem ?? unfolded(value, items);
}

function unfolded(value: Value, items: readonly Constant[]): string | undefined {
	const odd = isPart(value, "fold") && items.find((item) => fold(String(item)) !== item);
	return odd === false || odd === undefined
		? undefined
		: `Text that ignores case is never ${JSON.stringify(odd)}. Write it in small letters.`;
}

function unwritableText({ value, test, operand }: Extract<CheckedCondition, { kind: "text" }>): string | undefined {
	const isPattern = test === "like" && isGeneralPattern(operand);
	const isOfCharacters = value.part === "chars" || value.part === "fold-chars";
	if (isPattern !== isOfCharacters || value.field.type !== "text") return noPart(value);
	if (!isUsableText(operand)) return unusableText;
	return value.part === "fold" || value.part === "fold-chars" ? unfolded({ ...value, part: "fold" }, [operand]) : undefined;
}

const unusableText = "This text holds a character that no engine can store (NUL or half of a character).";

function unwritableConstant(value: Constant, type: ValueType): string | undefined {
	switch (type) {
		case "text":
			return typeof value !== "string" ? wrongType : isUsableText(value) ? undefined : unusableText;
		case "boolean":
			return typeof value === "boolean" ? undefined : wrongType;
		case "number":
			return isUsableNumber(value) ? undefined : typeof value === "number" ? `${value} is too large a number.` : wrongType;
		case "date":
			return isRealDate(value)
				? undefined
				: `${JSON.stringify(value)} is no date from 1900 to 2299. Dates in rules are written like 20260501.`;
		case "datetime":
			return isUsableInstant(value) ? undefined : `${JSON.stringify(value)} is no moment from 1900 to 2299, in milliseconds.`;
		case "month-day": {
			const isDay =
				typeof value === "number" &&
				Number.isInteger(value) &&
				value % 100 >= 1 &&
				value % 100 <= daysInMonth(2024, Math.floor(value / 100));
			return isDay ? undefined : `${JSON.stringify(value)} is no day of the year. Days of the year in rules are written like 501.`;
		}
		default:
			return wrongType;
	}
}

const wrongType = "The two sides are of different types.";

export const isRealDate = (value: unknown): value is number =>
	typeof value === "number" &&
	Number.isInteger(value) &&
	value >= minDate &&
	value <= maxDate &&
	dateOf(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100) === value;
