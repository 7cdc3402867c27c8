// The data-quality report: what the fields that a condition reads held, and what could not be used.
import type { QualityReport } from "../fields/quality.ts";
import type { Style } from "./terminal/style.ts";
import { type TableColumn, tableLines } from "./terminal/table.ts";
import { inDigits } from "./words.ts";

export function qualityLines(quality: QualityReport, style: Style): readonly string[] {
	if (quality.fields.length === 0 || quality.profiles === 0) return [];
	const dropped = quality.fields.some((field) => field.droppedItems > 0);
	const examples = quality.fields.some((field) => field.example !== undefined);
	const columns: TableColumn[] = [
		{ name: "field" },
		{ name: "usable", align: "right" },
		{ name: "missing", align: "right" },
		{ name: "wrong type", align: "right" },
		...(dropped ? [{ name: "items dropped", align: "right" } as const] : []),
		...(examples ? [{ name: "for example" }] : []),
	];
	const rows = quality.fields.map(({ field, seen, missing, wrongType, droppedItems, example }) => [
		field,
		inDigits(seen - missing - wrongType),
		inDigits(missing),
		inDigits(wrongType),
		...(dropped ? [inDigits(droppedItems)] : []),
		...(examples ? [example ?? ""] : []),
	]);
	const wrong = quality.fields.some((field) => field.wrongType > 0);
	return [wrong ? "Data (values of the wrong type count as missing):" : "Data:", ...tableLines(columns, rows, style)];
}
