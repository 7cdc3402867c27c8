// The command as its users start it: a process of its own, without a build.
import { spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { expect } from "chai";
import { peopleLines } from "./people.ts";
import { testFolder } from "./test-folder.ts";

const checkout = join(import.meta.dirname, "../..");

interface Ended {
	readonly code: number | null;
	readonly out: string;
	readonly err: string;
}

function start(
	command: readonly [string, ...string[]],
	stdin: string | undefined,
	until?: (child: ReturnType<typeof spawn>) => void,
): Promise<Ended> {
	return new Promise((resolve, reject) => {
		const [program, ...argv] = command;
		const child = spawn(program, argv, { cwd: checkout, stdio: ["pipe", "pipe", "pipe"] });
		let out = "";
		let err = "";
		child.stdout.setEncoding("utf8").on("data", (text: string) => {
			out += text;
		});
		child.stderr.setEncoding("utf8").on("data", (text: string) => {
			err += text;
		});
		child.stdin.on("error", () => undefined);
		child.on("error", reject);
		child.on("close", (code) => resolve({ code, out, err }));
		if (stdin !== undefined) child.stdin.end(stdin);
		until?.(child);
	});
}

const node = (...argv: string[]): readonly [string, ...string[]] => [process.execPath, join(checkout, "src/cli/main.ts"), ...argv];

describe("the process", () => {
	const folder = testFolder();

	it("runs from a checkout through npm, and hands on its exit code", async () => {
		const npm = (...argv: string[]) => start(["npm", "run", "-s", "segql", "--", ...argv], peopleLines);
		expect(await npm("preview", "--text", 'country = "US"', "--profiles", "-", "--ids")).to.deep.equal({ code: 0, out: "u1\n", err: "" });
		expect(await npm("preview", "--text", 'country = "US"', "--nonsense")).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Unknown option '--nonsense'.\n  Run segql --help to see what there is.\n",
		});
		expect((await npm("check", "--text", "(")).code).to.equal(1);
	});

	it("is quiet when its reader goes away", async () => {
		const many = folder.file("many.ndjson", Array.from({ length: 200_000 }, (_, n) => `{"user_id":"user ${n}","n":1}\n`).join(""));
		const ended = await start(node("preview", "--text", "n = 1", "--profiles", many, "--ids"), "", (child) => {
			child.stdout?.once("data", () => child.stdout?.destroy());
		});
		expect([ended.code, ended.err]).to.deep.equal([0, ""]);
	});

	/** In bash, with `segql` for the command; `; exit ${PIPESTATUS[0]}` hands on what it answered when something stands behind it. */
	const inShell = (line: string): Promise<Ended> =>
		start(["bash", "-c", `segql() { "${process.execPath}" "${join(checkout, "src/cli/main.ts")}" "$@"; }; ${line}`], "");
	const catalogue = folder.file("points.json", '{"fields":[{"name":"points","type":"number"}]}');
	const ids = folder.file("ids.ndjson", Array.from({ length: 20_000 }, (_, n) => `{"user_id":"user ${n}","points":9}\n`).join(""));

	it("says that its output cannot be written, and answers 1", async () => {
		const listed = `preview --text 'points > 5' --fields ${catalogue} --profiles ${ids} --ids`;
		for (const call of [listed, `${listed} --json`, `format --text 'points>5'`, `check --text 'points >' --fields ${catalogue} --json`]) {
			expect(await inShell(`segql ${call} > /dev/full`), call).to.deep.equal({
				code: 1,
				out: "",
				err: "error: The output cannot be written: there is no space left (ENOSPC).\n  What was written of it is not whole.\n",
			});
		}
		expect((await inShell(`segql check --json --nonsense > /dev/full`)).code).to.equal(2);
	});

	it("notices that the last piece of a file was written in part only", async () => {
		const file = folder.path("short.txt");
		// Blocks of 1,024 bytes; the ids take more than four of the pieces in which they are written.
		const found = await inShell(`ulimit -f 100; segql preview --text 'points > 5' --fields ${catalogue} --profiles ${ids} --ids > ${file}`);
		expect(found).to.deep.equal({
			code: 1,
			out: "",
			err: "error: The output cannot be written: the file would be larger than is allowed here (EFBIG).\n  What was written of it is not whole.\n",
		});
		const short = folder.file("few.ndjson", Array.from({ length: 200 }, (_, n) => `{"user_id":"user ${n}","points":9}\n`).join(""));
		expect((await inShell(`ulimit -f 1; segql preview --text 'points > 5' --profiles ${short} --ids > ${file}`)).code).to.equal(1);
	});

	it("answers what it has found out when its reader goes away early", async () => {
		const mistaken = `check --text 'points =' --fields ${catalogue} --json`;
		const differs = `diff --before-text 'points > 5' --after-text 'points > 6' --fields ${catalogue} --exit-code`;
		const nobody = `explain --text 'points > 5' --fields ${catalogue} --profiles ${ids} --id nobody --json`;
		for (const [call, code] of [
			[mistaken, 1],
			[differs, 1],
			[`${differs} --profiles ${ids} --ids`, 1],
			[nobody, 1],
			["check --json --nonsense", 2],
			[`check --text 'points = 1' --fields ${catalogue}`, 0],
		] as const) {
			expect(await inShell(`segql ${call} | true; exit \${PIPESTATUS[0]}`), call).to.deep.equal({ code, out: "", err: "" });
		}
		const first = await inShell(`segql preview --text 'points > 5' --profiles ${ids} --ids | head -1; exit \${PIPESTATUS[0]}`);
		expect(first).to.deep.equal({ code: 0, out: "user 0\n", err: "" });
	});

	it("ends with 130 and without a word on Ctrl-C", async () => {
		const ended = await start(node("preview", "--text", "n = 1", "--profiles", "-", "--infer-sample", "1", "--ids"), undefined, (child) => {
			// Enough for the first ids to come out; then it waits for more.
			child.stdin?.write(Array.from({ length: 10_000 }, (_, n) => `{"user_id":"user ${n}","n":1}\n`).join(""));
			child.stdout?.once("data", () => child.kill("SIGINT"));
		});
		expect([ended.code, ended.err]).to.deep.equal([130, ""]);
	});

	it("does not wait for a standard input that it does not read", async () => {
		const ended = await start(node("check", "--text", "a = 1"), undefined);
		expect(ended.code).to.equal(0);
	});
});
