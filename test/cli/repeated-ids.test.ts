import process from "node:process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { RepeatedIds } from "../../src/cli/repeated-ids.ts";
import { segql } from "./run-cli.ts";
import { testFolder } from "./test-folder.ts";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function repeatsAmong(ids: readonly string[], maxIds?: number): object {
	const repeated = new RepeatedIds(maxIds);
	for (const id of ids) repeated.add(id);
	return { count: repeated.count, isComplete: repeated.isComplete };
}

describe("repeated ids", () => {
	it("are counted each time they come again", () => {
		expect(repeatsAmong([])).to.deep.equal({ count: 0, isComplete: true });
		expect(repeatsAmong(["a", "b", "a", "", "a", "", "__proto__"])).to.deep.equal({ count: 3, isComplete: true });
		expect(repeatsAmong(["\uD800", "\uD801", "\uFFFD"])).to.deep.equal({ count: 0, isComplete: true });
	});

	it("are told from ids that are nearly the same, however many", () => {
		const ids = Array.from({ length: 100_000 }, (_, n) => [`user ${n}`, String(n), n.toString(36).padStart(20, "0")]).flat();
		const different = new Set(ids).size;
		expect(repeatsAmong(ids)).to.deep.equal({ count: ids.length - different, isComplete: true });
		expect(repeatsAmong([...ids, ...ids])).to.deep.equal({ count: 2 * ids.length - different, isComplete: true });
	});

	it("are looked for among so many", () => {
		expect(repeatsAmong(["a", "b", "c", "a"], 3)).to.deep.equal({ count: 1, isComplete: true });
		expect(repeatsAmong(["a", "b", "c", "d", "d", "a"], 3)).to.deep.equal({ count: 1, isComplete: false });
	});

	it("do not keep the text that they are cut out of", () => {
		const repeated = new RepeatedIds();
		const kept = (): number => {
			collectGarbage();
			return process.memoryUsage().heapUsed;
		};
		const before = kept();
		for (let at = 0; at < 1_000; at++) {
			// Flat, as a decoded chunk is.
			const chunk = Buffer.from(`user number ${at} of many,`.padEnd(65_536, "x")).toString("latin1");
			repeated.add(chunk.slice(0, chunk.indexOf(",")));
		}
		expect(kept() - before).to.be.below(5e6);
		expect(repeated.count).to.equal(0);
	});
});

describe("a user_id that several profiles have", () => {
	const folder = testFolder();
	const lines = ["u1 9", "u2 9", "u2 1", "u3 1"].map((line) => line.split(" "));
	const profiles = folder.file("twice.ndjson", lines.map(([id, points]) => `{"user_id":"${id}","points":${points}}\n`).join(""));
	const csv = folder.file("twice.csv", `user_id,points\n${lines.map((cells) => `${cells.join(",")}\n`).join("")}`);
	const fields = folder.file("fields.json", '{"timezone":"UTC","fields":[{"name":"points","type":"number"}]}');
	const segments = folder.file("segments.json", '[{"id":"vip","name":"vip","text":"points > 5"}]');
	const given = ["--profiles", profiles, "--fields", fields];
	const remark = "1 profile has the user_id of an earlier one: each profile was judged by itself.\n";

	it("is told wherever profiles are counted, and each is judged by itself", async () => {
		const preview = ["preview", "--text", "points > 0", "--ids", "--fields", fields, "--profiles"];
		for (const file of [profiles, csv])
			expect(await segql([...preview, file])).to.deep.equal({ code: 0, out: "u1\nu2\nu2\nu3\n", err: remark });
		const audience = ["audience", ...given, "--segments", segments, "--exclude", "vip"];
		expect(await segql([...audience, "--ids"])).to.deep.equal({ code: 0, out: "u2\nu3\n", err: remark });
		expect((await segql(["diff", "--before-text", "points > 5", "--after-text", "points > 0", ...given])).err).to.equal(remark);
		expect(JSON.parse((await segql([...audience, "--json"])).out).problems).to.deep.equal({
			count: 0,
			shown: [],
			repeatedIds: { profiles: 1, all: true },
		});
	});

	it("is explained for each of them", async () => {
		const audience = ["audience", ...given, "--segments", segments, "--exclude", "vip", "--explain", "u2"];
		const { code, out, err } = await segql(audience);
		expect([code, err]).to.deep.equal([0, remark]);
		expect(out.split("\n").slice(0, 8)).to.deep.equal([
			'2 profiles have the user_id "u2". Each is judged by itself.',
			"",
			"Profile 1 of 2:",
			"u2 is not in the audience:",
			'  excluded by "vip": points > 5 (it is 9)',
			"",
			"Profile 2 of 2:",
			"u2 is in the audience:",
		]);
		const explain = ["explain", "--text", "points > 5", ...given, "--id", "u2"];
		expect((await segql(explain)).out.match(/^(Profile|u2) .*$/gm)).to.deep.equal([
			"Profile 1 of 2:",
			"u2 is in the segment.",
			"Profile 2 of 2:",
			"u2 is not in the segment.",
		]);
		for (const call of [explain, audience]) {
			const { matches, sameId } = JSON.parse((await segql([...call, "--json"])).out);
			expect([sameId.profiles, sameId.others.map((one: { matches: boolean }) => one.matches)]).to.deep.equal([2, [!matches]]);
		}
		expect(JSON.parse((await segql(["explain", "--text", "points > 5", ...given, "--id", "u1", "--json"])).out)).not.to.have.property(
			"sameId",
		);
	});

	it("is explained for the first ten", async () => {
		const explained = async (count: number): Promise<string> =>
			(
				await segql(["explain", "--text", "points > 5", "--profiles", "-", "--id", "u"], {
					stdin: '{"user_id":"u","points":9}\n'.repeat(count),
				})
			).out;
		expect(await explained(10)).not.to.match(/more\.$/m);
		const eleven = await explained(11);
		expect(eleven.match(/^Profile /gm)).to.have.lengthOf(10);
		expect(eleven).to.match(/^11 profiles have the user_id "u"\. .*\n(.*\n)*Profile 10 of 11:\n(.*\n)*… and 1 more\.\n/);
	});
});
