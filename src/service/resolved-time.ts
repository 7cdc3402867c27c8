// Relative time as what it comes to at the clock's moment: `in last 30 days` is `2026-04-10 to 2026-05-10`.
import type { CheckedCondition } from "../check/checked.ts";
import { checkDateTest } from "../check/date-tests.ts";
import type { Context } from "../check/context.ts";
import type * as ast from "../syntax/ast.ts";
import { parse } from "../syntax/parse.ts";
import { addDays, formatDate } from "../values/civil-date.ts";
import type { TimeZone } from "../values/time-zone.ts";
import { silent } from "./scope.ts";

type DateType = "date" | "datetime";

/** The stretch that a window or a point stands for, both ends included: `yyyymmdd` for dates, epoch milliseconds for datetimes. */
export interface ResolvedTime {
	readonly type: DateType;
	readonly low: number;
	readonly high: number;
}

const nothing = { from: 0, to: 0 };

/** Undefined for what depends on the profile, and for what is reported as a mistake. */
export function resolveTime(expression: ast.Expression, type: DateType, context: Context): ResolvedTime | undefined {
	const isWindow = expression.kind === "rolling" || expression.kind === "calendar";
	const subject: ast.FieldName = { kind: "field", name: "", ofProfile: false, span: nothing };
	const test: ast.Test = {
		kind: "test",
		subject,
		operator: isWindow ? "within" : "equal",
		operatorSpan: nothing,
		negated: false,
		anyOf: false,
		ignoringCase: false,
		operands: [expression],
		span: nothing,
	};
	const into = silent(context);
	// Any value of the type will do: only what it is compared with is looked at.
	const checked = checkDateTest(test, { kind: "constant", value: 0, type }, into);
	return checked && into.diagnostics.length === 0 ? rangeOf(checked, type) : undefined;
}

function rangeOf(checked: CheckedCondition, type: DateType): ResolvedTime | undefined {
	if (checked.kind === "between") return { type, low: checked.low, high: checked.high };
	if (checked.kind !== "compare" || checked.right.kind !== "constant") return undefined;
	const at = Number(checked.right.value);
	return { type, low: at, high: at };
}

/** Days as `2026-04-10`, moments as `2026-04-10 08:00` on the clock of the zone; of a stretch the first and the last. */
export function timeWords({ type, low, high }: ResolvedTime, zone: TimeZone): string {
	if (type === "date") return between(formatDate(low), formatDate(high));
	const [firstDay, lastDay] = [zone.dateOf(low), zone.dateOf(high)];
	const areWholeDays = low === zone.startOfDay(firstDay) && high === zone.startOfDay(addDays(lastDay, 1)) - 1;
	return areWholeDays ? between(formatDate(firstDay), formatDate(lastDay)) : between(momentWords(low, zone), momentWords(high, zone));
}

const between = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

/** A millisecond more or less is the open end of a stretch, and no one's business. */
function momentWords(instant: number, zone: TimeZone): string {
	const remainder = ((instant % 1000) + 1000) % 1000;
	const near = remainder === 1 ? instant - 1 : remainder === 999 ? instant + 1 : instant;
	const minutes = Math.floor(zone.millisecondOfDay(near) / 60_000);
	const two = (value: number): string => String(value).padStart(2, "0");
	return `${formatDate(zone.dateOf(near))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The same from the words of a window or a point. */
export function resolvedWords(words: string, type: DateType, context: Context): string | undefined {
	const condition = parse(`x ${/^in /.test(words) ? words : `= ${words}`}`).segment.condition;
	const operand = condition?.kind === "test" ? condition.operands[0] : undefined;
	const resolved = operand && resolveTime(operand, type, context);
	return resolved && timeWords(resolved, context.clock.zone);
}
