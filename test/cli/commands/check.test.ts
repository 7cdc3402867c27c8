import { expect } from "chai";
import { peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql check", () => {
	const folder = testFolder();
	const fields = folder.file("fields.json", peopleFields);
	const profiles = folder.file("people.ndjson", peopleLines);

	it("says that a condition is fine", async () => {
		for (const given of [
			["--fields", fields],
			["--profiles", profiles],
		]) {
			expect(await segql(["check", "--text", 'country = "US"', ...given])).to.deep.equal({ code: 0, out: "No problems.\n", err: "" });
		}
	});

	it("shows each mistake with its place, and what would mend it", async () => {
		const file = folder.file("vip.segql", 'contry = "US"\nand spent > "much"\n');
		expect(await segql(["check", file, "--fields", fields])).to.deep.equal({
			code: 1,
			out: "",
			err: [
				`${file}:1:1 error: There is no field "contry". Did you mean "country"? (unknown-field)`,
				'  contry = "US"',
				"  ^^^^^^",
				"  Fix: Change to country",
				`${file}:2:13 error: "spent" is a number, but "much" is text. Write a number, for example 18. (wrong-type)`,
				'  and spent > "much"',
				"              ^^^^^^",
				"2 errors.",
				"",
			].join("\n"),
		});
	});

	it("with --json gives the diagnostics with lines and columns", async () => {
		const { code, out, err } = await segql(["check", "-", "--fields", fields, "--json"], { stdin: 'spent > 1\nand contry = "US"' });
		expect([code, err]).to.deep.equal([1, ""]);
		expect(JSON.parse(out)).to.deep.equal({
			ok: false,
			diagnostics: [
				{
					code: "unknown-field",
					severity: "error",
					message: 'There is no field "contry". Did you mean "country"?',
					line: 2,
					column: 5,
					span: { from: 14, to: 20 },
					fixes: [{ title: "Change to country", edits: [{ span: { from: 14, to: 20 }, text: "country" }] }],
				},
			],
		});
		const fine = await segql(["check", "-", "--fields", fields, "--json"], { stdin: "spent > 1" });
		expect(JSON.parse(fine.out)).to.deep.equal({ ok: true, checked: "form and fields", diagnostics: [] });
	});

	it("checks the form alone when no fields are known, and says so", async () => {
		const rest = "Only the form was checked: give --fields or --profiles to check names and types.\n";
		expect(await segql(["check", "--text", "a = 1"])).to.deep.equal({ code: 0, out: `No problems. ${rest}`, err: "" });
		const warned = await segql(["check", "--text", "a = 1 and b = 2 or c = 3"]);
		expect([warned.code, warned.out]).to.deep.equal([0, `No errors, 1 warning. ${rest}`]);
		const broken = await segql(["check", "--text", "(a = 1"]);
		expect([broken.code, broken.out, broken.err.split("\n").at(-2)]).to.deep.equal([1, "", "1 error."]);
		expect(JSON.parse((await segql(["check", "--text", "a = 1", "--json"])).out)).to.deep.equal({
			ok: true,
			checked: "form",
			diagnostics: [],
		});
	});

	it("remarks what is no mistake but probably not meant, after what is wrong, unless --no-lint", async () => {
		const text = 'country = "US" and country = "CA"';
		const call = ["check", "--text", text, "--fields", fields];
		expect(await segql(call)).to.deep.equal({
			code: 0,
			out: "No errors, 1 warning.\n",
			err: [
				"1:1 warning: Nobody can be in it: these conditions exclude each other. Use or, or change one of them. (contradiction)",
				`  ${text}`,
				`  ${"^".repeat(text.length)}`,
				"",
			].join("\n"),
		});
		expect(await segql([...call, "--no-lint"])).to.deep.equal({ code: 0, out: "No problems.\n", err: "" });
		const json = JSON.parse((await segql([...call, "--json"])).out);
		expect(json).to.deep.equal({
			ok: true,
			checked: "form and fields",
			diagnostics: [
				{
					code: "contradiction",
					severity: "warning",
					message: "Nobody can be in it: these conditions exclude each other. Use or, or change one of them.",
					line: 1,
					column: 1,
					span: { from: 0, to: text.length },
					fixes: [],
				},
			],
		});
		const both = await segql(["check", "--text", `${text} or spent != 5`, "--fields", fields, "--json"]);
		expect(JSON.parse(both.out).diagnostics.map(({ code }: { code: string }) => code)).to.deep.equal([
			"mixed-and-or",
			"contradiction",
			"lets-missing-in",
		]);
		const mistaken = await segql([...call.slice(0, 2), `${text} and contry = "US"`, ...call.slice(3)]);
		expect([mistaken.code, mistaken.err.includes("Nobody can be in it")]).to.deep.equal([1, false]);
	});

	it("takes segments, and what a reference to a deactivated one means", async () => {
		const segments = folder.file(
			"segments.json",
			JSON.stringify([
				{ name: "vip", text: "spent > 500" },
				{ business_id: "b", name: "old", status: "deactivated", conditions: [{ field: "country", operator: "equals", value: "US" }] },
			]),
		);
		const call = (...more: string[]) =>
			segql(["check", "--text", 'in segment "vip" and in segment "old"', "--fields", fields, "--segments", segments, ...more]);
		const refused = {
			code: 1,
			out: "",
			err: [
				'1:33 error: Segment "old" is deactivated. Activate it or remove the reference. (deactivated-segment)',
				'  in segment "vip" and in segment "old"',
				"                                  ^^^^^",
				"1 error.",
				"",
			].join("\n"),
		};
		expect(await call()).to.deep.equal(refused);
		expect(await call("--deactivated", "refuse")).to.deep.equal(refused);
		expect(await call("--deactivated", "as-active")).to.deep.equal({ code: 0, out: "No problems.\n", err: "" });
		expect((await call("--deactivated", "nobody", "--no-lint")).code).to.equal(0);
		expect(await call("--deactivated", "maybe")).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Option '--deactivated <policy>' argument 'maybe' is invalid. Allowed choices are refuse, nobody, as-active.\n  Run segql --help to see what there is.\n",
		});
	});

	it("shows the first fifty mistakes of a text with more", async () => {
		const text = Array.from({ length: 60 }, (_, n) => `nofield${n} = 1`).join(" and ");
		const { err } = await segql(["check", "--text", text, "--fields", fields]);
		expect(err.match(/ error: /g)).to.have.length(50);
		expect(err.split("\n").slice(-3)).to.deep.equal(["… and 10 more.", "60 errors.", ""]);
	});

	it("tells everything that is wrong with a catalogue", async () => {
		const broken = folder.file("broken.json", '{"fields":[{"name":"a","type":"nummer"},{"name":"b"},{}]}');
		expect(await segql(["check", "--text", "a = 1", "--fields", broken])).to.deep.equal({
			code: 1,
			out: "",
			err: [
				`error: The catalogue "${broken}" cannot be used.`,
				'  /fields/0/type: "nummer" is not a type. Use text, number, boolean, date, datetime, list, collection.',
				'  /fields/1: The field "b" has no type. Add "type", a schema, or profiles to infer it from.',
				'  /fields/2: A field is an object with a "name".',
				"",
			].join("\n"),
		});
		expect((await segql(["check", "--text", "a = 1", "--fields", profiles])).err).to.equal(
			`error: The catalogue "${profiles}" is not JSON.\n`,
		);
	});

	it("infers the types that a catalogue leaves out", async () => {
		const untyped = folder.file("untyped.json", '{"fields":[{"name":"country"}]}');
		const given = ["--fields", untyped, "--profiles", profiles];
		expect(await segql(["check", "--text", 'country = "US"', ...given])).to.deep.equal({ code: 0, out: "No problems.\n", err: "" });
		const { code, err } = await segql(["check", "--text", "country = 5", ...given]);
		expect([code, err.split("\n")[0]]).to.deep.equal([1, '1:11 error: "country" is text, but 5 is a number. Write "5". (wrong-type)']);
	});
});
