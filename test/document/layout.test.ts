// How texts look after gestures: as if whoever wrote the rest had written that, too.
import { expect } from "chai";
import { documentOf } from "../../src/document/document-of.ts";
import { duplicate } from "../../src/document/gestures/duplicate.ts";
import { insert } from "../../src/document/gestures/insert.ts";
import { insertNote } from "../../src/document/gestures/insert-note.ts";
import { move, moveDown, moveUp } from "../../src/document/gestures/move.ts";
import { mute } from "../../src/document/gestures/mute.ts";
import { remove } from "../../src/document/gestures/remove.ts";
import { replaceText } from "../../src/document/gestures/replace-text.ts";
import { setComments } from "../../src/document/gestures/set-comments.ts";
import { setConnector, setQuantity } from "../../src/document/gestures/set-connector.ts";
import { setLabel } from "../../src/document/gestures/set-label.ts";
import { unmute } from "../../src/document/gestures/unmute.ts";
import { unwrap } from "../../src/document/gestures/unwrap.ts";
import { wrap } from "../../src/document/gestures/wrap.ts";
import type { Gesture } from "../../src/document/change.ts";
import type { RowDocument } from "../../src/document/row.ts";
import { applyEdits } from "../../src/text/edit.ts";

/** The text after a gesture, or the reason. Rows are named by what their words begin with; the last such row is meant. */
function made(text: string, gesture: (document: RowDocument, id: (words: string) => number) => Gesture): string {
	const document = documentOf(text);
	const rows = [...document.places.values()].map(({ row }) => row).toReversed();
	const id = (words: string): number => rows.find((row) => text.startsWith(words, row.words.from))?.id ?? -1;
	const change = gesture(document, id);
	return change.ok ? applyEdits(text, change.edits) : change.reason;
}

/** What is selected after a gesture. */
function selected(text: string, gesture: (document: RowDocument) => Gesture): string {
	const change = gesture(documentOf(text));
	if (!change.ok) return change.reason;
	return applyEdits(text, change.edits).slice(change.selection.from, change.selection.to);
}

const vips = `# Lapsed VIPs
country in ("US", "CA") # NA only
and loyalty_points >= 500

# --- consent ---

and opted_in # since 2024
and any of (
  plan = "pro"
  # big ones
  "spends well": sum(orders.total) > 500 # per year
)
and (city = "Paris" or city = "Rome")
`;

/** Without the lines up to the one that begins with `from`. */
const since = (text: string, from: string): string => text.slice(text.indexOf(from));

describe("insertNote", () => {
	const noted = (text: string, lines: readonly string[], words = "") =>
		made(text, (document, id) => insertNote(document, { into: words === "" ? document.root.id : id(words) }, lines));

	it("writes comment lines of nobody's", () => {
		expect(noted("", ["new"])).to.equal("# new");
		expect(noted("a and b", ["new", "", "more"])).to.equal("a and b\n# new\n#\n# more");
		expect(noted("a and (b or c)", ["new"], "(")).to.equal("a and (b or c\n  # new\n)");
		expect(noted("?", ["new"])).to.equal("# new\n\n?");
		expect(made("a\r\nand b", (document, id) => insertNote(document, { before: id("b") }, ["new"]))).to.equal("a\r\n# new\r\n\r\nand b");
		expect(selected("a", (document) => insertNote(document, { into: document.root.id }, ["new"]))).to.equal("# new");
	});

	it("is refused where it would be something else", () => {
		expect(noted("a", [])).to.equal("Write at least one line.");
		expect(noted("a", ["one\ntwo"])).to.equal("A comment is one line. Write more lines above the row.");
		expect(noted("a", ['plan = "pro"'])).to.equal("This reads as a condition, so it would be shown as a muted one. Word it otherwise.");
		const intoChain = made("a and b or c", (document) => insertNote(document, { into: document.root.children[0]?.id ?? 0 }, ["new"]));
		expect(intoChain).to.equal("Put the rows around it in parentheses first.");
		expect(noted("any orders", ["new"], "any")).to.equal("It has no conditions yet. Add one first.");
		expect(noted("a", ["new"], "a")).to.equal("Only a group holds conditions. Wrap this row in one first.");
		expect(made("a", (document) => insertNote(document, { after: 99 }, ["new"]))).to.equal("This row is no longer there.");
	});
});

