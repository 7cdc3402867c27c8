// The words of one condition: operators, values, subjects, negation. What is expected is said in the language's own words.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf, nextDocument } from "../../src/document/document-of.ts";
import { setEdge, setQuantifier } from "../../src/document/gestures/set-collection.ts";
import { setNegated } from "../../src/document/gestures/set-negated.ts";
import { type OperatorChange, setIgnoringCase, setOperator } from "../../src/document/gestures/set-operator.ts";
import { setOperand, setOperands } from "../../src/document/gestures/set-operands.ts";
import { setSegments } from "../../src/document/gestures/set-segments.ts";
import { setSubject } from "../../src/document/gestures/set-subject.ts";
import type { Gesture } from "../../src/document/change.ts";
import type { Row, RowDocument } from "../../src/document/row.ts";
import type { ValueInput } from "../../src/document/values.ts";
import type * as ast from "../../src/syntax/ast.ts";
import { parse } from "../../src/syntax/parse.ts";
import { print } from "../../src/syntax/print.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { runs } from "../properties/runs.ts";
import { arbitrarySegment } from "../syntax/arbitrary-segment.ts";
import { withoutSpans } from "../syntax/without-spans.ts";
import { operatorNames, values } from "./value-cases.ts";

/** The first row of a text after a gesture on it, or the reason. */
function made(text: string, gesture: (document: RowDocument, id: number) => Gesture, at = 0): string {
	const document = documentOf(text);
	const change = gesture(document, document.root.children[at]?.id ?? 0);
	return change.ok ? applyEdits(text, change.edits) : change.reason;
}

describe("setOperator", () => {
	const set = (text: string, operator: ast.Operator, change?: OperatorChange): string =>
		made(text, (document, id) => setOperator(document, id, operator, change));

	const cases: readonly (readonly [string, ast.Operator, OperatorChange | undefined, string])[] = [
		['plan = "pro"', "contains", undefined, 'plan contains "pro"'],
		["plan  =  'pro' # paying", "starts-with", undefined, "plan  starts with  'pro' # paying"],
		['plan="pro"', "contains", undefined, 'plan contains "pro"'],
		['plan in ("a", "b")', "contains", undefined, 'plan contains any of ("a", "b")'],
		['plan in (\n  "a" # one\n  "b"\n)', "in", { negated: true }, 'plan not in (\n  "a" # one\n  "b"\n)'],
		['plan in ("a", "b")', "equal", undefined, 'plan = "a"'],
		['plan in (\n  "a" # one\n  "b"\n)', "equal", undefined, '# one\nplan = "a"'],
		['plan = "pro"', "in", undefined, 'plan in ("pro")'],
		["plan = ?", "set", undefined, "plan is set"],
		["plan is set", "equal", undefined, "plan = ?"],
		["plan is missing", "empty", undefined, "plan is not empty"],
		["opted_in", "equal", undefined, "opted_in = ?"],
		["opted_in is true", "set", undefined, "opted_in is set"],
		["opted_in = ?", "true", undefined, "opted_in"],
		["total > 5", "between", undefined, "total between 5 and ?"],
		["total between 5 and 10", "at-most", undefined, "total <= 5"],
		["total between 5 and 10", "in", undefined, "total in (5, 10)"],
		["seen in last 30 days", "before", undefined, "seen before 30 days ago"],
		["seen in next 2 weeks", "on-or-after", undefined, "seen on or after 2 weeks from now"],
		["seen this week", "before", undefined, "seen before ?"],
		["seen before 30 days ago", "within", undefined, "seen in last 30 days"],
		["seen after 2 weeks from now", "within", undefined, "seen in next 2 weeks"],
		["seen before 2026-05-01", "within", undefined, "seen in last 30 days"],
		["seen last 30 days", "within", { negated: true }, "seen not in last 30 days"],
		["birthday = 2000-01-01", "anniversary", undefined, "birthday anniversary 2000-01-01"],
		["birthday in last 7 days", "anniversary", undefined, "birthday anniversary in last 7 days"],
		["birthday between today and today + 7 days", "anniversary", undefined, "birthday anniversary between today and today + 7 days"],
		["birthday is set", "anniversary", undefined, "birthday anniversary today"],
		['name = "a" ignoring case', "contains", undefined, 'name contains "a" ignoring case'],
		['name = "a" ignoring case', "greater", undefined, 'name > "a"'],
		['name contains any of ("a", "b") ignoring case', "ends-with", undefined, 'name ends with any of ("a", "b") ignoring case'],
		['name contains any of ("a", "b")', "ends-with", { anyOf: false }, 'name ends with "a"'],
		['name contains "a"', "contains", { anyOf: true }, 'name contains any of ("a")'],
		['name != "a"', "contains", undefined, 'name does not contain "a"'],
		['name != "a"', "contains", { negated: false }, 'name contains "a"'],
		["total != 5", "greater", undefined, "not total > 5"],
		["not total > 5", "equal", undefined, "not total = 5"],
		["not total > 5", "equal", { negated: false }, "total = 5"],
		['"big": total = 5', "greater", { negated: true }, '"big": not total > 5'],
		["total > 5", "greater", undefined, "total > 5"],
		["> 5", "less", undefined, "< 5"],
		['(a) and in segment "x"', "less", undefined, "Only a condition has an operator."],
	];
	for (const [text, operator, change, wanted] of cases) {
		it(`${JSON.stringify(text)} to ${change?.negated ? "not " : ""}${operator}`, () =>
			expect(set(text, operator, change)).to.equal(wanted));
	}

	it("gives every test every operator, and says so", () => {
		fc.assert(
			fc.property(arbitrarySegment, fc.nat(), fc.constantFrom(...operatorNames), (segment, at, operator) => {
				const text = print(segment);
				const document = documentOf(text);
				// A second `not` is a row of its own, that goes with the first.
				const isInner = (id: number): boolean => {
					const owner = document.places.get(id)?.owner;
					return owner?.kind === "group" && owner.form === "prefix";
				};
				const tests = rowsOf(document).filter(({ id, kind }) => kind === "condition" && !isInner(id));
				const row = tests[at % Math.max(1, tests.length)];
				if (!row) return;
				const gesture = setOperator(document, row.id, operator);
				if (!gesture.ok) {
					expect([operator, gesture.reason]).to.deep.equal(["true", "A value alone is no condition. Choose an operator."]);
					return;
				}
				const next = nextDocument(document, gesture);
				const now = next.places.get(row.id)?.row;
				// `= true` is read as the bare subject.
				const [value] = now?.kind === "condition" ? now.operands : [];
				const isTrue = value === undefined && operator === "equal";
				expect(now?.kind === "condition" && now.operator, `${operator} in\n${text}\n=>\n${next.text}`).to.equal(isTrue ? "true" : operator);
				expect(rowsOf(next).length).to.equal(rowsOf(document).length);
			}),
			{ numRuns: runs(300) },
		);
	});
});

