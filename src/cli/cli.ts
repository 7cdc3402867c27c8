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
import { OutputClosed, OutputFailed } from "./errors.ts";
import { failureOf } from "./failure.ts";
import { defaultMaxIds } from "./repeated-ids.ts";
import { Session } from "./session.ts";
import { packageVersion } from "./version.ts";
import { inDigits } from "./words.ts";

/**
 * Runs the command with these arguments (without `node` and the script) and answers its exit code: 0 fine, 1 mistakes in a condition, data
 * that was refused or output that cannot be written, 2 called wrongly. When the reader goes away early: what was found out by then.
 */
export async function run(argv: readonly string[], environment: Environment): Promise<ExitCode> {
	const session = new Session(environment, argv.includes("--json"));
	try {
		await perform(argv, session);
		await session.out.flush();
	} catch (error) {
		if (error instanceof OutputFailed) {
			session.verdict ||= 1;
			await session.printError(error.message, ["What was written of it is not whole."]);
		} else if (!(error instanceof OutputClosed)) throw error;
	}
	return session.verdict;
}

async function perform(argv: readonly string[], session: Session): Promise<void> {
	const program = segql(session, (code) => {
		session.verdict = code;
	});
	try {
		await program.parseAsync(argv, { from: "user" });
	} catch (error) {
		await end(error, argv, program, session);
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
Each profile is judged by itself: a user_id that several have is counted and listed once for each, which is told for the first
${inDigits(defaultMaxIds)} ids, and explained for all of them.

Examples:
  segql preview --text 'country = "US"' --profiles users.ndjson.gz
  segql preview vip.segql --fields fields.json --profiles users.csv --ids > vip-ids.txt
  segql explain vip.segql --profiles users.ndjson --id 4711
  segql fields infer --profiles users.ndjson > fields.json
  segql import segment.json --fields fields.json > vip.segql

Exit codes: 0 fine, 1 mistakes in the condition, refused data or output that cannot be written, 2 called wrongly.`;

async function end(error: unknown, argv: readonly string[], program: Command, session: Session): Promise<void> {
	if (error instanceof OutputClosed || error instanceof OutputFailed) throw error;
	if (error instanceof CommanderError) {
		// Help and version that were asked for are no failure.
		if (error.exitCode === 0) return;
		session.verdict = 2;
		if (error.code === "commander.help" && !session.json) {
			const called = program.commands.find((command) => command.name() === argv[0]) ?? program;
			await session.err.write(called.helpInformation({ error: true }));
			return;
		}
		const message = error.code === "commander.help" ? "No command was given." : error.message.replace(/^error: /, "");
		await session.printFailure("usage", sentence(message), "Run segql --help to see what there is.");
		return;
	}
	const { failure, exitCode } = failureOf(error);
	session.verdict = exitCode;
	await session.printFailure(failure.code, failure.message, failure.hint, failure.details);
}

/** Commander's messages start small and end without a full stop; some carry a suggestion on a second line. */
function sentence(message: string): string {
	const [first = "", ...rest] = message.split("\n").map((line) => line.trim());
	const text = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
	return [/[.?!)]$/.test(text) ? text : `${text}.`, ...rest].join(" ");
}