describe("insert", () => {
	const at = (text: string, words: string, place: "before" | "after" | "into" = "into", row = ""): string =>
		made(text, (document, id) => insert(document, { [place]: row === "" ? document.root.id : id(row) } as { into: number }, words));

	it("puts a condition where its neighbours stand, and as they do", () => {
		expect(at("", "n = ?")).to.equal("n = ?");
		expect(at("# first\n", "n = ?")).to.equal("# first\n\nn = ?\n");
		expect(at("a = 1", "n = ?")).to.equal("a = 1\nand n = ?");
		expect(at("a = 1 AND b = 2", "n = ?")).to.equal("a = 1 AND b = 2 AND n = ?");
		expect(at("a = 1 and\nb = 2 # c", "n = ?")).to.equal("a = 1 and\nb = 2 and # c\nn = ?");
		expect(at("a = 1\n\n  or b = 2\n", "n = ?")).to.equal("a = 1\n\n  or b = 2\n  or n = ?\n");
		expect(at("(a = 1)", "n = ?", "into", "(")).to.equal("(a = 1 and n = ?)");
		expect(at("any of (a, b)", "n = ?", "into", "any")).to.equal("any of (a, b, n = ?)");
		expect(at("any of (\n  a,\n  b,\n)", "n = ?", "into", "any")).to.equal("any of (\n  a,\n  b,\n  n = ?,\n)");
		expect(at("any of (\n\ta\n\tb # c\n)", "n = ?", "into", "any")).to.equal("any of (\n\ta\n\tb # c\n\tn = ?\n)");
		expect(at("any of (\n  a\n  b\n)", "-5 < n", "after", "a")).to.equal("any of (\n  a,\n  -5 < n\n  b\n)");
		expect(at("a\r\nand b\r\n", "n = 1", "before", "a")).to.equal("n = 1\r\nand a\r\nand b\r\n");
		expect(at("a and b or c", "n", "after", "b")).to.equal("a and b and n or c");
		expect(at("# of a\na", "n", "before", "a")).to.equal("n\n# of a\nand a");
	});

	it("adds parentheses where a chain would be read otherwise, and only there", () => {
		expect(at("a and b", "m or n", "after", "a")).to.equal("a and (m or n) and b");
		expect(at("a or b", "m and n", "after", "a")).to.equal("a or m and n or b");
		expect(at("any of (a, b)", "m or n", "into", "any")).to.equal("any of (a, b, m or n)");
		expect(at("a", "m or n")).to.equal("a\nand (m or n)");
	});

	it("opens parentheses where there are none, and fills the place that waits", () => {
		expect(at("any orders # all", "total > ?", "into", "any")).to.equal("any orders (total > ?) # all");
		expect(at("count(orders) >= 3", "total > ?", "into", "count")).to.equal("count(orders where total > ?) >= 3");
		expect(at("any of (?) and b", "n = 1", "into", "any")).to.equal("any of (n = 1) and b");
		expect(at("()", "n = 1", "into", "(")).to.equal("(n = 1)");
	});

	it("selects what waits for a value", () => {
		const into = (words: string) => selected("a", (document) => insert(document, { into: document.root.id }, words));
		expect(into('x != "?" and n = ?')).to.equal("?");
		expect(into("n = 1")).to.equal("n = 1");
	});

	it("says what is no condition", () => {
		expect(at("a", "n =")).to.equal('Write a value after "=", for example n = "pro".');
		expect(at("a", "and n")).to.equal('Write a condition before "and".');
		expect(at("a", "n # why")).to.equal("End with the condition: a comment goes on the line above it.");
		expect(at("a", " ")).to.equal('Write a condition, for example country = "US".');
		expect(at("a", "n", "into", "a")).to.equal("Only a group holds conditions. Wrap this row in one first.");
		expect(at("not not a", "n", "after", "not a")).to.equal('Only one condition can follow "not" or a name. Wrap it in a group first.');
		expect(made("a", (document) => insert(document, { after: document.root.id }, "n"))).to.equal(
			"The whole segment has no row beside it. Insert into it.",
		);
		expect(made("a", (document) => insert(document, { after: 99 }, "n"))).to.equal("This row is no longer there.");
		expect(at("a and (b", "n", "after", "(")).to.equal('The row above is not closed. Close its parenthesis with ")" first.');
	});

	it("joins a single row as asked", () => {
		expect(made("a", (document) => insert(document, { into: document.root.id }, "n", { connector: "or" }))).to.equal("a\nor n");
		expect(made("a and b", (document) => insert(document, { into: document.root.id }, "n", { connector: "or" }))).to.equal("a and b and n");
	});
});