const rowsOf = (document: RowDocument): readonly Row[] => [...document.places.values()].map(({ row }) => row);

describe("setOperand and setOperands", () => {
	const text = (value: string): ValueInput => ({ kind: "text", value });
	const set = (before: string, ...inputs: ValueInput[]): string => made(before, (document, id) => setOperands(document, id, inputs));

	it("write values as the language does", () => {
		const written = values.map((value) => set("x = 1", value));
		expect(written).to.deep.equal([
			'x = "a \\"b\\" # c"',
			"x = -5",
			"x = 12.5",
			"x = true",
			"x = 2026-05-01",
			"x = today",
			"x = 30 days ago",
			"x = trial_end - 3 days",
			"This operator takes a value, not a stretch of time.",
			"x = `Full Name`",
			"x = ?",
			"x = (a + b) * 2",
			'Write one value, for example 12 or "text".',
			'This "(" is not closed. Add ")".',
			"This text holds the NUL character, which not every engine can store. Remove it.",
		]);
	});

	it("change only the values that differ", () => {
		expect(set('plan in ("a", "b", "c")', text("a"), text("c"))).to.equal('plan in ("a", "c")');
		expect(set('plan in ("a", "b", "c")', text("b"), text("c"))).to.equal('plan in ("b", "c")');
		expect(set('plan in ("a", "b", "c")', text("a"))).to.equal('plan in ("a")');
		expect(set('plan in ("a", "b", "c")', text("c"))).to.equal('plan in ("c")');
		expect(set("plan in ('a')", text("a"), text("b"), text("c"))).to.equal('plan in ("a", "b", "c")');
		expect(set("plan in (?)", text("b"))).to.equal('plan in ("b")');
		expect(set('plan in ("a", "c")', text("a"), text("b"), text("c"))).to.equal('plan in ("a", "b", "c")');
		expect(set('plan in ("b")', text("a"), text("b"))).to.equal('plan in ("a", "b")');
		expect(set('plan in ("a","b")', text("x"), text("y"), text("z"))).to.equal('plan in ("x","y", "z")');
	});

	it("keep the comments and the lines of a list", () => {
		const list = 'country in (\n  "US", # here\n  "CA", # there\n  "MX"\n) # all\nand b';
		expect(set(list, text("US"), text("MX"))).to.equal('country in (\n  "US" # here\n  , # there\n  "MX"\n) # all\nand b');
		expect(set(list, text("US"), text("CA"), text("MX"), text("BR"))).to.equal(
			'country in (\n  "US", # here\n  "CA", # there\n  "MX",\n  "BR"\n) # all\nand b',
		);
		expect(set('country in (\n  "US"\n  "CA"\n)', text("US"), text("CA"), text("MX"))).to.equal('country in (\n  "US"\n  "CA",\n  "MX"\n)');
	});

	it("fill what is missing", () => {
		expect(set("plan =", text("pro"))).to.equal('plan = "pro"');
		expect(set("plan = and b", text("pro"))).to.equal('plan = "pro" and b');
		expect(made("x between 5", (document, id) => setOperand(document, id, 1, { kind: "number", value: 9 }))).to.equal("x between 5 and 9");
		expect(made("x between ? and 5", (document, id) => setOperand(document, id, 0, { kind: "number", value: 9 }))).to.equal(
			"x between 9 and 5",
		);
		expect(made("x = 007", (document, id) => setOperand(document, id, 0, { kind: "number", value: 7 }))).to.equal("x = 7");
	});

	it("know what an operator takes", () => {
		expect(set("x between 1 and 2", { kind: "number", value: 1 })).to.equal("This operator takes another number of values.");
		expect(set("x is set", text("a"))).to.equal("This operator takes no value.");
		expect(set('x in ("a")')).to.equal("Write at least one value.");
		expect(made("x = 1", (document, id) => setOperand(document, id, 1, text("a")))).to.equal("There is no such value here.");
		const window: ValueInput = { kind: "calendar", direction: "last", amount: 3, unit: "month", includesCurrent: false };
		expect(set("seen in last 30 days", window)).to.equal("seen in last 3 full months");
		expect(set("born anniversary today", window)).to.equal("born anniversary in last 3 full months");
		expect(set("seen in last 30 days", text("a"))).to.equal("Write a stretch of time, for example last 30 days.");
	});

	it("read back as the value that was set", () => {
		fc.assert(
			fc.property(arbitrarySegment, arbitrarySegment, (one, other) => {
				const [from] = rowsOf(documentOf(print(one))).flatMap((row) => (row.kind === "condition" ? row.operands : []));
				const document = documentOf(print(other));
				const row = rowsOf(document).find((each) => each.kind === "condition" && each.operands.length > 0 && each.operator !== "within");
				if (!from || row?.kind !== "condition" || ["rolling", "calendar", "hole"].includes(from.value.kind)) return;
				const isNameOfElement = JSON.stringify(from.value).includes('"ofProfile":true') || JSON.stringify(from.value).includes("profile.");
				if (isNameOfElement || (row.operator === "equal" && from.value.kind === "boolean")) return;
				const gesture = setOperand(document, row.id, 0, from.value);
				expect(gesture.ok ? undefined : gesture.reason, document.text).to.equal(undefined);
				if (!gesture.ok) return;
				const now = nextDocument(document, gesture).places.get(row.id)?.row;
				expect(withoutSpans(now?.kind === "condition" && now.operands[0]?.value)).to.deep.equal(withoutSpans(from.value));
			}),
			{ numRuns: runs(200) },
		);
	});
});

