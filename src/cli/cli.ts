// The command `segql`: its commands put together, and the one place where every way to end gets its exit code and its words.
import { Command, CommanderError } from "commander";
import { addAudience } from "./commands/audience.ts";
import { addCheck } from "./commands/check.ts";
import { addCompile } from "./commands/compile.ts";
import { addDiff } from "./commands/diff.ts";
import { addExplain } from "./commands/explain.ts";
import { addFields } from "./commands/fields.ts";
import { addFormat } from "./commands/format.ts";
import { addImport } from "./commands/import.ts";
import { addLsp } from "./commands/lsp.ts";
import { addPreview } from "./commands/preview.ts";
import type { Environment, ExitCode } from "./environment.ts";
import { OutputClosed } from "./errors.ts";
import { failureOf } from "./failure.ts";
import { Session } from "./session.ts";
import { packageVersion } from "./version.ts";

/**
 * Runs the command with these arguments (without `node` and the script) and answers its exit code: 0 fine, 1 mistakes in a condition or data
 * that was refused, 2 called wrongly. Never rejects.
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
	const session = new Session(environment, argv.includes("--json"));
	try {
		const exitCode = await perform(argv, session);
		await session.out.flush();
		return exitCode;
	} catch (error) {
		if (error instanceof OutputClosed) return 0;
		throw error;
	}
}

async function perform(argv: readonly string[], session: Session): Promise<ExitCode> {
	let exitCode: ExitCode = 0;
	const program = segql(session, (code) => {
		exitCode = code;
	});
	try {
		await program.parseAsync(argv, { from: "user" });
		return exitCode;
	} catch (error) {
		return await end(error, argv, program, session);
	}
}

export type Finish = (exitCode: ExitCode) => void;

function segql(session: Session, finish: Finish): Command {
	const program = new Command("segql")
		.description("Says who is in a segment: conditions over user profiles, checked, counted and explained.")
		.version(packageVersion(), "-V, --version", "print the version")
		.helpOption("-h, --help", "print help")
		.helpCommand("help [command]", "print help for a command")
		.showHelpAfterError(false)
		.exitOverride()
		.configureOutput({
			writeOut: (text) => void session.out.write(text),
			// Commander's own words for a wrong call are reported by `end`, once, in the form that was asked for.
			writeErr: () => undefined,
			getOutHelpWidth: () => session.out.columns,
			getErrHelpWidth: () => session.err.columns,
		})
		.addHelpText("after", examples);
	for (const add of [addCheck, addFormat, addCompile, addExplain, addPreview, addAudience, addDiff, addImport, addFields, addLsp])
		add(program, session, finish);
	return program;
}

const examples = `
A condition is a file, - for standard input, or --text "…". Profiles are NDJSON, a JSON array or CSV, plain or gzip.

Examples:
  segql preview --text 'country = "US"' --profiles users.ndjson.gz
  segql preview vip.segql --fields fields.json --profiles users.csv --ids > vip-ids.txt
  segql explain vip.segql --profiles users.ndjson --id 4711
  segql fields infer --profiles users.ndjson > fields.json
  segql import segment.json --fields fields.json > vip.segql

Exit codes: 0 fine, 1 mistakes in the condition or refused data, 2 called wrongly.`;

async function end(error: unknown, argv: readonly string[], program: Command, session: Session): Promise<ExitCode> {
	if (error instanceof OutputClosed) throw error;
	if (error instanceof CommanderError) {
		// Help and version that were asked for are no failure.
		if (error.exitCode === 0) return 0;
		if (error.code === "commander.help" && !session.json) {
			const called = program.commands.find((command) => command.name() === argv[0]) ?? program;
			await session.err.write(called.helpInformation({ error: true }));
			return 2;
		}
		const message = error.code === "commander.help" ? "No command was given." : error.message.replace(/^error: /, "");
		await session.printFailure("usage", sentence(message), "Run segql --help to see what there is.");
		return 2;
	}
	const { failure, exitCode } = failureOf(error);
	await session.printFailure(failure.code, failure.message, failure.hint, failure.details);
	return exitCode;
}

/** Commander's messages start small and end without a full stop; some carry a suggestion on a second line. */
function sentence(message: string): string {
	const [first = "", ...rest] = message.split("\n").map((line) => line.trim());
	const text = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
	return [/[.?!)]$/.test(text) ? text : `${text}.`, ...rest].join(" ");
}