describe("remove", () => {
	const without = (text: string, row: string): string => made(text, (document, id) => remove(document, id(row)));

	it("takes comments and the joining word along", () => {
		expect(without(vips, "country")).to.equal(since(vips, "loyalty"));
		expect(without("a # of a\nand b # of b\nand c", "b")).to.equal("a # of a\nand c");
		expect(without("a and # of a\nb and # of b\nc", "b")).to.equal("a and # of a\nc");
		expect(without("a and # of a\nb", "b")).to.equal("a # of a");
		expect(without("a\n# of b\nand b", "a")).to.equal("# of b\nb");
		expect(without("(a or b) and c", "b")).to.equal("(a) and c");
		expect(without("any of (a, b, c)", "a")).to.equal("any of (b, c)");
		expect(without("any of (\n  a\n  b\n  c,\n)", "c")).to.equal("any of (\n  a\n  b,\n)");
		expect(without("a # why", "a")).to.equal("");
	});

	it("leaves a place to fill where a group would be empty", () => {
		expect(without("(a) and b", "a")).to.equal("(?) and b");
		expect(without("(?) and b", "?")).to.equal("A group needs a condition. Remove the group instead.");
		expect(without("no orders (total > 5)", "total")).to.equal("no orders");
		expect(without("no orders (\n  total > 5\n  # why\n)", "total")).to.equal("no orders (\n  ?\n  # why\n)");
		expect(without("count(orders where gift) >= 3", "gift")).to.equal("count(orders) >= 3");
		expect(without("last orders by day (gift)", "gift")).to.equal("last orders by day (?)");
		expect(without("not not a", "not a")).to.equal("not ?");
	});
});

describe("move", () => {
	it("carries comments, and the lines of what it passes stay as they are", () => {
		expect(made(vips, (document, id) => moveDown(document, id("country")))).to.equal(
			`loyalty_points >= 500\n# Lapsed VIPs\nand country in ("US", "CA") # NA only\n\n${since(vips, "# ---")}`,
		);
		expect(made("a and # of a\nb", (document, id) => moveUp(document, id("b")))).to.equal("b and\na # of a");
		expect(made("any of (a, b,\n  c)", (document, id) => moveUp(document, id("c")))).to.equal("any of (a, c,\n  b)");
		expect(made("a", (document, id) => moveUp(document, id("a")))).to.equal("It is the first row of its group.");
		expect(made("a", (document, id) => moveDown(document, id("a")))).to.equal("It is the last row of its group.");
	});

	it("goes from group to group in their layout", () => {
		expect(made(vips, (document, id) => move(document, id('"spends'), { after: id("country") }))).to.equal(
			vips
				.replace('  # big ones\n  "spends well": sum(orders.total) > 500 # per year\n', "")
				.replace("# NA only\n", '# NA only\n# big ones\nand "spends well": sum(orders.total) > 500 # per year\n'),
		);
		expect(
			since(
				made(vips, (document, id) => move(document, id("country"), { into: id("(city") })),
				"and (city",
			),
		).to.equal('and (city = "Paris" or city = "Rome"\n  # Lapsed VIPs\n  or country in ("US", "CA") # NA only\n)\n');
		expect(made("a and (b or c)", (document, id) => move(document, id("(b"), { into: id("(b") }))).to.equal(
			"A row cannot move into itself.",
		);
		expect(made("(a) and b", (document, id) => move(document, id("a"), { after: id("b") }))).to.equal("(?) and b and a");
		expect(made("a and b", (document) => move(document, document.root.id, { into: 2 }))).to.equal("The whole segment cannot be moved.");
	});
});