describe("setSubject", () => {
	const set = (text: string, subject: ValueInput, at = 0): string => made(text, (document, id) => setSubject(document, id, subject), at);
	const field = (name: string, ofProfile = false): ValueInput => ({ kind: "field", name, ofProfile });

	it("keeps operator and values", () => {
		expect(set('plan = "pro" # paying', field("Loyalty Points"))).to.equal('`Loyalty Points` = "pro" # paying');
		expect(set("? > 5", field("total"))).to.equal("total > 5");
		expect(set("> 5", field("total"))).to.equal("total > 5");
		expect(set("a and > 5", field("total"), 1)).to.equal("a and total > 5");
		expect(set("not opted_in", field("paused"))).to.equal("not paused");
		expect(set("opted_in", { kind: "part", part: "age", of: { kind: "field", name: "born", ofProfile: false } })).to.equal("age(born)");
	});

	it("names the collection of a group", () => {
		expect(set("no orders (total > 5)", field("visits"))).to.equal("no visits (total > 5)");
		expect(set("last orders by day (total > 5)", field("site visits"))).to.equal("last `site visits` by day (total > 5)");
	});

	it("keeps the conditions of an aggregate", () => {
		const sum: ValueInput = { kind: "aggregate", function: "sum", of: { kind: "field", name: "orders.total", ofProfile: false } };
		expect(set("count(orders where gift) >= 3", sum)).to.equal("sum(orders.total where gift) >= 3");
		expect(set("count(orders where gift) >= 3", field("points"))).to.equal('Remove the conditions after "where" first.');
		expect(set("count(orders) >= 3", field("points"))).to.equal("points >= 3");
	});

	it("is no mistake", () => {
		expect(set("a = 1", { kind: "words", text: "b = 2 and c" })).to.equal('Write one value, for example 12 or "text".');
		expect(set('in segment "x"', field("a"))).to.equal("Only a condition has a subject.");
	});
});

