import { expect } from "chai";
import fc from "fast-check";
import { run } from "../../src/cli/cli.ts";
import { chunksOf } from "../formats/chunks.ts";
import { peopleFields, peopleLines } from "./people.ts";
import { segql } from "./run-cli.ts";
import { testFolder } from "./test-folder.ts";
import { TextSink } from "./text-sink.ts";

describe("segql", () => {
	const folder = testFolder();

	it("without a command shows what there is, and answers 2", async () => {
		const { code, out, err } = await segql([]);
		expect([code, out]).to.deep.equal([2, ""]);
		for (const name of ["check", "format", "compile", "explain", "preview", "fields"]) expect(err).to.match(new RegExp(`^  ${name} `, "m"));
		expect((await segql(["fields"])).err).to.match(/^Usage: segql fields /);
	});

	it("helps, and says its version", async () => {
		const help = await segql(["--help"]);
		expect([help.code, help.err]).to.deep.equal([0, ""]);
		expect(help.out).to.include(
			"Exit codes: 0 fine, 1 mistakes in the condition, refused data or output that cannot be written, 2 called wrongly.",
		);
		expect((await segql(["help", "preview"])).out).to.match(/^Usage: segql preview \[options\] \[file\]\n/);
		expect((await segql(["--version"])).out).to.match(/^\d+\.\d+\.\d+\n$/);
	});

	it("answers 2 to a wrong call, with what to do", async () => {
		const calls: readonly (readonly [readonly string[], string])[] = [
			[["chek"], "Unknown command 'chek'. (Did you mean check?)\n  Run segql --help to see what there is."],
			[["check", "--txt", "x"], "Unknown option '--txt'. (Did you mean --text?)\n  Run segql --help to see what there is."],
			[["check"], 'There is no condition.\n  Give a file, - for standard input, or --text "…".'],
			[["check", "a", "--text", "b"], 'The condition is given twice: as the file "a" and as --text.\n  Leave one of them out.'],
			[["check", "nothing.segql"], 'There is no file "nothing.segql".'],
			[["check", 'country = "US"'], 'There is no file "country = "US"".\n  If it is the condition itself, write --text before it.'],
			[
				["check", "-", "--profiles", "-"],
				"The condition and the profiles cannot both come from standard input.\n  Give one of them as a file.",
			],
			[["check", "--text", "a = 1", "--fields", "nothing.json"], 'There is no file "nothing.json".'],
			[
				["check", "--text", "a = 1", "--profiles", "-", "--timezone", "Mars/Phobos"],
				'There is no time zone "Mars/Phobos".\n  Use an IANA name, for example America/New_York or UTC.',
			],
			[
				["check", "--text", "a = 1", "--profiles", "-", "--now", "soon"],
				'"soon" is no moment.\n  Write --now like 1998-07-01T00:00:00Z, or like 1998-07-01 for the first moment of that day.',
			],
			[
				["check", "--text", "a = 1", "--profiles", "-", "--now", "2026-01-01T00:00:00.0001Z"],
				'"2026-01-01T00:00:00.0001Z" is finer than a millisecond.\n  Write --now like 1998-07-01T00:00:00Z, or like 1998-07-01 for the first moment of that day.',
			],
			[
				["check", "--text", "a = 1", "--max-line-bytes", "0"],
				"Option '--max-line-bytes <bytes>' argument '0' is invalid. Give a whole number of 1 or more.\n  Run segql --help to see what there is.",
			],
			[
				["check", "--text", "a = 1", "--infer-sample", "some"],
				"Option '--infer-sample <count>' argument 'some' is invalid. Give a whole number of 1 or more, or all.\n  Run segql --help to see what there is.",
			],
		];
		for (const [call, message] of calls) {
			expect(await segql(call, { stdin: "" }), call.join(" ")).to.deep.equal({ code: 2, out: "", err: `error: ${message}\n` });
		}
	});

	it("with --json says that as an object too", async () => {
		const { code, out, err } = await segql(["check", "--json"]);
		expect([code, err]).to.deep.equal([2, ""]);
		expect(JSON.parse(out)).to.deep.equal({
			ok: false,
			error: { code: "usage", message: "There is no condition.", hint: 'Give a file, - for standard input, or --text "…".' },
		});
		expect(JSON.parse((await segql(["--json"])).out).error.code).to.equal("usage");
	});

	it("refuses a condition that is no text, or far too large", async () => {
		expect(await segql(["check", "-"], { stdin: Buffer.from([0x61, 0xff]) })).to.deep.equal({
			code: 1,
			out: "",
			err: 'error: "standard input" is not text in UTF-8.\n  Save it as UTF-8.\n',
		});
		expect(await segql(["check", folder.file("large", Buffer.alloc(16 * 1024 * 1024 + 1, "a"))])).to.deep.equal({
			code: 1,
			out: "",
			err: `error: "${folder.path("large")}" is larger than 16 MB.\n  Is it the right file?\n`,
		});
	});

	it("reports a fault of its own in one sentence", async () => {
		const stderr = new TextSink();
		const broken = {
			stdin: chunksOf(new Uint8Array(), 1),
			stdout: new TextSink(),
			stderr,
			get now(): number {
				throw new TypeError("boom\u001b");
			},
		};
		const code = await run(["check", "--text", "spent > 5", "--fields", folder.file("fields.json", peopleFields)], broken);
		expect([code, stderr.text]).to.deep.equal([
			1,
			"error: This is a fault in segql, not in your input (TypeError: boom\\u001b).\n  Please report it with the command that led here.\n",
		]);
	});

	it("never fails in a way it did not foresee, whatever the condition and the profiles", async () => {
		const word = fc.constantFrom(
			"country",
			"spent",
			"orders",
			"and",
			"or",
			"not",
			"(",
			")",
			"=",
			">",
			'"US"',
			"in",
			"last",
			"30",
			"days",
			"any",
			"count",
			"#",
			"\n",
			"\u0000",
			"\uD800",
			"__proto__",
		);
		const condition = fc.oneof(
			fc.array(word, { maxLength: 12 }).map((words) => words.join(" ")),
			fc.string({ unit: "binary" }),
		);
		const lines = fc
			.array(fc.oneof(fc.json(), fc.string({ unit: "binary" }), fc.constant(peopleLines)), { maxLength: 5 })
			.map((some) => some.join("\n"));
		const command = fc.constantFrom(
			["preview"],
			["preview", "--ids"],
			["explain", "--id", "u1"],
			["check"],
			["compile", "--to", "english"],
			["compile"],
		);
		await fc.assert(
			fc.asyncProperty(command, condition, lines, fc.boolean(), async (name, text, stdin, json) => {
				const ran = await segql([...name, `--text=${text}`, "--profiles", "-", ...(json ? ["--json"] : [])], { stdin });
				expect(ran.code).to.be.oneOf([0, 1]);
				expect(ran.out + ran.err).not.to.match(/fault in segql|\n\s+at /);
				if (json) expect(JSON.parse(ran.out).ok).to.equal(ran.code === 0);
			}),
			{ numRuns: 150 },
		);
	});
});