describe("wrap and unwrap", () => {
	it("indent what they enclose", () => {
		expect(made(vips, (document, id) => wrap(document, [id("loyalty"), id("opted_in")], "or"))).to.equal(
			vips.replace(
				"loyalty_points >= 500\n\n# --- consent ---\n\nand opted_in # since 2024",
				"(\n  loyalty_points >= 500\n\n  # --- consent ---\n\n  or opted_in # since 2024\n)",
			),
		);
		expect(made(vips, (document, id) => wrap(document, [id("country"), id("loyalty")], { quantity: "none" }))).to.equal(
			`none of (\n  # Lapsed VIPs\n  country in ("US", "CA"), # NA only\n  loyalty_points >= 500\n)\n\n${since(vips, "# ---")}`,
		);
		expect(made("a or b and c # d", (document, id) => wrap(document, [id("b")], "not"))).to.equal("a or not (b) and c # d");
		expect(made("a or b or c", (document, id) => wrap(document, [id("b"), id("c")]))).to.equal("a or (b or c)");
		expect(made("a and b and c", (document, id) => wrap(document, [id("a"), id("c")]))).to.equal("Select rows that stand side by side.");
		expect(made("a and (b or c)", (document, id) => wrap(document, [id("a"), id("c")]))).to.equal(
			"Select rows of one group: only those can be wrapped together.",
		);
		expect(made("a", (document) => wrap(document, []))).to.equal("Select one or more rows first.");
	});

	it("take indentation back, and keep the comments of the group", () => {
		expect(made(vips, (document, id) => unwrap(document, id("any of")))).to.equal(
			vips.replace(/any of \([\s\S]*?\n\)\n/, 'plan = "pro"\n# big ones\nand "spends well": sum(orders.total) > 500 # per year\n'),
		);
		expect(made("# of all\n(\n  # of a\n  a\n  or b # of b\n) # behind\nand c", (document, id) => unwrap(document, id("(")))).to.equal(
			"# of all\n# behind\n# of a\na\nand b # of b\nand c",
		);
		expect(made("(a or b)", (document, id) => unwrap(document, id("(")))).to.equal("a or b");
		const reasons: readonly (readonly [string, string, string])[] = [
			["not (a or b)", "not", 'Take away the "not" first.'],
			['"x": (a or b)', '"x"', "Take away its name first."],
			["no orders (a)", "no", "Its conditions are about the elements of a collection: they mean nothing outside."],
			["a and b or c", "a and", "It has no parentheses."],
			["none of (a)", "none", "No word joins conditions like this group does. Change it to all of or any of first."],
			["()", "(", "There is no condition in it."],
			["a", "a", "Only a group can be unwrapped."],
		];
		for (const [text, row, reason] of reasons) {
			const document = documentOf(text);
			const first = document.root.children.find(({ kind }) => kind !== "note");
			const change = unwrap(document, (row === "a and" ? document.root.children[0]?.id : first?.id) ?? 0);
			expect(change.ok || change.reason, text).to.equal(reason);
		}
	});
});