describe("setNegated", () => {
	const set = (text: string, negated = true, at = 0): string => made(text, (document, id) => setNegated(document, id, negated), at);

	const pairs: readonly (readonly [string, string])[] = [
		['plan = "pro"', 'plan != "pro"'],
		['plan is "pro"', 'plan is not "pro"'],
		["plan is set", "plan is not set"],
		['plan is one of ("a", "b")', 'plan is not one of ("a", "b")'],
		['plan in ("a")', 'plan not in ("a")'],
		['name contains "x" ignoring case', 'name does not contain "x" ignoring case'],
		['tags has any of ("a")', 'tags has none of ("a")'],
		["total > 5", "not total > 5"],
		["opted_in", "not opted_in"],
		["seen in last 30 days", "seen not in last 30 days"],
		['in segment "vip"', 'not in segment "vip"'],
		["any orders (total > 5)", "no orders (total > 5)"],
		["every orders (total > 5)", "not every orders (total > 5)"],
		["(a or b)", "not (a or b)"],
		["any of (a, b)", "not any of (a, b)"],
		['"big": total > 5', '"big": not total > 5'],
		['"big": plan = 1', '"big": plan != 1'],
	];
	for (const [text, negated] of pairs) {
		it(text, () => {
			expect(set(text)).to.equal(negated);
			expect(set(negated, false)).to.equal(text);
			expect([set(text, false), set(negated, true)]).to.deep.equal([text, negated]);
		});
	}

	it("of other words for the same", () => {
		expect(set('plan does not equal "a"', false)).to.equal('plan = "a"');
		expect(set("plan is missing", false)).to.equal("plan is set");
		expect(set("seen is not before today", false)).to.equal("seen is before today");
		expect(set("plan exists")).to.equal("plan is missing");
		expect(set("not plan != 1")).to.equal("plan != 1");
		expect(set("a and b or c")).to.equal("not (a and b) or c");
		expect(set("a or b\nand c # d", true, 1)).to.equal("a or not (\n  b\n  and c # d\n)");
	});

	it("is the exact complement", () => {
		fc.assert(
			fc.property(arbitrarySegment, fc.nat(), (segment, at) => {
				const text = print(segment);
				const document = documentOf(text);
				const rows = rowsOf(document).filter(({ kind }) => kind === "condition" || kind === "reference" || kind === "group");
				const row = rows[at % rows.length] as Row;
				for (const negated of [true, false]) {
					const gesture = setNegated(document, row.id, negated);
					if (!gesture.ok || gesture.edits.length === 0) continue;
					const wanted = `${text.slice(0, row.words.from)}not (${text.slice(row.words.from, row.words.to)}\n)${text.slice(row.words.to)}`;
					expect(complemented(applyEdits(text, gesture.edits)), `${text}\n${JSON.stringify(gesture)}`).to.equal(complemented(wanted));
				}
			}),
			{ numRuns: runs(300) },
		);
	});
});

