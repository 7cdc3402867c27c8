// When an anniversary is: on a day, in a stretch of time, or between two days.
import { html, type TemplateResult } from "lit";
import type { Operand } from "../../document/operand.ts";
import type { ConditionRow } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type * as ast from "../../syntax/ast.ts";
import { dateValue } from "./date-value.ts";
import { selectControl } from "./select-control.ts";
import { joiningWord, type ValuePlace } from "./value-view.ts";
import { keyOf, type View } from "./view.ts";
import { windowValue } from "./window-value.ts";

type AnniversaryKind = "point" | "window" | "two";

const points: Readonly<Record<AnniversaryKind, readonly ValueInput[]>> = {
	point: [{ kind: "point", point: "today" }],
	window: [{ kind: "rolling", direction: "next", amount: 7, unit: "day" }],
	two: [
		{ kind: "point", point: "today" },
		{ kind: "words", text: "today + 7 days" },
	],
};

export function anniversaryValue(view: View, row: ConditionRow, place: (index: number) => ValuePlace): TemplateResult {
	const { say, commands } = view;
	const [first] = row.operands;
	const kind: AnniversaryKind = row.operands.length === 2 ? "two" : isWindow(first) ? "window" : "point";
	return html`${selectControl({
		key: keyOf(row, "anniversary"),
		label: say.timeKind,
		part: "kind",
		value: kind,
		options: [
			{ value: "point", words: say.onDay },
			{ value: "window", words: say.within },
			{ value: "two", words: say.twoPoints },
		],
		choose: (chosen) => void commands.conditions.setOperands(row.id, points[chosen as AnniversaryKind]),
	})}${
		kind === "window"
			? windowValue(view, row, 0, first?.value as ast.Window)
			: kind === "two"
				? html`${dateValue(view, place(0), "date")}${joiningWord(say.between)}${dateValue(view, place(1), "date")}`
				: dateValue(view, place(0), "date")
	}`;
}

const isWindow = (operand: Operand | undefined): boolean => operand?.value.kind === "rolling" || operand?.value.kind === "calendar";
