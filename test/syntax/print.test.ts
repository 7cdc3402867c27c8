// How canonical text looks: what stays on a line, where lines break, how names and values are written.
import { expect } from "chai";
import { parse } from "../../src/syntax/parse.ts";
import { print, printCondition, printExpression, printName } from "../../src/syntax/print.ts";

const printed = (text: string): string => print(parse(text).segment);
const lines = (...all: string[]): string => all.join("\n");

describe("canonical text", () => {
	it("has one spelling for everything", () => {
		expect(printed("A IS NOT 'x' AND Not B Or (C exists)")).to.equal('(A != "x" and not B) or C is set');
		expect(printed("a = 1_000.50 and b = 1e3 and c = -0")).to.equal("a = 1000.5 and b = 1000 and c = 0");
		expect(printed("d > 1 DAY ago and d in last 2 Weeks")).to.equal("d > 1 day ago and d in last 2 weeks");
	});

	it("drops parentheses that say nothing, keeps those that do, adds those that make and and or plain", () => {
		expect(printed("((a)) and (b and c)")).to.equal("a and b and c");
		expect(printed("a and (b or c)")).to.equal("a and (b or c)");
		expect(printed("a and b or c")).to.equal("(a and b) or c");
		expect(printed("not (a and b) and not (c)")).to.equal("not (a and b) and not c");
		expect(printed('"n": (a or b)')).to.equal('"n": (a or b)');
		expect(printed("a - (b + c) > (d)")).to.equal("a - (b + c) > d");
	});

	it("fits 80 columns on a line", () => {
		const exact = `a = "${"x".repeat(69)}" and b`;
		expect(exact).to.have.length(81);
		expect(printed(exact)).to.equal(exact.replace(" and ", "\nand "));
		expect(printed(exact.replace("x", ""))).to.equal(exact.replace("x", ""));
	});

	it("breaks at and, then in parentheses, as far as needed", () => {
		const long = "x".repeat(30);
		expect(
			printed(`${long} = 1 and (${long} = 2 or ${long} = 3 or ${long} = 4) and any orders (${long} = 5 and ${long} = 6 and b)`),
		).to.equal(
			lines(
				`${long} = 1`,
				"and (",
				`  ${long} = 2`,
				`  or ${long} = 3`,
				`  or ${long} = 4`,
				")",
				"and any orders (",
				`  ${long} = 5`,
				`  and ${long} = 6`,
				"  and b",
				")",
			),
		);
	});

	it("breaks groups at commas", () => {
		const long = "x".repeat(50);
		expect(printed(`any of (${long}, ${long} and b, c)`)).to.equal(lines("any of (", `  ${long},`, `  ${long} and b,`, "  c", ")"));
	});

	it("breaks after not and after a name", () => {
		const long = "x".repeat(60);
		expect(printed(`not (${long} and ${long})`)).to.equal(lines("not (", `  ${long}`, `  and ${long}`, ")"));
		expect(printed(`"big": last orders by placed_at (${long} and b)`)).to.equal(
			lines('"big": last orders by placed_at (', `  ${long} and b`, ")"),
		);
	});

	it("fills lines with a long list", () => {
		const values = Array.from({ length: 30 }, (_, index) => `"value ${index}"`).join(", ");
		const text = printed(`country not in (${values}) ignoring case and b`);
		const all = text.split("\n");
		expect(all[0]).to.equal("country not in (");
		expect(all[1]).to.equal('  "value 0", "value 1", "value 2", "value 3", "value 4", "value 5", "value 6",');
		expect(all.at(-2)).to.equal(") ignoring case");
		expect(all.at(-1)).to.equal("and b");
		expect(all.every((line) => line.length <= 80)).to.equal(true);
	});

	it("puts a comment on lines of its own and breaks around it", () => {
		expect(printed("# one\na # two\nand b")).to.equal(lines("# one", "a # two", "and b"));
		expect(printed("any orders (a # big\n)")).to.equal(lines("any orders (", "  a # big", ")"));
		expect(printed("#   spaced   out  \na")).to.equal(lines("# spaced   out", "a"));
		expect(printed("# nothing else")).to.equal("# nothing else");
		expect(printed("")).to.equal("");
	});

	it("writes one condition on one line when asked, without its comments", () => {
		const { condition } = parse(`# why\n${"x".repeat(50)} and any of (${"y".repeat(50)}, b # hm\n)`).segment;
		expect(condition && printCondition(condition, { oneLine: true })).to.equal(`${"x".repeat(50)} and any of (${"y".repeat(50)}, b)`);
		expect(condition && printCondition(condition)).to.equal(
			lines("# why", "x".repeat(50), "and any of (", `  ${"y".repeat(50)},`, "  b # hm", ")"),
		);
	});

	it("writes a value", () => {
		const { condition } = parse("a + b * (c - 1) > 3").segment;
		expect(condition?.kind === "test" && printExpression(condition.subject)).to.equal("a + b * (c - 1)");
	});
});

describe("names", () => {
	const cases: readonly (readonly [string, string])[] = [
		["total", "total"],
		["address.city", "address.city"],
		["größe", "größe"],
		["count", "count"],
		["Loyalty Points", "`Loyalty Points`"],
		["in", "`in`"],
		["IN", "`IN`"],
		["today", "`today`"],
		["month-day", "`month-day`"],
		["", "``"],
		["a..b", "`a..b`"],
		["1st", "`1st`"],
		["a`b", "`a\\`b`"],
		['a"b\\c', '`a"b\\\\c`'],
		["a\nb", "`a\\nb`"],
		["__proto__", "__proto__"],
	];
	for (const [name, written] of cases) {
		it(JSON.stringify(name), () => {
			expect(printName(name)).to.equal(written);
			const { segment, diagnostics } = parse(`${written} = 1`);
			expect(diagnostics).to.deep.equal([]);
			expect(segment.condition?.kind === "test" && segment.condition.subject.kind === "field" && segment.condition.subject.name).to.equal(
				name,
			);
		});
	}
});
