// has, has any of, has all of, and emptiness.
import type * as ast from "../syntax/ast.ts";
import { fold } from "../values/fold.ts";
import type { CheckedCondition, Constant, ConstantValue, FieldValue, Value } from "./checked.ts";
import { checkListed } from "./comparisons.ts";
import type { Context } from "./context.ts";
import { withPart } from "./names.ts";
import { warnUnknownValue } from "./options.ts";

/** The condition without its negation. */
export function checkListTest(test: ast.Test, subject: Value, context: Context): CheckedCondition | undefined {
	if (test.operator === "empty") return checkEmpty(test, subject);
	if (subject.kind !== "field" || subject.field.type !== "list") return undefined;
	// Listed values are checked as if they stood beside one item of the list.
	const item: ConstantValue = { kind: "constant", value: "", type: subject.field.items };
	const values: (Constant | undefined)[] = test.operands.map((operand) => {
		const value = checkListed(operand, test, item, context);
		if (value !== undefined) warnUnknownValue(value, operand, subject, context);
		return value;
	});
	if (values.length === 0 || !values.every((value) => value !== undefined)) return undefined;
	const [list, items] = foldedList(subject, [...new Set(values)], test, context);
	return { kind: test.operator === "has-all" ? "has-all" : "has", list, items, source: test };
}

function foldedList(list: FieldValue, items: readonly Constant[], test: ast.Test, context: Context): [FieldValue, readonly Constant[]] {
	if (!test.ignoringCase || (list.field.type === "list" && list.field.items !== "text")) return [list, items];
	return [withPart(list, "fold", "list", context), [...new Set(items.map((item) => fold(String(item))))]];
}

/** Missing or without content: `""` for text, no element for lists and collections, nothing more for other types. */
function checkEmpty(test: ast.Test, subject: Value): CheckedCondition {
	if (subject.kind === "field" && (subject.type === "list" || subject.type === "collection"))
		return { kind: "empty", list: subject, source: test };
	const missing: CheckedCondition = { kind: "not", item: { kind: "set", value: subject, source: test }, source: test };
	if (subject.type !== "text") return missing;
	const noText: CheckedCondition = {
		kind: "compare",
		operator: "=",
		left: subject,
		right: { kind: "constant", value: "", type: "text" },
		source: test,
	};
	return { kind: "or", items: [missing, noText], source: test };
}