describe("setConnector, setQuantity, setLabel, duplicate", () => {
	it("change the words that join", () => {
		expect(made("a AND b\n# and c = 1\nAND d", (document) => setConnector(document, document.root.id, "or"))).to.equal(
			"a OR b\n# or c = 1\nOR d",
		);
		expect(made("a\nb", (document) => setConnector(document, document.root.id, "and"))).to.equal("a\nand b");
		expect(made("any of (a, b)", (document, id) => setConnector(document, id("any"), "and"))).to.equal("all of (a, b)");
		expect(made("a", (document) => setConnector(document, document.root.id, "or"))).to.equal(
			"It has only one condition. Add another one first.",
		);
	});

	it("change how many must hold", () => {
		expect(made("any of (a, b)", (document, id) => setQuantity(document, id("any"), { atLeast: 2 }))).to.equal("at least 2 of (a, b)");
		expect(made("(a or b) and c", (document, id) => setQuantity(document, id("(a"), "none"))).to.equal("none of (a, b) and c");
		expect(made("a\nor b # c", (document) => setQuantity(document, document.root.id, "none"))).to.equal("none of (\n  a,\n  b # c\n)");
		expect(made("a and b or c", (document, id) => setQuantity(document, id("a and"), { atLeast: 1 }))).to.equal(
			"Only groups ask how many of their conditions hold.",
		);
		expect(made("any of (a)", (document, id) => setQuantity(document, id("any"), { atLeast: 1.5 }))).to.equal(
			"Write a whole number of conditions, for example 2.",
		);
	});

	it("name rows, and repeat them", () => {
		expect(made(vips, (document, id) => setLabel(document, id("loyalty"), 'rich "er"'))).to.equal(
			vips.replace("loyalty", '"rich \\"er\\"": loyalty'),
		);
		expect(made('"x":  a and b', (document, id) => setLabel(document, id('"x"'), undefined))).to.equal("a and b");
		expect(made('"x": a', (document, id) => setLabel(document, id('"x"'), "\ud800"))).to.equal(
			"This name holds a character that not every engine can store. Write it without.",
		);
		expect(made(vips, (document, id) => duplicate(document, id('"spends')))).to.equal(
			vips.replace("# per year\n", '# per year\n  "spends well": sum(orders.total) > 500\n'),
		);
	});
});

describe("setComments", () => {
	it("writes lines above and one behind", () => {
		expect(made(vips, (document, id) => setComments(document, id("loyalty"), { before: ["one", "", "two"], after: "three" }))).to.equal(
			vips.replace("and loyalty_points >= 500", "# one\n#\n# two\nand loyalty_points >= 500 # three"),
		);
		expect(made(vips, (document, id) => setComments(document, id("country"), { before: [], after: "" }))).to.equal(
			vips.replace("# Lapsed VIPs\n", "").replace(" # NA only", ""),
		);
		expect(
			since(
				made(vips, (document, id) => setComments(document, id('city = "Rome'), { before: ["eternal"] })),
				"and (city",
			),
		).to.equal('and (city = "Paris"\n  # eternal\n  or city = "Rome")\n');
		expect(made("# a\n# b\n\nx", (document) => setComments(document, 2, { before: ["a", "c", "d"] }))).to.equal("# a\n# c\n# d\n\nx");
	});

	it("says what is no comment", () => {
		const reason = (comments: Parameters<typeof setComments>[2]): string =>
			made("a and b", (document, id) => setComments(document, id("b"), comments));
		expect(reason({ after: "one\ntwo" })).to.equal("A comment is one line. Write more lines above the row.");
		expect(reason({ before: ["and c = 1"] })).to.equal(
			"This reads as a condition, so it would be shown as a muted one. Word it otherwise.",
		);
	});
});

