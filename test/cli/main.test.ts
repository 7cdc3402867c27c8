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
