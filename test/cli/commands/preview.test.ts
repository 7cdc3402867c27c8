import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { people, peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql preview", () => {
	const folder = testFolder();
	const profiles = folder.file("people.ndjson", peopleLines);
	const fields = folder.file("fields.json", peopleFields);
	const given = ["--profiles", profiles, "--fields", fields];

	it("prints the count, the clock, a sample, what is missing, and how good the data is", async () => {
		expect(await segql(["preview", "--text", 'country != "CA" and not spent < 100', ...given])).to.deep.equal({
			code: 0,
			err: "",
			out: [
				"3 of 4 profiles match (75.0 %).",
				"As of 2026-05-10T08:00:00-04:00, time zone America/New_York.",
				"",
				"3 matches:",
				"user_id  country  spent",
				"u1       US       700.5",
				"u3       NL           –",
				"u4       –          501",
				"",
				"Matches without a value:",
				"  country: 1. To leave them out, add: and country is set",
				"  spent: 1. To leave them out, add: and spent is set",
				"",
				"Data (values of the wrong type count as missing):",
				"field    usable  missing  wrong type  for example",
				"user_id       4        0           0",
				"country       3        1           0",
				'spent         3        0           1  "a lot"',
				"",
			].join("\n"),
		});
	});

	it("says so when no match has a value, and quotes names that need it", async () => {
		const stdin = '{"user_id":"a","Loyalty Points":3,"x":1}\n{"user_id":"b"}\n{"user_id":"c"}\n';
		const all = await segql(["preview", "--text", "x is missing", "--profiles", "-", "--sample", "0"], { stdin });
		expect(all.out.split("\n").slice(2, 5)).to.deep.equal(["", "Matches without a value:", "  x: all 2"]);
		const some = await segql(["preview", "--text", "`Loyalty Points` != 2", "--profiles", "-", "--sample", "0"], { stdin });
		expect(some.out.split("\n")[4]).to.equal("  Loyalty Points: 2. To leave them out, add: and `Loyalty Points` is set");
	});

	it("counts the elements of collections, and those that were dropped", async () => {
		const { out } = await segql(["preview", "--text", "count(orders) >= 1", ...given, "--sample", "1"]);
		expect(out.split("\n").slice(2)).to.deep.equal([
			"",
			"The first 1 of 2 matches:",
			"user_id  count(orders)",
			"u1                   2",
			"",
			"Data:",
			"field         usable  missing  wrong type  items dropped  for example",
			"user_id            4        0           0              0",
			"orders             3        1           0              1  7",
			"orders.total       3        0           0              0",
			"",
		]);
	});

	it("with --json prints all of it as one object", async () => {
		const { code, out, err } = await segql([
			"preview",
			"--text",
			"signed_up in last 30 days and any orders (total > 20)",
			...given,
			"--json",
		]);
		expect([code, err]).to.deep.equal([0, ""]);
		const quality = (field: string, seen: number, missing: number, droppedItems = 0) => ({
			field,
			seen,
			missing,
			wrongType: 0,
			droppedItems,
		});
		expect(JSON.parse(out)).to.deep.equal({
			ok: true,
			total: 4,
			count: 1,
			share: 0.25,
			now: "2026-05-10T12:00:00Z",
			timeZone: "America/New_York",
			sample: [{ user_id: "u1", orders: [{ total: 12.5 }, { total: 30 }], signed_up: "2026-05-01" }],
			matchesWithMissing: {},
			matchesWithoutId: 0,
			quality: {
				profiles: 4,
				notObjects: 0,
				fields: [
					quality("user_id", 4, 0),
					quality("signed_up", 4, 1),
					{ ...quality("orders", 4, 1, 1), example: "7" },
					quality("orders.total", 3, 0),
				],
			},
			problems: { count: 0, shown: [] },
			diagnostics: [],
		});
	});

	it("with --ids prints the ids and nothing else, each on one line", async () => {
		expect(await segql(["preview", "--text", "spent > 500", ...given, "--ids"])).to.deep.equal({ code: 0, out: "u1\nu4\n", err: "" });
		expect(await segql(["preview", "--text", "spent > 5000", ...given, "--ids"])).to.deep.equal({ code: 0, out: "", err: "" });
		const odd = '{"user_id":"a\\nb","n":1}\n{"user_id":7,"n":1}\n{"n":1}\n{"user_id":null,"n":1}\n';
		expect(await segql(["preview", "--text", "n = 1", "--profiles", "-", "--ids"], { stdin: odd })).to.deep.equal({
			code: 0,
			out: "a\\nb\n7\n",
			err: "2 matches without a user_id are not listed.\n",
		});
	});

	it("with --ids and --json prints one object that begins with them", async () => {
		const { out } = await segql(["preview", "--text", "spent > 500", ...given, "--ids", "--json"]);
		expect(JSON.parse(out)).to.deep.include({ ok: true, ids: ["u1", "u4"], total: 4, count: 2, share: 0.5, sample: [] });
		const none = await segql(["preview", "--text", "spent > 5000", ...given, "--ids", "--json"]);
		expect(JSON.parse(none.out)).to.deep.include({ ok: true, ids: [], count: 0 });
	});

	it("infers the fields when no catalogue is given, from a file or from standard input, and says so", async () => {
		for (const from of [profiles, "-"]) {
			const { code, out } = await segql(["preview", "--text", 'country = "US"', "--profiles", from, "--timezone", "UTC"], {
				stdin: peopleLines,
			});
			expect(code).to.equal(0);
			expect(out.split("\n").slice(0, 2)).to.deep.equal([
				"1 of 4 profiles matches (25.0 %).",
				"As of 2026-05-10T12:00:00+00:00, time zone UTC. The fields were inferred from all profiles.",
			]);
		}
	});

	it("gives the same ids whatever the profiles are written in", async () => {
		const csv = "user_id,country,spent,signed_up\nu1,US,700.5,2026-05-01\nu2,CA,20.25,2026-01-15\nu3,NL,a lot,2025-12-31\nu4,,501,\n";
		const forms = [
			peopleLines,
			JSON.stringify(people),
			JSON.stringify(people, null, 2),
			csv,
			csv.replaceAll(",", "\t").replaceAll("\n", "\r\n"),
		];
		for (const form of forms) {
			for (const stdin of [form, gzipSync(form)]) {
				const text = 'spent > 500 or (country != "CA" and signed_up before 2026-01-01)';
				const { out } = await segql(["preview", "--text", text, "--profiles", "-", "--ids", "--fields", fields], { stdin });
				expect(out, form).to.equal("u1\nu3\nu4\n");
			}
		}
	});

	it("shows at most as many as --sample says, up to its limit", async () => {
		const { out } = await segql(["preview", "--text", "spent > 1", ...given, "--sample", "0"]);
		expect(out).not.to.include("match:");
		expect(out).not.to.include("matches:");
		expect((await segql(["preview", "--text", "spent > 1", ...given, "--sample", "1000"])).code).to.equal(0);
		expect(await segql(["preview", "--text", "spent > 1", ...given, "--sample", "1001"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Option '--sample <count>' argument '1001' is invalid. A sample has at most 1000 profiles; --ids lists every match.\n  Run segql --help to see what there is.\n",
		});
	});

	it("takes the clock and the zone from the options before the catalogue", async () => {
		const text = "signed_up on today";
		const ids = async (...options: string[]) => (await segql(["preview", "--text", text, ...given, "--ids", ...options])).out;
		expect(await ids("--now", "2026-05-01")).to.equal("u1\n");
		expect(await ids("--now", "2026-05-02T03:59:59Z")).to.equal("u1\n");
		expect(await ids("--now", "2026-05-02T04:00:00Z")).to.equal("");
		expect(await ids("--now", "2026-05-02T03:59:59Z", "--timezone", "UTC")).to.equal("");
		expect(await ids("--now", "2026-05-01T23:59:59Z", "--timezone", "UTC")).to.equal("u1\n");
	});

	it("finds the segments that a condition names in --segments", async () => {
		const segments = folder.file("segments.json", JSON.stringify([{ id: "7", name: "acme", text: 'email ends with "@acme.com"' }]));
		for (const name of ["acme", "7"]) {
			const { out } = await segql(["preview", "--text", `in segment "${name}" and spent > 600`, ...given, "--segments", segments, "--ids"]);
			expect(out).to.equal("u1\n");
		}
	});

	it("reports what cannot be read, and counts the rest", async () => {
		const stdin = `${peopleLines}{"user_id":\n[1]\n{"user_id":"u5","spent":900}\n`;
		const { code, out, err } = await segql(["preview", "--text", "spent > 500", "--fields", fields, "--profiles", "-"], { stdin });
		expect(code).to.equal(0);
		expect(out.split("\n")[0]).to.equal("3 of 5 profiles match (60.0 %).");
		expect(err).to.equal(
			"2 problems in the profiles; what they name was left out:\n  Line 5 is not whole JSON: it ends too early.\n  Line 6 is a list, but a profile is an object.\n",
		);
		const json = JSON.parse(
			(await segql(["preview", "--text", "spent > 500", "--fields", fields, "--profiles", "-", "--json"], { stdin })).out,
		);
		expect(json.problems).to.deep.equal({
			count: 2,
			shown: [
				{ kind: "broken-json", place: { unit: "line", number: 5 }, message: "Line 5 is not whole JSON: it ends too early." },
				{ kind: "not-a-profile", place: { unit: "line", number: 6 }, message: "Line 6 is a list, but a profile is an object." },
			],
		});
	});

	it("stops at what cannot be read with --strict", async () => {
		const stdin = `${peopleLines}nonsense\n`;
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--strict", "--fields", fields];
		expect(await segql(call, { stdin })).to.deep.equal({
			code: 1,
			out: "",
			err: "error: Line 5 is not JSON.\n  Leave out --strict to read the rest without it.\n",
		});
		expect(JSON.parse((await segql([...call, "--json"], { stdin })).out)).to.deep.equal({
			ok: false,
			error: { code: "broken-json", message: "Line 5 is not JSON.", hint: "Leave out --strict to read the rest without it." },
		});
	});

	it("refuses a gzip file that ends in the middle, whatever was in it", async () => {
		const cut = gzipSync(peopleLines.repeat(2000), { level: 1 }).subarray(0, 1500);
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--fields", fields];
		const { code, out, err } = await segql(call, { stdin: cut });
		expect([code, out]).to.deep.equal([1, ""]);
		expect(err).to.match(
			/^error: The gzip file "standard input" ends in the middle\. [\d,]+ profiles came before that\.\n {2}Copy or download it again\.\n$/,
		);
		// The list of ids has begun when the end is met: it is still one whole object.
		const json = JSON.parse((await segql([...call, "--ids", "--json"], { stdin: cut })).out);
		expect(json.ok).to.equal(false);
		expect(json.error.code).to.equal("truncated-gzip");
		expect(json.ids.slice(0, 3)).to.deep.equal(["u1", "u4", "u1"]);
	});

	it("refuses profiles that end in the middle, as it does with gzip", async () => {
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--fields", fields];
		const lines = '{"user_id":"u1","spent":900}\n{"user_id":"u2","spent":1}\n';
		const array = `[${lines.trim().replace("\n", ",")}`;
		for (const [stdin, read, problem] of [
			[array, "2 profiles", "The array is not closed after element 2: the file may be cut off."],
			[array.slice(0, -4), "1 profile", "Element 2 is not closed: a bracket is missing, or the file is cut off."],
			[lines.slice(0, -3), "1 profile", "Line 2 is not whole JSON: it ends too early."],
		] as const) {
			const message = `"standard input" could not be read to its end. ${read} came before that.`;
			const hint = "Copy or download it again, or mend it.";
			expect(await segql(call, { stdin })).to.deep.equal({ code: 1, out: "", err: `error: ${message}\n  ${problem}\n  ${hint}\n` });
			const { code, out } = await segql([...call, "--ids", "--json"], { stdin });
			expect([code, JSON.parse(out)]).to.deep.equal([
				1,
				{ ids: ["u1"], ok: false, error: { code: "cut-off", message, hint, details: [problem] } },
			]);
		}
		expect((await segql(call, { stdin: `${array}]` })).code).to.equal(0);
		expect((await segql(call, { stdin: lines.trimEnd() })).code).to.equal(0);
	});

	it("refuses profiles of which none can be read", async () => {
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--fields", fields];
		const message = 'None of the profiles in "standard input" can be read.';
		const hint = "Is it the right file? --format says what it is.";
		expect(await segql(call, { stdin: '{"user_id":\n[1]\n' })).to.deep.equal({
			code: 1,
			out: "",
			err: `error: ${message}\n  Line 1 is not whole JSON: it ends too early.\n  Line 2 is a list, but a profile is an object.\n  ${hint}\n`,
		});
		const many = await segql([...call, "--json"], { stdin: "[1]\n".repeat(30) });
		const { error } = JSON.parse(many.out);
		expect([many.code, error.code, error.details.length, error.details.at(-1)]).to.deep.equal([
			1,
			"nothing-readable",
			21,
			"… and 10 more.",
		]);
		const inferred = await segql(["fields", "infer", "--profiles", "-"], { stdin: "[1]\n[2]\n" });
		expect([inferred.code, inferred.out]).to.deep.equal([1, ""]);
		// A column that is left out is no profile.
		expect((await segql(call, { stdin: "user_id,user_id,spent\n" })).code).to.equal(0);
		expect((await segql(call, { stdin: "user_id,user_id,spent\n,1\n" })).code).to.equal(1);
	});

	it("says so when standard input fails in the middle, and a list of ids that has begun is still one whole object", async () => {
		async function* failing(code?: string): AsyncGenerator<Uint8Array> {
			for (let time = 0; time < 5_000; time++) yield new TextEncoder().encode(peopleLines);
			throw Object.assign(new Error("read failed"), code && { code });
		}
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--fields", fields];
		const message = '"standard input" cannot be read to its end (EIO). 20,000 profiles came before that.';
		const hint = "Give it again, or a copy of it.";
		expect(await segql(call, { stdin: failing("EIO") })).to.deep.equal({ code: 1, out: "", err: `error: ${message}\n  ${hint}\n` });
		const ran = await segql([...call, "--ids", "--json"], { stdin: failing("EIO") });
		const { ids, ...rest } = JSON.parse(ran.out);
		expect([ran.code, ids.length, rest]).to.deep.equal([1, 10_000, { ok: false, error: { code: "unreadable", message, hint } }]);
		expect((await segql(call, { stdin: failing() })).err).to.include('"standard input" cannot be read to its end (unknown reason).');
	});

	it("says that there are no profiles", async () => {
		const { code, out } = await segql(["preview", "--text", "spent > 500", "--fields", fields, "--profiles", "-"], { stdin: "" });
		expect([code, out.split("\n")[0]]).to.deep.equal([0, "There are no profiles to count."]);
		expect(await segql(["preview", "--text", "x = 1", "--profiles", "-"], { stdin: "" })).to.deep.equal({
			code: 1,
			out: "",
			err: '1:1 error: There is no field "x". Use a field of the catalogue, or put text in quotes. (unknown-field)\n  x = 1\n  ^\nThere are no profiles to infer fields from.\n',
		});
	});

	it("says what its inference looked at when a field is unknown", async () => {
		const stdin = `${'{"a":1}\n'.repeat(3)}{"rare":1}\n`;
		const call = ["preview", "--text", "rare = 1", "--profiles"];
		const bounded = await segql([...call, "-", "--infer-sample", "2"], { stdin });
		expect(bounded.code).to.equal(1);
		expect(bounded.err).to.include("The fields were inferred from the first 2 profiles. --infer-sample all looks at every one.\n");
		const file = folder.file("rare.ndjson", stdin);
		expect((await segql([...call, file, "--infer-sample", "all", "--ids"])).code).to.equal(0);
		expect(await segql([...call, "-", "--infer-sample", "all"], { stdin })).to.deep.equal({
			code: 2,
			out: "",
			err: 'error: "standard input" can be read only once, so fields cannot be inferred from all of it first.\n  Give a file, or --fields.\n',
		});
	});

	it("never lets a value or a name steer the terminal", async () => {
		const stdin = `${JSON.stringify({ user_id: "\u001b[2J", "na\u009bme": 1, plan: "pro\u202E\u0007" })}\n`;
		for (const call of [["--json"], ["--ids"], []]) {
			const { out, err } = await segql(["preview", "--text", "plan is set and `na\u009bme` = 1", "--profiles", "-", ...call], { stdin });
			expect(out).not.to.equal("");
			expect(/(?!\n)[\p{Cc}\u202E]/u.test(out + err), out).to.equal(false);
		}
	});

	it("survives keys and ids that JavaScript has meanings for", async () => {
		const stdin = '{"user_id":"__proto__","__proto__":{"plan":"pro"},"constructor":{"plan":1}}\n{"user_id":"constructor","plan":"pro"}\n';
		const { code, out } = await segql(["preview", "--text", 'plan = "pro"', "--profiles", "-", "--ids"], { stdin });
		expect([code, out]).to.deep.equal([0, "constructor\n"]);
	});

	it("shows progress on a terminal, and where it is asked for", async () => {
		let now = 0;
		const elapsed = () => {
			now += 100;
			return now;
		};
		const stdin = Array.from({ length: 200 }, (_, n) => peopleLines.replaceAll(':"u', `:"u${n}-`)).join("");
		const call = ["preview", "--text", "spent > 500", "--profiles", "-", "--fields", fields, "--ids"];
		expect((await segql(call, { stdin, elapsed })).err).to.equal("");
		expect((await segql([...call, "--progress"], { stdin, elapsed })).err).to.match(/^([\d,]+ profiles, 0 MB, \d+ MB\/s\n)+$/);
		expect((await segql(call, { stdin, elapsed, isTTY: true })).err).to.include("\r\u001b[2K");
		expect((await segql([...call, "--no-progress"], { stdin, elapsed, isTTY: true })).err).to.equal("");
	});
});
