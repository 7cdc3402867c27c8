import { expect } from "chai";
import { peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql explain", () => {
	const folder = testFolder();
	const given = ["--profiles", folder.file("people.ndjson", peopleLines), "--fields", folder.file("fields.json", peopleFields)];
	const text = '"spends well": spent > 600 and (country = "US" or not email ends with "@acme.com")';

	it("prints each condition with its answer, and the smallest change for a profile outside", async () => {
		expect(await segql(["explain", "--text", text, ...given, "--id", "u4"])).to.deep.equal({
			code: 0,
			err: "",
			out: [
				"u4 is not in the segment.",
				"",
				"✗ failed   all of",
				"✗ failed     spends well",
				"✗ failed       spent > 600                    has 501, wants > 600",
				"✗ failed     any of",
				'– missing      country = "US"                 has no value, wants = "US"',
				"✗ failed       not",
				'✓ passed         email ends with "@acme.com"  has "di@acme.com"',
				"",
				"The smallest change that would bring it in:",
				"  make true:  spent > 600",
				'  make true:  country = "US"',
				"",
				"As of 2026-05-10T08:00:00-04:00, time zone America/New_York.",
				"",
			].join("\n"),
		});
	});

	it("says of a profile inside what it has", async () => {
		const { code, out } = await segql(["explain", "--text", text, ...given, "--id", "u1"]);
		expect(code).to.equal(0);
		expect(out.split("\n").slice(0, 9)).to.deep.equal([
			"u1 is in the segment.",
			"",
			"✓ passed   all of",
			"✓ passed     spends well",
			"✓ passed       spent > 600                    has 700.5",
			"✓ passed     any of",
			'✓ passed       country = "US"                 has "US"',
			"✗ failed       not",
			'✓ passed         email ends with "@acme.com"  has "ann@acme.com"',
		]);
	});

	it("says that a value is missing where that is what was asked for", async () => {
		const { out } = await segql(["explain", "--text", "email is missing", ...given, "--id", "u3"]);
		expect(out.split("\n")[2]).to.equal("✓ passed   email is missing  has no value");
	});

	it("with --json prints the tree", async () => {
		const { code, out } = await segql(["explain", "--text", "spent > 600", ...given, "--id", "u4", "--json"]);
		expect(code).to.equal(0);
		expect(JSON.parse(out)).to.deep.equal({
			ok: true,
			id: "u4",
			matches: false,
			condition: {
				kind: "test",
				label: "spent > 600",
				span: { from: 0, to: 11 },
				outcome: "failed",
				actual: "501",
				wanted: "> 600",
				items: [],
			},
			change: { conditions: [{ label: "spent > 600", span: { from: 0, to: 11 }, mustBe: true }], exact: true },
			now: "2026-05-10T12:00:00Z",
			timeZone: "America/New_York",
			problems: { count: 0, shown: [] },
			diagnostics: [],
		});
	});

	it("says when there is no such profile", async () => {
		expect(await segql(["explain", "--text", text, ...given, "--id", "u9"])).to.deep.equal({
			code: 1,
			out: "",
			err: 'error: No profile has the user_id "u9" (4 profiles read).\n',
		});
		const json = JSON.parse((await segql(["explain", "--text", text, ...given, "--id", "u9", "--json"])).out);
		expect(json).to.deep.include({
			ok: false,
			error: { code: "no-such-profile", message: 'No profile has the user_id "u9" (4 profiles read).' },
		});
	});

	it("finds ids that are numbers, and ids at another place", async () => {
		const numbers = await segql(["explain", "--text", "n = 1", "--profiles", "-", "--id", "42"], {
			stdin: '{"user_id":41,"n":0}\n{"user_id":42,"n":1}\n',
		});
		expect(numbers.out.split("\n")[0]).to.equal("42 is in the segment.");
		const moved = folder.file(
			"moved.json",
			JSON.stringify({
				fields: [
					{ name: "user_id", jsonPath: "$.ids.own" },
					{ name: "n", type: "number" },
				],
			}),
		);
		const elsewhere = await segql(["explain", "--text", "n = 1", "--profiles", "-", "--fields", moved, "--id", "x"], {
			stdin: '{"ids":{"own":"x"},"n":1}\n',
		});
		expect(elsewhere.out.split("\n")[0]).to.equal("x is in the segment.");
	});

	it("reads CSV by the types of the fields", async () => {
		const { out } = await segql(["explain", "--text", "spent > 600", "--profiles", "-", "--id", "7"], { stdin: "user_id,spent\n7,650\n" });
		expect(out.split("\n")[2]).to.equal("✓ passed   spent > 600  has 650");
	});

	it("needs an id and profiles", async () => {
		expect(await segql(["explain", "--text", text, ...given])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Required option '--id <user_id>' not specified.\n  Run segql --help to see what there is.\n",
		});
		expect(await segql(["explain", "--text", text, "--id", "u1"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: There are no profiles.\n  Give --profiles.\n",
		});
	});
});
