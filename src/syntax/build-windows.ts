// The stretches of time after `in` and `anniversary`: `last 30 days`, `this week`, `last 3 full months`, `last 7 calendar days`.
import type * as cst from "../../grammar/cst.ts";
import { units } from "../../grammar/tokens.ts";
import type * as ast from "./ast.ts";
import { type BuildContext, nodeSpan } from "./build-context.ts";
import { buildAmount } from "./build-expressions.ts";
import { spanOf } from "./lex.ts";
import { quoted } from "./words.ts";

export function buildWindow(node: cst.WindowCstNode, context: BuildContext): ast.Window | ast.Hole {
	const { This, Last, NumberLiteral, Calendar, Full, Unit } = node.children;
	const at = nodeSpan(node);
	const hole: ast.Hole = { kind: "hole", span: at };
	const direction = This ? "this" : Last ? "last" : "next";
	const [unitToken] = Unit ?? [];
	const unit = units.get(unitToken?.image.toLowerCase() ?? "");
	if (!unit) {
		const example = NumberLiteral ? `${direction} ${NumberLiteral[0]?.image} days` : `${direction} month`;
		context.report("missing-value", `Write a unit of time after ${quoted(context.text, at)}, for example ${example}.`, at);
		return hole;
	}
	const amount = NumberLiteral ? buildAmount(NumberLiteral[0], node, context) : 1;
	if (amount === undefined) return hole;
	if (direction === "this" && (NumberLiteral || Calendar || Full)) {
		const meant = `this ${unit}`;
		context.report("unexpected-words", `"this" means the one ${unit} that today is in. Write ${meant}.`, at, [
			context.fix(`Change to ${meant}`, at, meant),
		]);
		return hole;
	}
	const isWhole = Calendar !== undefined || Full !== undefined;
	// A past year is the one up to now; the last year is the one before this in the calendar.
	const isPast = Last?.[0]?.image.toLowerCase() === "past";
	if (node.children.The && direction !== "this" && !NumberLiteral && !isPast && !isWhole && !isWithinDay(unit))
		return reportTwoMeanings(node, direction, unit, context);
	const isRolling = !isWhole && (NumberLiteral !== undefined || isPast || isWithinDay(unit));
	if (isRolling && direction !== "this") return { kind: "rolling", direction, amount, unit, span: at };
	if (isWithinDay(unit)) {
		const words = quoted(context.text, at);
		context.report(
			"unit-too-small",
			`${words} counts whole ${unit}s of the calendar. Use days or longer, or write last 24 hours.`,
			unitToken ? spanOf(unitToken) : at,
		);
		return hole;
	}
	return { kind: "calendar", direction, amount, unit, includesCurrent: Calendar !== undefined && NumberLiteral !== undefined, span: at };
}

/** `the last month`: the calendar's, or the one up to today? */
function reportTwoMeanings(node: cst.WindowCstNode, direction: "last" | "next", unit: ast.Unit, context: BuildContext): ast.Hole {
	const at = nodeSpan(node);
	const calendar = `${direction} ${unit}`;
	const rolling = `${direction} 1 ${unit}`;
	context.report(
		"unexpected-words",
		`${quoted(context.text, at)} can mean two things. Write "${calendar}" for the one of the calendar, or "${rolling}" for the time ${direction === "last" ? "up to" : "from"} now.`,
		at,
		[context.fix(`Change to ${calendar}`, at, calendar), context.fix(`Change to ${rolling}`, at, rolling)],
	);
	return { kind: "hole", span: at };
}

const isWithinDay = (unit: ast.Unit): unit is "second" | "minute" | "hour" => unit === "second" || unit === "minute" || unit === "hour";
