import { expect } from "chai";
import { peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql import", () => {
	const folder = testFolder();
	const fields = ["--fields", folder.file("fields.json", peopleFields)];
	const call = (document: unknown, ...argv: string[]) =>
		segql(["import", "-", ...fields, ...argv], { stdin: typeof document === "string" ? document : JSON.stringify(document) });

	const northern = { field: "country", operator: "equals", value: ["US", "CA"] };
	const recent = {
		field: "signed_up",
		operator: "greater_than",
		value: { type: "relative", value: 30, unit: "days", direction: "before" },
	};
	const vips = {
		id: "7",
		business_id: "acme",
		name: "VIPs",
		description: "who matter",
		status: "active",
		conditions: [northern, recent],
		colour: "red",
	};
	const vipsText = 'country in ("US", "CA")\nand signed_up after today - 30 days';

	it("turns a segment document into a text", async () => {
		expect(await call(vips)).to.deep.equal({ code: 0, out: `${vipsText}\n`, err: "" });
		expect(await segql(["import", folder.file("vips.json", JSON.stringify(vips)), ...fields])).to.deep.equal({
			code: 0,
			out: `${vipsText}\n`,
			err: "",
		});
		expect(JSON.parse((await call(vips, "--json")).out)).to.deep.equal({
			ok: true,
			from: "document",
			id: "7",
			businessId: "acme",
			name: "VIPs",
			description: "who matter",
			status: "active",
			text: vipsText,
			notes: [],
		});
	});

	it("and the text back into the same conditions", async () => {
		const { out } = await call(vips);
		const back = await segql(["compile", "-", "--to", "conditions", ...fields], { stdin: out });
		expect(JSON.parse(back.out)).to.deep.equal(vips.conditions);
	});

	it("turns several documents into texts under their names, or into a file of segments", async () => {
		const others = [vips, { businessId: "acme", name: "Odd\n\u001bname", status: "deactivated", conditions: [northern] }];
		expect(await call(others)).to.deep.equal({
			code: 0,
			out: `# VIPs\n${vipsText}\n\n# Odd\\n\\u001bname\ncountry in ("US", "CA")\n`,
			err: "",
		});
		const segments = folder.file("segments.json", (await call(others, "--json")).out);
		const used = ["preview", "--text", 'in segment "7"', "--segments", segments, ...fields, "--profiles", "-", "--ids"];
		expect(await segql(used, { stdin: peopleLines })).to.deep.equal({ code: 0, out: "u1\n", err: "" });
		used[2] = 'in segment "Odd\\n\\u001bname"';
		expect((await segql(used, { stdin: peopleLines })).err).to.include("is deactivated.");
	});

	it("turns a bare list of conditions into a text", async () => {
		expect(await call([northern])).to.deep.equal({ code: 0, out: 'country in ("US", "CA")\n', err: "" });
		expect(JSON.parse((await call([northern], "--json")).out)).to.deep.equal({
			ok: true,
			from: "conditions",
			text: 'country in ("US", "CA")',
			notes: [],
		});
	});

	it("turns JSON Logic into a text, and says what it left unsaid", async () => {
		const rule = { "<": [{ var: "spent" }, 5] };
		const note = 'A missing "spent" counts as less than 5 here, so the text says so.';
		expect(await call(rule)).to.deep.equal({ code: 0, out: "spent < 5 or spent is missing\n", err: `${note}\n` });
		expect(JSON.parse((await call(rule, "--json")).out)).to.deep.equal({
			ok: true,
			from: "rule",
			text: "spent < 5 or spent is missing",
			notes: [{ pointer: "", message: note }],
		});
		const own = await segql(["compile", "--text", "signed_up in last 30 days and any orders (total > 5)", ...fields]);
		expect((await call(own.out)).out).to.equal("signed_up between 2026-04-10 and 2026-05-10 and any orders (total > 5)\n");
	});

	it("tells what is probably not meant, at its condition", async () => {
		const options = folder.file("options.json", '{ "fields": [{ "name": "plan", "type": "text", "options": ["free", "pro"] }] }');
		const conditions = [
			{ field: "plan", operator: "exists" },
			{ field: "plan", operator: "equals", value: "prp" },
		];
		const ran = await segql(["import", "-", "--fields", options], { stdin: JSON.stringify({ businessId: "b", name: "n", conditions }) });
		expect([ran.code, ran.out]).to.deep.equal([0, 'plan is set\nand plan = "prp"\n']);
		expect(ran.err).to.match(/^\/conditions\/1: .*"prp".*\n$/);
	});

	it("a value nested as deep as a file can hold is refused like any other", async () => {
		const deep = `${"[".repeat(20_000)}1${"]".repeat(20_000)}`;
		expect(await call(`[{ "field": "country", "operator": ${deep}, "value": 1 }]`)).to.deep.equal({
			code: 1,
			out: "",
			err: 'error: "standard input" cannot be imported.\n  /0/operator: The operator must be text, not a list. Use one of equals, not_equals, greater_than, less_than, exists, not_exists, equals_month_day, equals_month_day_year, between_month_day, between_month_day_year, array_contains.\n',
		});
	});

	it("tells every problem at its place, and prints nothing else", async () => {
		const ran = (problems: readonly string[]) => ({
			code: 1,
			out: "",
			err: ['error: "standard input" cannot be imported.', ...problems.map((line) => `  ${line}`), ""].join("\n"),
		});
		const broken = {
			business_id: "acme",
			name: "x",
			conditions: [
				{ field: "a~b", operator: "exists" },
				{ field: "spent", operator: "near" },
			],
		};
		const near =
			'/conditions/1/operator: The operator "near" is not known. Use one of equals, not_equals, greater_than, less_than, exists, not_exists, equals_month_day, equals_month_day_year, between_month_day, between_month_day_year, array_contains.';
		const field = '/conditions/0/field: There is no field "a~b" in the catalogue. Add it or use another.';
		expect(await call(broken)).to.deep.equal(ran([field, near]));
		expect(await call([vips, { ...broken, name: 3 }, broken, null])).to.deep.equal(
			ran([
				'/1/name: "name" must be text.',
				`/1${field}`,
				`/1${near}`,
				`/2${field}`,
				`/2${near}`,
				"/3: A segment document is a JSON object.",
			]),
		);
		expect(await call([{ field: "spent", operator: "exists", value: 5 }, 5])).to.deep.equal(
			ran(['/0/value: "exists" takes no value. Write [].', '/1: A condition is an object with "field", "operator" and "value".']),
		);
		expect(await call({ and: [{ "==": [{ var: "spnt" }, 1] }, { nonsense: 1 }] })).to.deep.include({ code: 1, out: "" });
		const json = await call(broken, "--json");
		expect(json.code).to.equal(1);
		expect(JSON.parse(json.out)).to.deep.equal({
			ok: false,
			error: { code: "bad-document", message: '"standard input" cannot be imported.' },
			problems: [field, near].map((line) => ({
				pointer: line.slice(0, line.indexOf(": ")),
				message: line.slice(line.indexOf(": ") + 2),
			})),
		});
		const many = await call(Array.from({ length: 30 }, () => 5));
		expect(many.err.split("\n")).to.have.length(32);
	});

	it("refuses a field that conditions may not use, at its condition", async () => {
		const merge = folder.file(
			"merge.json",
			'{ "fields": [{ "name": "a", "type": "text" }, { "name": "greeting", "type": "text", "exposure": ["merge_fields"] }] }',
		);
		const conditions = [
			{ field: "a", operator: "exists" },
			{ field: "greeting", operator: "equals", value: "Hi" },
		];
		const ran = await segql(["import", "-", "--fields", merge], { stdin: JSON.stringify(conditions) });
		expect([ran.code, ran.out]).to.deep.equal([1, ""]);
		expect(ran.err).to.equal(
			'error: "standard input" cannot be imported.\n  /1/field: "greeting" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.\n',
		);
	});

	it("asks what it is meant to be where its form does not tell, and takes --from", async () => {
		const message =
			"This is no segment document, no list of them or of conditions, and no JSON Logic. Say which it is meant to be with --from.";
		for (const document of [3, null, '"text"', { a: 1, b: 2 }, {}]) {
			expect(await call(document), JSON.stringify(document)).to.deep.equal({
				code: 1,
				out: "",
				err: `error: "standard input" cannot be imported.\n  ${message}\n`,
			});
		}
		expect((await call({ name: "n" }, "--from", "conditions")).err).to.equal(
			'error: "standard input" cannot be imported.\n  /business_id: "business_id" must be text.\n  /conditions: There is no condition. Add one: a segment without conditions would be everyone.\n',
		);
		expect((await call([], "--from", "rule")).err).not.to.include("There is no condition.");
		expect((await call([])).err).to.equal(
			'error: "standard input" cannot be imported.\n  There is no condition. Add one: a segment without conditions would be everyone.\n',
		);
	});

	it("infers fields from profiles", async () => {
		const profiles = folder.file("people.ndjson", peopleLines);
		const ran = await segql(["import", "-", "--profiles", profiles], { stdin: JSON.stringify([northern]) });
		expect(ran).to.deep.equal({ code: 0, out: 'country in ("US", "CA")\n', err: "" });
	});

	it("answers to what cannot be read", async () => {
		expect(await call("{")).to.deep.equal({ code: 1, out: "", err: 'error: The document "standard input" is not JSON.\n' });
		expect(await segql(["import", ...fields])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Missing required argument 'file'.\n  Run segql --help to see what there is.\n",
		});
		expect((await segql(["import", "-", "--profiles", "-"])).err).to.equal(
			"error: The document and the profiles cannot both come from standard input.\n  Give one of them as a file.\n",
		);
		const deep = `${'{"!":'.repeat(100_000)}true${"}".repeat(100_000)}`;
		expect((await call(deep)).err).to.match(/: This is nested too deep for a text\. Split the rule into several segments\.\n$/);
	});
});
