import { expect } from "chai";
import { peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

/** vip are u1 and u4, Americans u1; all but u3 have an e-mail, and nobody a phone. */
const segments = [
	{ id: "1", name: "vip", text: "spent > 500" },
	{ business_id: "acme", name: "Americans", conditions: [{ field: "country", operator: "equals", value: "US" }] },
	{ name: "old", text: "spent < 100", status: "deactivated" },
	{ name: "through old", text: 'in segment "old"' },
	{ name: "broken", text: "spnt > 1" },
];

describe("segql audience", () => {
	const folder = testFolder();
	const library = ["--segments", folder.file("segments.json", JSON.stringify(segments))];
	const given = [...library, "--fields", folder.file("fields.json", peopleFields), "--profiles", folder.file("people.ndjson", peopleLines)];
	const call = (...argv: string[]) => segql(["audience", ...given, ...argv]);
	const clock = "As of 2026-05-10T08:00:00-04:00, time zone America/New_York.";

	it("says how many there are, how many can be reached, and how good the data is", async () => {
		expect(await call("--include", "vip", "--include", "Americans")).to.deep.equal({
			code: 0,
			err: "",
			out: [
				"2 of 4 profiles are in the audience (50.0 %).",
				"2 can be reached by e-mail, 0 by phone.",
				clock,
				"",
				"Data (values of the wrong type count as missing):",
				"field    usable  missing  wrong type  for example",
				"country       3        1           0",
				'spent         3        0           1  "a lot"',
				"",
			].join("\n"),
		});
		expect((await call("--include", "1", "--exclude", "Americans")).out.split("\n").slice(0, 2)).to.deep.equal([
			"1 of 4 profiles is in the audience (25.0 %).",
			"1 can be reached by e-mail, 0 by phone.",
		]);
		const nobody = await call("--include", "Americans", "--exclude", "vip");
		expect(nobody.out.split("\n").slice(0, 2)).to.deep.equal(["0 of 4 profiles are in the audience (0 %).", clock]);
		const empty = await segql(["audience", ...given.slice(0, 4), "--profiles", "-", "--include", "vip"]);
		expect(empty).to.deep.equal({ code: 0, out: `There are no profiles to count.\n${clock}\n`, err: "" });
	});

	it("includes everyone when only others are excluded", async () => {
		expect(await call("--exclude", "vip", "--ids")).to.deep.equal({ code: 0, out: "u2\nu3\n", err: "" });
	});

	it("takes the audience as a document, also from standard input", async () => {
		const file = folder.file("audience.json", '{ "includeSegments": ["1"], "excludeSegments": ["Americans"] }');
		expect(await call(file, "--ids")).to.deep.equal({ code: 0, out: "u4\n", err: "" });
		const everyone = await segql(["audience", "-", ...given, "--ids"], { stdin: '{ "includeSegments": [], "excludeSegments": [] }' });
		expect(everyone).to.deep.equal({ code: 0, out: "u1\nu2\nu3\nu4\n", err: "" });
	});

	it("lists ids, and says who could not be listed", async () => {
		const stdin = '{"user_id":"a\\nb","spent":501}\n{"spent":502}\n{"user_id":7,"spent":503}\n';
		const ran = await segql(["audience", ...given.slice(0, 4), "--profiles", "-", "--include", "vip", "--ids"], { stdin });
		expect(ran).to.deep.equal({ code: 0, out: "a\\nb\n7\n", err: "1 person without a user_id is not listed.\n" });
		const json = JSON.parse((await call("--include", "vip", "--ids", "--json")).out);
		expect(json).to.deep.include({ ok: true, ids: ["u1", "u4"], total: 4, share: 0.5, count: 2 });
		expect(json).not.to.have.any.keys("recipients", "pagination");
	});

	const recipient = (id: string, email: string | null) => ({
		id,
		externalId: id,
		firstName: null,
		lastName: null,
		email,
		phone: null,
		emailOptedOut: null,
		smsOptedOut: null,
	});

	it("with --json prints all of it and the counting reply as one object", async () => {
		const { code, out, err } = await call("--include", "vip", "--json");
		expect([code, err]).to.deep.equal([0, ""]);
		expect(JSON.parse(out)).to.deep.equal({
			ok: true,
			total: 4,
			share: 0.5,
			count: 2,
			recipients: [recipient("u1", "ann@acme.com"), recipient("u4", "di@acme.com")],
			pagination: { hasNextPage: false, cursor: null },
			reach: { audience: 2, email: 2, phone: 0 },
			now: "2026-05-10T12:00:00Z",
			timeZone: "America/New_York",
			membersWithoutId: 0,
			remarks: [],
			quality: {
				profiles: 4,
				notObjects: 0,
				fields: [{ field: "spent", seen: 4, missing: 0, wrongType: 1, droppedItems: 0, example: '"a lot"' }],
			},
			problems: { count: 0, shown: [] },
		});
	});

	it("with --reply prints the counting reply alone, page by page", async () => {
		const reply = async (...argv: string[]) => JSON.parse((await call("--exclude", "Americans", "--reply", ...argv)).out);
		const reach = { audience: 3, email: 2, phone: 0 };
		const first = await reply("--limit", "2");
		expect(first).to.deep.equal({
			count: 3,
			recipients: [recipient("u2", "bo@example.org"), recipient("u3", null)],
			pagination: { hasNextPage: true, cursor: first.pagination.cursor },
			reach,
		});
		expect(await reply("--limit", "2", "--cursor", first.pagination.cursor)).to.deep.equal({
			count: 3,
			recipients: [recipient("u4", "di@acme.com")],
			pagination: { hasNextPage: false, cursor: null },
			reach,
		});
		const found = { count: 1, recipients: [recipient("u4", "di@acme.com")], pagination: { hasNextPage: false, cursor: null }, reach };
		expect(await reply("--search", "ACME.com")).to.deep.equal(found);
		expect((await reply("--filter", "email")).count).to.equal(2);
		const request = folder.file("request.json", '{ "excludeSegments": ["Americans"], "search": "acme", "limit": 1 }');
		expect(JSON.parse((await call(request, "--reply")).out)).to.deep.equal(found);
		expect(JSON.parse((await call(request, "--reply", "--search", "u3")).out).recipients).to.deep.equal([recipient("u3", null)]);
	});

	it("refuses a page that cannot be given", async () => {
		expect(await call("--include", "vip", "--reply", "--cursor", "1.2")).to.deep.equal({
			code: 1,
			out: "",
			err: "error: The reply that was asked for cannot be given.\n  /cursor: This cursor belongs to another request. Begin again without it.\n",
		});
		for (const limit of ["0", "1001", "some"]) {
			expect(await call("--include", "vip", "--reply", "--limit", limit)).to.deep.equal({
				code: 2,
				out: "",
				err: `error: Option '--limit <count>' argument '${limit}' is invalid. Give a whole number from 1 to 1000.\n  Run segql --help to see what there is.\n`,
			});
		}
		expect((await call("--include", "vip", "--reply", "--limit", "1000")).code).to.equal(0);
	});

	it("says of one profile why it is in the audience or not", async () => {
		const explained = async (id: string, ...argv: string[]) => {
			const { out } = await call("--explain", id, ...argv);
			expect(out.endsWith(`\n\n${clock}\n`)).to.equal(true);
			return out.split("\n").slice(0, -3);
		};
		const audience = ["--include", "vip", "--exclude", "Americans"];
		expect(await explained("u1", ...audience)).to.deep.equal([
			"u1 is not in the audience:",
			'  excluded by "Americans": country = "US" (it is "US")',
		]);
		expect(await explained("u2", ...audience)).to.deep.equal(["u2 is not in the audience:", '  not in "vip": spent > 500 (it is 20.25)']);
		expect(await explained("u4", ...audience)).to.deep.equal(["u4 is in the audience:", '  included by "vip": spent > 500 (it is 501)']);
		expect(await explained("u4", "--exclude", "Americans")).to.deep.equal([
			"u4 is in the audience:",
			"  everyone is included, and no excluded segment holds",
		]);
		expect(await explained("u4", "--include", "old")).to.deep.equal(["u4 is not in the audience:", "  no included segment is active"]);
		const json = JSON.parse((await call(...audience, "--explain", "u1", "--json")).out);
		expect(json).to.deep.include({ ok: true, id: "u1", matches: false, now: "2026-05-10T12:00:00Z", remarks: [] });
		expect(json.reasons).to.have.length(1);
		expect(json.reasons[0]).to.deep.include({
			segment: { id: "Americans", name: "Americans" },
			role: "excluded",
			holds: true,
			sentence: 'excluded by "Americans": country = "US" (it is "US")',
		});
		expect(await call(...audience, "--explain", "u9")).to.deep.equal({
			code: 1,
			out: "",
			err: 'error: No profile has the user_id "u9" (4 profiles read).\n',
		});
		expect(JSON.parse((await call(...audience, "--explain", "u9", "--json")).out)).to.deep.include({
			ok: false,
			error: { code: "no-such-profile", message: 'No profile has the user_id "u9" (4 profiles read).' },
		});
	});

	it("lets a deactivated segment add no one, and refuses it among the excluded, unless told otherwise", async () => {
		const remark = 'Segment "old" is deactivated: it adds no one.\n';
		expect(await call("--include", "old", "--include", "Americans", "--ids")).to.deep.equal({ code: 0, out: "u1\n", err: remark });
		expect(await call("--include", "old", "--deactivated-include", "as-active", "--ids")).to.deep.equal({
			code: 0,
			out: "u2\n",
			err: "",
		});
		const refusal = (message: string) => ({ code: 1, out: "", err: `error: This audience cannot be used.\n  ${message}\n` });
		const refused = refusal('Segment "old" is deactivated. Activate it, or leave it out.');
		expect(await call("--include", "old", "--deactivated-include", "refuse")).to.deep.equal(refused);
		expect(await call("--exclude", "old")).to.deep.equal(refused);
		expect(await call("--exclude", "old", "--deactivated-exclude", "as-active", "--ids")).to.deep.equal({
			code: 0,
			out: "u1\nu3\nu4\n",
			err: "",
		});
		expect(await call("--exclude", "old", "--deactivated-exclude", "nobody", "--ids")).to.deep.equal({
			code: 0,
			out: "u1\nu2\nu3\nu4\n",
			err: 'Segment "old" is deactivated: it keeps no one out.\n',
		});
		const through = ["--include", "through old", "--ids"];
		expect(await call(...through)).to.deep.equal(
			refusal('Segment "through old" cannot be used: Segment "old" is deactivated. Activate it or remove the reference.'),
		);
		expect((await call(...through, "--deactivated", "as-active")).out).to.equal("u2\n");
	});

	it("refuses with everything that is wrong, at its place in the document", async () => {
		expect(await call("--include", "vop", "--include", "broken", "--exclude", "old")).to.deep.equal({
			code: 1,
			out: "",
			err: [
				"error: This audience cannot be used.",
				'  There is no segment "vop". Create it, or leave it out.',
				'  Segment "broken" cannot be used: There is no field "spnt". Did you mean "spent"?',
				'  Segment "old" is deactivated. Activate it, or leave it out.',
				"",
			].join("\n"),
		});
		const name = folder.path("bad.json");
		const refusals: readonly (readonly [string, readonly string[]])[] = [
			[
				'{ "includeSegments": ["vip", "vop"], "excludeSegments": ["old"] }',
				[
					"This audience cannot be used.",
					'/includeSegments/1: There is no segment "vop". Create it, or leave it out.',
					'/excludeSegments/0: Segment "old" is deactivated. Activate it, or leave it out.',
				],
			],
			[
				'{ "includeSegments": ["vip", 7], "excludSegments": ["old"], "a/b": 1 }',
				[
					`The audience "${name}" cannot be used.`,
					"/includeSegments/1: A segment's name or id must be text.",
					'/excludSegments: The key "excludSegments" is not known. Remove it.',
					'/a~1b: The key "a/b" is not known. Remove it.',
				],
			],
			[
				'{ "excludeSegments": "old" }',
				[`The audience "${name}" cannot be used.`, '/excludeSegments: "excludeSegments" must be a list of segment names or ids.'],
			],
			[
				"{}",
				[
					`The audience "${name}" cannot be used.`,
					'There is neither "includeSegments" nor "excludeSegments". Add one; an empty list is fine.',
				],
			],
			["[]", [`The audience "${name}" cannot be used.`, 'An audience is an object with "includeSegments" and "excludeSegments".']],
			["{", [`The audience "${name}" is not JSON.`]],
		];
		for (const [document, [message, ...details]] of refusals) {
			const ran = await call(folder.file("bad.json", document));
			expect(ran).to.deep.equal({ code: 1, out: "", err: [`error: ${message}`, ...details.map((line) => `  ${line}`), ""].join("\n") });
		}
	});

	it("answers 2 to a wrong call", async () => {
		const calls: readonly (readonly [readonly string[], string])[] = [
			[[], "There is no audience.\n  Give --include, --exclude or a file."],
			[["a.json", "--include", "vip"], 'The audience is given twice: as "a.json" and as --include or --exclude.\n  Leave one of them out.'],
			[["--include", "vip", "--ids", "--reply"], "--ids and --reply exclude each other.\n  Leave one of them out."],
			[["--include", "vip", "--search", "x"], "--search is about the reply.\n  Give --reply too, or --json."],
			[["-", "--profiles", "-"], "The audience and the profiles cannot both come from standard input.\n  Give one of them as a file."],
		];
		for (const [argv, message] of calls) {
			expect(await call(...argv), argv.join(" ")).to.deep.equal({ code: 2, out: "", err: `error: ${message}\n` });
		}
		expect((await segql(["audience", "--include", "vip", "--profiles", "-"])).err).to.equal(
			"error: There are no segments.\n  Give --segments.\n",
		);
		expect((await segql(["audience", "--include", "vip", ...library])).err).to.equal("error: There are no profiles.\n  Give --profiles.\n");
	});

	it("infers fields, and reads CSV by their types", async () => {
		const stdin = "user_id,spent,country\nx,600,US\ny,5,CA\n";
		const ran = await segql(["audience", ...library, "--profiles", "-", "--include", "vip", "--timezone", "UTC"], { stdin });
		expect(ran.err).to.equal("");
		expect(ran.out.split("\n").slice(0, 3)).to.deep.equal([
			"1 of 2 profiles is in the audience (50.0 %).",
			"0 can be reached by e-mail, 0 by phone.",
			"As of 2026-05-10T12:00:00+00:00, time zone UTC. The fields were inferred from all profiles.",
		]);
	});
});