/** The meaning of a text, with every negation outside of what it negates, and taken away in pairs. */
function complemented(text: string): string {
	type Plain = { readonly [key: string]: unknown };
	const inverse = (value: unknown): unknown => {
		const { not, kind, item } = value as Plain;
		if (not !== undefined) return not;
		return kind === "named" ? { ...(value as Plain), item: inverse(item) } : { not: value };
	};
	const plain = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(plain);
		if (typeof value !== "object" || value === null) return value;
		const read: Plain = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
		if (read.kind === "not") return inverse(read.item);
		if ((read.kind === "and" || read.kind === "or") && Array.isArray(read.items)) {
			return { ...read, items: read.items.flatMap((item: Plain) => (item.kind === read.kind ? item.items : [item])) };
		}
		// `= true` is read as the bare subject.
		if (read.operator === "equal" && (read.operands as Plain[])[0]?.value === true && !read.ignoringCase) {
			const bare = { ...read, operator: "true", operands: [], negated: false };
			return read.negated === true ? inverse(bare) : bare;
		}
		if (read.kind === "quantified" && read.quantifier === "no") return inverse({ ...read, quantifier: "any" });
		return read.negated === true ? inverse({ ...read, negated: false }) : read;
	};
	const { condition } = parse(text).segment;
	return JSON.stringify(plain(withoutSpans(condition)), (key, value) => (key === "comments" ? undefined : value));
}

describe("setIgnoringCase", () => {
	const set = (text: string, ignoringCase: boolean): string => made(text, (document, id) => setIgnoringCase(document, id, ignoringCase));

	it("adds two words, or takes them away", () => {
		expect(set('name = "a" # b', true)).to.equal('name = "a" ignoring case # b');
		expect(set('name = "a"  IGNORING  case and b', false)).to.equal('name = "a" and b');
		expect(set('name = "a"\n  ignoring # why\n  case', false)).to.equal('# why\nname = "a"\n');
		expect(set('name = "a" ignoring case', true)).to.equal('name = "a" ignoring case');
		expect(set("total > 5", true)).to.equal("Upper and lower case matter only to tests of text.");
	});
});

describe("setSegments, setQuantifier, setEdge", () => {
	it("name segments", () => {
		const set = (text: string, ...names: string[]): string => made(text, (document, id) => setSegments(document, id, names));
		expect(set('in segment "a"', "b")).to.equal('in segment "b"');
		expect(set('not in segment "a" # why', "b", "c")).to.equal('not in any segment ("b", "c") # why');
		expect(set('in any segment ("a", "b")', "b")).to.equal('in any segment ("b")');
		expect(set('in segment "a"')).to.equal("Choose at least one segment.");
		expect(set("a", "b")).to.equal("Only a reference names segments.");
		for (const name of ["\0", "x\ud800"]) {
			const reason = "This name holds a character that not every engine can store. Choose another segment.";
			expect(set('in segment "a"', name)).to.equal(reason);
			expect(set('in any segment ("a")', "b", name)).to.equal(reason);
		}
	});

	it("say how many elements", () => {
		const set = (text: string, quantifier: ast.Quantifier, count?: number): string =>
			made(text, (document, id) => setQuantifier(document, id, quantifier, count));
		expect(set("any orders (total > 5)", "at-least", 3)).to.equal("at least 3 orders (total > 5)");
		expect(set("at least 3 orders", "fewer-than")).to.equal("fewer than 3 orders");
		expect(set("at  least 3 orders", "at-least", 4)).to.equal("at  least 4 orders");
		expect(set("exactly 3 orders", "no")).to.equal("no orders");
		expect(set("none orders", "no")).to.equal("none orders");
		expect(set("any orders", "exactly", -1)).to.equal("Write a whole number of elements, for example 3.");
		expect(set("(a)", "any")).to.equal("Only a collection asks how many of its elements pass.");
	});

	it("say which element", () => {
		const set = (text: string, which: "first" | "last", by: string): string =>
			made(text, (document, id) => setEdge(document, id, which, by));
		expect(set("Last orders by day (a)", "first", "best before")).to.equal("first orders by `best before` (a)");
		expect(set("last orders by day (a)", "last", "day")).to.equal("last orders by day (a)");
		expect(set("a", "last", "day")).to.equal("Only the first or last element of a collection has an order.");
	});
});
