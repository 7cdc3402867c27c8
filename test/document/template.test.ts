// New conditions about fields, and what rows know of a catalogue.
import { expect } from "chai";
import { documentOf } from "../../src/document/document-of.ts";
import { conditionFor } from "../../src/document/template.ts";
import { operators } from "../../src/check/operators.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import type { FieldType } from "../../src/fields/field.ts";
import type { Operator } from "../../src/syntax/ast.ts";
import { hasErrors } from "../../src/diagnostic/report.ts";
import { parse } from "../../src/syntax/parse.ts";

describe("conditionFor", () => {
	const types: readonly FieldType[] = ["text", "number", "boolean", "date", "datetime", "list", "collection"];

	it("suits the type of the field", () => {
		expect(types.map((type) => conditionFor({ name: "x", type }))).to.deep.equal([
			"x = ?",
			"x >= ?",
			"x",
			"x in last 30 days",
			"x in last 30 days",
			"x has ?",
			"any x",
		]);
		expect(conditionFor({ name: "Full Name", type: "text" }, { operator: "contains", negated: true })).to.equal(
			"`Full Name` does not contain ?",
		);
		expect(conditionFor({ name: "x", type: "number" }, { operator: "less", negated: true })).to.equal("not x < ?");
		expect(conditionFor({ name: "x", type: "number" }, { isInside: true, ofProfile: true })).to.equal("profile.x >= ?");
		expect(conditionFor({ name: "profile.x", type: "number" }, { isInside: true })).to.equal("`profile.x` >= ?");
	});

	it("reads, with every operator, as that operator", () => {
		for (const operator of Object.keys(operators) as Operator[]) {
			const text = conditionFor({ name: "x", type: "text" }, { operator });
			const [row] = documentOf(text).root.children;
			expect(row?.kind === "condition" && row.operator, text).to.equal(operator);
			expect(hasErrors(parse(text.replaceAll("?", "1")).diagnostics), text).to.equal(false);
		}
	});
});

describe("the fields of rows", () => {
	const made = catalogue({
		fields: [
			{ name: "plan", type: "text" },
			{ name: "total", type: "text" },
			{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
		],
	});
	if ("problems" in made) throw new Error(made.problems[0]?.message);

	it("are those of the profile, or of the element in parentheses", () => {
		const document = documentOf(
			"plan = total and any orders (total > 5 and profile.plan = total and x) and sum(orders.total where total > 1) > 2",
			made.catalogue,
		);
		const types = [...document.places.values()].flatMap(({ row }) =>
			row.kind === "condition" ? [[row.subject.field?.type, ...row.operands.map(({ field }) => field?.type)]] : [],
		);
		expect(types).to.deep.equal([
			["text", "text"],
			["number", undefined],
			["text", "number"],
			[undefined],
			[undefined, undefined],
			["number", undefined],
		]);
	});

	it("have the editor that fits each value", () => {
		const text = `a = "x" and b = 1 and c = true and d = 2026-05-01 and e = 2026-05-01T10:00:00Z and f before today - 3 days and g = --05-01
			and h in last 30 days and i = j and k > count(l) and age(m) > 18 and n = ? and o = and p > q + 1 and r = 007`;
		const editors = documentOf(text).root.children.flatMap((row) =>
			row.kind === "condition"
				? [...(row.subject.editor === "field" ? [] : [row.subject.editor]), ...row.operands.map(({ editor }) => editor)]
				: [row.kind],
		);
		expect(editors).to.deep.equal([
			...["text", "number", "date", "date", "relative-date", "month-day", "window", "field", "aggregate", "part", "number"],
			...["hole", "hole", "words", "words"],
		]);
	});
});
