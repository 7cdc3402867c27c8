import { expect } from "chai";
import { peopleFields, peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql diff", () => {
	const folder = testFolder();
	const fields = ["--fields", folder.file("fields.json", peopleFields)];
	const profiles = ["--profiles", folder.file("people.ndjson", peopleLines)];
	const texts = (before: string, after: string) => ["--before-text", before, "--after-text", after];
	const clock = "As of 2026-05-10T08:00:00-04:00, time zone America/New_York.";

	const verdicts: readonly (readonly [string, string, string, string])[] = [
		["spent > 500", "not spent <= 500 and spent is set", "equal", "Equal: both let in the same people."],
		["spent > 500", "spent > 600", "stricter", "Stricter: nobody new can come in, but someone may leave."],
		["spent > 600", "spent > 500", "looser", "Looser: nobody can leave, but someone new may come in."],
		["spent > 600", "spent < 500", "different", "Different: someone new may come in, and someone may leave."],
	];
	for (const [before, after, difference, words] of verdicts) {
		it(`says that ${after} after ${before} is ${difference}`, async () => {
			const call = ["diff", ...texts(before, after), ...fields];
			expect(await segql(call)).to.deep.equal({ code: 0, out: `${words}\n${clock}\n`, err: "" });
			expect((await segql([...call, "--exit-code"])).code).to.equal(difference === "equal" ? 0 : 1);
			const json = await segql([...call, "--json", "--exit-code"]);
			expect(json.code).to.equal(difference === "equal" ? 0 : 1);
			expect(JSON.parse(json.out)).to.deep.equal({
				ok: true,
				difference,
				now: "2026-05-10T12:00:00Z",
				timeZone: "America/New_York",
				diagnostics: { before: [], after: [] },
			});
		});
	}

	it("says so when it cannot be told", async () => {
		// Both mean the same, and it takes more than 20,000 cases to see it.
		const letters = [..."abcdefghijklmnopq"].map((letter) => `country contains "${letter}"`);
		const most = `at least 9 of (${letters.join(", ")})`;
		const notMostNot = `not at least 9 of (${letters.map((test) => `not ${test}`).join(", ")})`;
		const ran = await segql(["diff", ...texts(most, notMostNot), ...fields, "--exit-code"]);
		expect(ran).to.deep.equal({
			code: 1,
			out: `Unknown: whether both let in the same people cannot be told from the conditions alone.\n${clock}\n`,
			err: "",
		});
	});

	it("counts over profiles who enters, leaves and stays", async () => {
		const changed = await segql(["diff", ...texts('country = "US" or spent = 501', "spent < 600"), ...fields, ...profiles]);
		expect(changed).to.deep.equal({
			code: 0,
			out: `Different: someone new may come in, and someone may leave.\nOf 4 profiles, 1 enters, 1 leaves and 1 stays.\n${clock}\n`,
			err: "",
		});
		const same = await segql(["diff", ...texts("spent is set", "spent is set"), ...fields, ...profiles]);
		expect(same.out.split("\n")[1]).to.equal("Of 4 profiles, 0 enter, 0 leave and 3 stay.");
	});

	it("lists them", async () => {
		const call = ["diff", ...texts('country = "US" or spent = 501', "spent < 600"), ...fields, "--ids"];
		expect(await segql([...call, ...profiles])).to.deep.equal({ code: 0, out: "leaves u1\nenters u2\nstays u4\n", err: "" });
		expect(JSON.parse((await segql([...call, ...profiles, "--json"])).out)).to.deep.equal({
			ids: [
				{ id: "u1", change: "leaves" },
				{ id: "u2", change: "enters" },
				{ id: "u4", change: "stays" },
			],
			ok: true,
			difference: "different",
			total: 4,
			enters: 1,
			leaves: 1,
			stays: 1,
			peopleWithoutId: 0,
			now: "2026-05-10T12:00:00Z",
			timeZone: "America/New_York",
			problems: { count: 0, shown: [] },
			diagnostics: { before: [], after: [] },
		});
		const stdin = '{"spent":1}\nnonsense\n{"user_id":"a\\u001bb","spent":2}\n';
		const odd = await segql([...call, "--profiles", "-"], { stdin });
		expect([odd.code, odd.out]).to.deep.equal([0, "enters a\\u001bb\n"]);
		expect(odd.err.split("\n").slice(0, 2)).to.deep.equal([
			"1 person without a user_id is not listed.",
			"1 problem in the profiles; what it names was left out:",
		]);
	});

	it("takes files, standard input and texts, in the order before, after", async () => {
		const loose = folder.file("loose.segql", "spent > 1");
		const strict = folder.file("strict.segql", "spent > 2");
		const calls: readonly (readonly [readonly string[], string])[] = [
			[[loose, strict], "Stricter"],
			[[strict, loose], "Looser"],
			[["-", loose], "Looser"],
			[[loose, "-"], "Stricter"],
			[["--before-text", "spent > 2", loose], "Looser"],
			[[loose, "--after-text", "spent > 2"], "Stricter"],
		];
		for (const [argv, verdict] of calls) {
			const { out } = await segql(["diff", ...argv, ...fields], { stdin: "spent > 3" });
			expect(out.split(":")[0], argv.join(" ")).to.equal(verdict);
		}
	});

	it("shows the mistakes of both, each with its file", async () => {
		const before = folder.file("before.segql", "spnt > 1");
		const call = ["diff", before, "--after-text", "spent >", ...fields];
		const { code, out, err } = await segql(call);
		expect([code, out]).to.deep.equal([1, ""]);
		expect(err.split("\n").slice(0, 5)).to.deep.equal([
			`${before}:1:1 error: There is no field "spnt". Did you mean "spent"? (unknown-field)`,
			"  spnt > 1",
			"  ^^^^",
			"  Fix: Change to spent",
			'--after-text:1:7 error: Write a value after ">", for example spent > 10. (missing-value)',
		]);
		const json = JSON.parse((await segql([...call, "--json"])).out);
		expect(json.ok).to.equal(false);
		expect(json.diagnostics.before[0].code).to.equal("unknown-field");
		expect(json.diagnostics.after[0].code).to.equal("missing-value");
		const inferred = await segql(["diff", ...texts("spnt > 1", "spent > 1"), ...profiles]);
		expect(inferred.err.split("\n").at(-2)).to.equal("The fields were inferred from all profiles.");
	});

	it("answers 2 to a wrong call", async () => {
		const calls: readonly (readonly [readonly string[], string])[] = [
			[[], 'There is no condition before the change.\n  Give a file, - for standard input, or --before-text "…".'],
			[["--before-text", "a = 1"], 'There is no condition after the change.\n  Give a file, - for standard input, or --after-text "…".'],
			[["a", "b", "c"], "There are more than two conditions.\n  Leave one of them out."],
			[["a", "--before-text", "x", "--after-text", "y"], "There are more than two conditions.\n  Leave one of them out."],
			[["-", "-"], "The two conditions cannot both come from standard input.\n  Give one of them as a file."],
			[
				["-", "--after-text", "y", "--profiles", "-"],
				"The condition and the profiles cannot both come from standard input.\n  Give one of them as a file.",
			],
			[["--before-text", "x", "--after-text", "y", "--ids"], "There are no profiles.\n  Give --profiles."],
		];
		for (const [argv, message] of calls) {
			expect(await segql(["diff", ...argv, ...fields]), argv.join(" ")).to.deep.equal({ code: 2, out: "", err: `error: ${message}\n` });
		}
	});
});
