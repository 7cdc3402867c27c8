// `sat` after weekday(…), where every number is a weekday's.
import type { Value } from "../../check/checked.ts";
import type * as ast from "../../syntax/ast.ts";
import { nowhere } from "./write-value.ts";

const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

export function writeDayNames(value: Value, operands: readonly ast.Expression[]): readonly ast.Expression[] {
	if (value.kind !== "field" || !/(^|@)weekday$/.test(value.part ?? "")) return operands;
	return operands.map((operand) => {
		const name = operand.kind === "number" ? names[operand.value - 1] : undefined;
		return name === undefined ? operand : { kind: "field", name, ofProfile: false, span: nowhere };
	});
}