describe("mute and unmute", () => {
	const both = (text: string, row: string, wanted: string): void => {
		const muted = made(text, (document, id) => mute(document, id(row)));
		expect(muted).to.equal(wanted);
		const document = documentOf(muted);
		const id = [...document.places.values()].find(({ row: each }) => each.kind === "muted")?.row.id ?? 0;
		const back = unmute(document, id);
		expect(back.ok && applyEdits(muted, back.edits)).to.equal(text);
	};

	it("comment lines out as a person would", () => {
		both(vips, "opted_in", vips.replace("and opted_in", "# and opted_in"));
		both(vips, "country", vips.replace("country", "# country").replace("and loyalty", "loyalty"));
		both(
			vips,
			"any of",
			vips.replace(/and any of[\s\S]*?\n\)/, (lines) =>
				lines
					.split("\n")
					.map((line) => `# ${line}`)
					.join("\n"),
			),
		);
		both("a = 1 and\nb = 2 and\nc = 3", "b", "a = 1 and\n# b = 2 and\nc = 3");
		both("any of (\n  a = 1,\n  b = 2,\n  c = 3\n)", "b", "any of (\n  a = 1,\n  # b = 2,\n  c = 3\n)");
	});

	it("mark what would not come back by itself", () => {
		both("a and b and c", "b", "a #~ and b \\\nand c");
		both("a and b", "a", "#~ a and \\\nb");
		both("(a and b)", "b", "(a #~ and b\\\n)");
		both("opted_in", "opted_in", "#~ opted_in");
		both("(a) or b = 1 or # c\n\nd", "b", "(a) #~ or b = 1 \\\nor # c\n\nd");
		both(
			"any of (\n  a = 1\n    or b = 2\n\n    or c\n  d\n)",
			"a = 1",
			"any of (\n  #~ a = 1\n  #~~   or \\\n  b = 2\n\n    or c\n  d\n)",
		);
	});

	it("refuse where nothing would be left", () => {
		expect(made("(a) and b", (document, id) => mute(document, id("a")))).to.equal(
			"It is the only condition of its group. Mute the group instead.",
		);
		expect(made("a", (document) => mute(document, document.root.id))).to.equal("The whole segment cannot be muted.");
		expect(made("a", (document, id) => unmute(document, id("a")))).to.equal("It is not muted.");
	});

	it("bring back what a person commented out, joined as it has to be now", () => {
		const back = (text: string): string =>
			made(text, (document) => unmute(document, [...document.places.values()].find(({ row }) => row.kind === "muted")?.row.id ?? 0));
		expect(back('#plan = "pro"\nseats > 5')).to.equal('plan = "pro"\nand seats > 5');
		expect(back('seats > 5\n# plan = "pro"')).to.equal('seats > 5\nand plan = "pro"');
		expect(back('a\nor b\n# plan = "pro"')).to.equal('a\nor b\nor plan = "pro"');
		expect(back('# and plan = "pro"')).to.equal('plan = "pro"');
		expect(back("# who pays\n# and any of (\n#   a = 1\n# )\nb")).to.equal("# who pays\nany of (\n  a = 1\n)\nand b");
	});

	it("take prose for prose", () => {
		const prose = [
			"note",
			"who pays",
			"price is right",
			"vip or gold",
			"no refunds",
			"not used",
			"3 or more",
			'"quoted"',
			"a (b",
			"in last 30 days",
		];
		const kinds = prose.map((line) =>
			documentOf(`a\n\n# ${line}\n\nand b`)
				.root.children.map(({ kind }) => kind)
				.join(" "),
		);
		expect(kinds).to.deep.equal(prose.map(() => "condition note condition"));
		const conditions = [
			"a = 1",
			"and vip",
			"vip or",
			'x in ("a")',
			"total > 5",
			"plan is set",
			'not in segment "x"',
			"seen in this week",
			"x > ?",
		];
		const read = conditions.map((line) =>
			documentOf(`a\n\n# ${line}\n\nand b`)
				.root.children.map(({ kind }) => kind)
				.join(" "),
		);
		expect(read).to.deep.equal(conditions.map(() => "condition muted condition"));
	});
});

describe("replaceText", () => {
	const replaced = (text: string, row: string, words: string): string =>
		made(text, (document, id) => replaceText(document, id(row), words));

	it("takes words as they are typed", () => {
		expect(replaced("a and foo bar and b", "foo", "x = 1")).to.equal("a and x = 1 and b");
		expect(replaced("a and foo bar and b", "foo", "x =")).to.equal("a and x = and b");
		expect(replaced("a and b", "b", "x or y")).to.equal("a and (x or y)");
		const missing = documentOf("a and");
		const filled = replaceText(missing, missing.root.children[1]?.id ?? 0, "b");
		expect(filled.ok && applyEdits("a and", filled.edits)).to.equal("a and b");
	});

	it("keeps them from reaching others", () => {
		expect(replaced("a and b", "a", "(x")).to.equal('Close the parenthesis with ")".');
		expect(replaced("a and b", "a", "x)")).to.equal('Remove the ")" that closes nothing, or open it with "(".');
		expect(replaced("a and b", "a", 'x = "y')).to.equal("Close the quote.");
		expect(replaced("a and b", "a", "x # y")).to.equal("End with the condition: a comment goes on the line above it.");
		expect(replaced("a and b", "a", "x and")).to.equal('Begin and end with a condition: "and", "or" and commas stand between rows.');
		expect(replaced("a and b", "a", "")).to.equal("Write a condition, or remove the row.");
		expect(replaced("a and b", "a", "x between 5")).to.equal(
			"With these words another row would be read otherwise. Finish the condition first.",
		);
	});
});
