import { expect } from "chai";
import { peopleFields } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql compile", () => {
	const folder = testFolder();
	const call = (to: string, ...more: string[]) =>
		segql([
			"compile",
			"--text",
			'country = "US" AND email ends with "@Acme.com" ignoring case',
			"--fields",
			folder.file("fields.json", peopleFields),
			"--to",
			to,
			...more,
		]);

	it("prints the rule, which is what is made without --to", async () => {
		const rule = await segql(["compile", "--text", 'country = "US"', "--fields", folder.file("fields.json", peopleFields)]);
		expect(rule).to.deep.equal({ code: 0, out: '{\n  "===": [\n    {\n      "var": "country"\n    },\n    "US"\n  ]\n}\n', err: "" });
	});

	it("prints the canonical text, English, and what a record must carry", async () => {
		expect(await call("text")).to.deep.equal({ code: 0, out: 'country = "US" and email ends with "@Acme.com" ignoring case\n', err: "" });
		expect(await call("english")).to.deep.equal({
			code: 0,
			out: 'Their country is "US".\nTheir email ends with "@Acme.com" in any mix of upper and lower case.\n',
			err: "",
		});
		expect(await call("record-fields")).to.deep.equal({ code: 0, out: "country\nemail\nemail@fold\n", err: "" });
	});

	it("with --json prints one object with the clock it was bound to", async () => {
		const bound = { ok: true, now: "2026-05-10T12:00:00Z", timeZone: "America/New_York", diagnostics: [] };
		expect(JSON.parse((await call("record-fields", "--json")).out)).to.deep.equal({
			...bound,
			fields: ["country", "email"],
			requires: ["email@fold"],
		});
		expect(JSON.parse((await call("text", "--json")).out)).to.deep.include({
			...bound,
			text: 'country = "US" and email ends with "@Acme.com" ignoring case',
		});
		const rule = JSON.parse((await call("rule", "--json")).out);
		expect(rule).to.deep.include({ ...bound, fields: ["country", "email"], requires: ["email@fold"] });
		expect(rule.rule.and).to.have.length(2);
	});

	it("prints the seed system's conditions", async () => {
		const text = 'country in ("US", "CA") and signed_up after today - 30 days and email is set';
		const conditions = [
			{ field: "country", operator: "equals", value: ["US", "CA"] },
			{ field: "signed_up", operator: "greater_than", value: { type: "relative", value: 30, unit: "days", direction: "before" } },
			{ field: "email", operator: "exists", value: [] },
		];
		const call = ["compile", "--text", text, "--fields", folder.file("fields.json", peopleFields), "--to", "conditions"];
		expect(await segql(call)).to.deep.equal({ code: 0, out: `${JSON.stringify(conditions, undefined, 2)}\n`, err: "" });
		expect(JSON.parse((await segql([...call, "--json"])).out)).to.deep.equal({
			ok: true,
			conditions,
			now: "2026-05-10T12:00:00Z",
			timeZone: "America/New_York",
			diagnostics: [],
		});
	});

	it("spells built-in fields as the seed system's HTTP API does when asked", async () => {
		const call = [
			"compile",
			"--text",
			"first_name is set",
			"--fields",
			folder.file("fields.json", peopleFields),
			"--spelling",
			"camelCase",
		];
		const conditions = [{ field: "firstName", operator: "exists", value: [] }];
		expect((await segql([...call, "--to", "conditions"])).out).to.equal(`${JSON.stringify(conditions, undefined, 2)}\n`);
		expect(await segql(call)).to.deep.equal({
			code: 2,
			out: "",
			err: "error: --spelling is about conditions.\n  Leave it out, or add --to conditions.\n",
		});
	});

	it("shows each part that the seed system cannot say, and prints nothing else", async () => {
		const text = 'country contains "x" and spent > 5\nand (spent > 6 or not email is set)';
		const file = folder.file("rich.segql", text);
		const call = ["compile", file, "--fields", folder.file("fields.json", peopleFields), "--to", "conditions"];
		expect(await segql(call)).to.deep.equal({
			code: 1,
			out: "",
			err: [
				`${file}:1:1 error: The seed system has no operator for this.`,
				'  country contains "x" and spent > 5',
				"  ^^^^^^^^^^^^^^^^^^^^",
				`${file}:2:6 error: The seed system joins conditions by "and" only.`,
				"  and (spent > 6 or not email is set)",
				"       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
				"",
			].join("\n"),
		});
		const { code, out, err } = await segql([...call, "--json"]);
		expect([code, err]).to.deep.equal([1, ""]);
		expect(JSON.parse(out)).to.deep.equal({
			ok: false,
			without: [
				{ reason: "The seed system has no operator for this.", line: 1, column: 1, span: { from: 0, to: 20 } },
				{ reason: 'The seed system joins conditions by "and" only.', line: 2, column: 6, span: { from: 40, to: 69 } },
			],
			diagnostics: [],
		});
		const many = Array.from({ length: 51 }, () => "spent >= 5").join(" and ");
		const shown = await segql([...call.slice(0, 1), "--text", many, ...call.slice(2)]);
		expect(shown.err.match(/ error: /g)).to.have.length(50);
		expect(shown.err.split("\n").at(-2)).to.equal("… and 1 more.");
	});

	it("prints a rule over profiles as they come", async () => {
		const fields = folder.file("moved.json", '{ "fields": [{ "name": "points", "type": "number", "jsonPath": "$.loyalty.points" }] }');
		const call = ["compile", "--text", "points = 5", "--fields", fields, "--timezone", "UTC", "--over", "profile"];
		const rule = { "===": [{ var: "loyalty.points" }, 5] };
		expect(await segql(call)).to.deep.equal({ code: 0, out: `${JSON.stringify(rule, undefined, 2)}\n`, err: "" });
		expect(JSON.parse((await segql([...call, "--json"])).out)).to.deep.equal({
			ok: true,
			rule,
			now: "2026-05-10T12:00:00Z",
			timeZone: "UTC",
			diagnostics: [],
		});
		call[call.length - 1] = "record";
		expect(JSON.parse((await segql(call)).out)).to.deep.equal({ "===": [{ var: "points" }, 5] });
	});

	it("shows each part that a rule over profiles cannot say, and prints nothing else", async () => {
		const call = ["compile", "-", "--fields", folder.file("fields.json", peopleFields), "--over", "profile"];
		const stdin = 'country = "us" ignoring case\nor signed_up in last 3 days';
		const reasons = [
			'"ignoring case" on "country" needs small letters, and JSON Logic cannot make them.',
			'"signed_up" is a date: in a profile it is text, perhaps of an instant in some time zone, and JSON Logic cannot read dates.',
		];
		expect(await segql(call, { stdin })).to.deep.equal({
			code: 1,
			out: "",
			err: [
				`1:1 error: ${reasons[0]}`,
				'  country = "us" ignoring case',
				"  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
				`2:4 error: ${reasons[1]}`,
				"  or signed_up in last 3 days",
				"     ^^^^^^^^^^^^^^^^^^^^^^^^",
				"",
			].join("\n"),
		});
		expect(JSON.parse((await segql([...call, "--json"], { stdin })).out)).to.deep.equal({
			ok: false,
			without: [
				{ reason: reasons[0], line: 1, column: 1, span: { from: 0, to: 28 } },
				{ reason: reasons[1], line: 2, column: 4, span: { from: 32, to: 56 } },
			],
			diagnostics: [],
		});
	});

	it("begins weeks where --week-start says", async () => {
		const rule = async (...more: string[]) => {
			const given = ["--fields", folder.file("fields.json", peopleFields), "--json"];
			return JSON.parse((await segql(["compile", "--text", "signed_up this week", ...given, ...more])).out).rule;
		};
		// 10 May 2026 is a Sunday.
		expect(await rule()).to.deep.equal({
			and: [{ "!==": [{ var: "signed_up" }, null] }, { "<=": [20260504, { var: "signed_up" }, 20260510] }],
		});
		expect(await rule("--week-start", "7")).to.deep.equal({
			and: [{ "!==": [{ var: "signed_up" }, null] }, { "<=": [20260510, { var: "signed_up" }, 20260516] }],
		});
		expect(await segql(["compile", "--text", "a = 1", "--week-start", "8"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Option '--week-start <day>' argument '8' is invalid. Give a whole number from 1 to 7.\n  Run segql --help to see what there is.\n",
		});
	});

	it("answers 1 for mistakes, 2 for a wrong call", async () => {
		const mistaken = await segql(["compile", "--text", "nothing = 1", "--fields", folder.path("fields.json"), "--json"]);
		expect(mistaken.code).to.equal(1);
		expect(JSON.parse(mistaken.out).diagnostics[0].code).to.equal("unknown-field");
		expect(await call("sql")).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Option '--to <what>' argument 'sql' is invalid. Allowed choices are rule, conditions, text, english, record-fields.\n  Run segql --help to see what there is.\n",
		});
		expect(await segql(["compile", "--text", "country = 1", "--to", "english", "--over", "profile"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: --over is about rules.\n  Leave it out, or leave out --to english.\n",
		});
		expect(await segql(["compile", "--text", "a = 1"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: The fields are not known.\n  Give --fields, or --profiles to infer them from.\n",
		});
	});
});
