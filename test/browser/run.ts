// Runs the tests in every browser engine of this machine, under the strict content-security policy that hosts use.
// `node test/browser/run.ts [word …]` runs only the test files whose path holds one of the words; BROWSERS=chromium,firefox chooses engines.
// Ends with the line "N passed, N failed, N skipped".
import { randomBytes } from "node:crypto";
import { relative } from "node:path";
import { defaultReporter, type Reporter, startTestRunner, type TestRunnerConfig } from "@web/test-runner";
import type { BrowserLauncher, TestSession, TestSuiteResult } from "@web/test-runner-core";
import { bundleTests } from "./bundle.ts";
import { cutMiddleware } from "./cut-middleware.ts";
import { type Engines, findEngines } from "./engines.ts";
import { mediaPlugin } from "./media-plugin.ts";
import { WebKitLauncher, webKitName } from "./webkit-launcher.ts";

interface Counts {
	passed: number;
	failed: number;
	skipped: number;
}

const policy = [
	"default-src 'none'",
	"style-src 'self'",
	"connect-src 'self' ws:",
	"worker-src 'self'",
	"img-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
].join("; ");

/** What Lit and Dexie say to developers while all is well. */
const expectedLogs = new RegExp(
	[
		"^Lit is in dev mode",
		"^Dexie\\.delete\\(.* was blocked",
		"^Another connection wants to delete database",
		"^Upgrade .* blocked by other connection",
		"^Dexie: (Workaround for Chrome UnknownError|Need to reopen db)",
	].join("|"),
);

const engines = await findEngines().catch((error: unknown) => fail(error));
const files = await bundleTests(process.argv.slice(2));
if (files.length === 0) fail(new Error(`No browser test file has ${process.argv.slice(2).join(" or ")} in its path.`));
console.log(`Browsers: ${engines.launchers.map((launcher) => launcher.name).join(", ")}${leftOut(engines)}`);

const shared: TestRunnerConfig = {
	concurrentBrowsers: 3,
	concurrency: 2,
	// A limit for what hangs, not for what is slow: machines are busy, and WebKitGTK is the slowest.
	testFramework: { config: { timeout: 120_000 } } as unknown as NonNullable<TestRunnerConfig["testFramework"]>,
	browserStartTimeout: 120_000,
	testsStartTimeout: 120_000,
	testsFinishTimeout: 600_000,
	filterBrowserLogs: ({ args }) => !expectedLogs.test(String(args[0])),
	plugins: [mediaPlugin],
	middleware: [
		cutMiddleware,
		// The runner's own page has inline scripts: they, and nothing else, get a nonce.
		async (context, next) => {
			await next();
			// A sandboxed frame is no origin's, and may load modules from nobody else.
			context.set("Access-Control-Allow-Origin", "*");
			if (!context.response.is("html")) return;
			const nonce = randomBytes(16).toString("hex");
			context.body = String(context.body).replaceAll("<script", `<script nonce="${nonce}"`);
			context.set("Content-Security-Policy", `${policy}; script-src 'self' 'nonce-${nonce}'`);
		},
	],
};

const sessions = await run(files, engines.launchers);
// WebKitGTK alone ends or gets stuck in the middle of a file now and then, on a busy machine; what failed a test is not tried again.
const lost = sessions.filter((session) => session.browser.name === webKitName && !session.passed && !session.testResults);
const again = lost.length === 0 ? [] : await runAgain(lost);
report([...sessions.filter((session) => !lost.includes(session)), ...again]);

/** Everything that ran, one session for each file and engine. */
async function run(tested: readonly string[], launchers: readonly BrowserLauncher[]): Promise<readonly TestSession[]> {
	let ran: readonly TestSession[] = [];
	const keeping: Reporter = {
		onTestRunFinished(finished) {
			ran = finished.sessions;
		},
	};
	const reporters = [defaultReporter({ reportTestResults: true, reportTestProgress: false }), keeping];
	const config = { ...shared, files: [...tested], browsers: [...launchers], reporters };
	const runner = await startTestRunner({ config, readCliArgs: false, readFileConfig: false, autoExitProcess: false });
	if (!runner) throw new Error("The test runner did not start.");
	const stop = (): void => void runner.stop();
	process.once("SIGINT", stop);
	await new Promise((resolve) => runner.on("stopped", resolve));
	process.off("SIGINT", stop);
	return ran;
}

function runAgain(ended: readonly TestSession[]): Promise<readonly TestSession[]> {
	const named = ended.map(({ testFile }) => relative(process.cwd(), testFile));
	console.log(`\n${webKitName} ended or got stuck in the middle of ${named.join(", ")}: once more, in a new one.`);
	return run(
		ended.map(({ testFile }) => testFile),
		[new WebKitLauncher()],
	);
}

function report(ended: readonly TestSession[]): void {
	const total: Counts = { passed: 0, failed: 0, skipped: 0 };
	for (const { name } of engines.launchers) {
		const counts = countAll(ended.filter((session) => session.browser.name === name));
		console.log(`${name}: ${inWords(counts)}`);
		total.passed += counts.passed;
		total.failed += counts.failed;
		total.skipped += counts.skipped;
	}
	console.log(`\n${inWords(total)}`);
	process.exit(total.failed === 0 ? 0 : 1);
}

function countAll(sessions: readonly TestSession[]): Counts {
	const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
	for (const session of sessions) {
		const before = counts.failed;
		count(session.testResults, counts);
		// A file that did not load has no failed test, and has failed.
		if (!session.passed && counts.failed === before) counts.failed++;
	}
	return counts;
}

function count(suite: TestSuiteResult | undefined, counts: Counts): void {
	for (const test of suite?.tests ?? []) counts[test.skipped ? "skipped" : test.passed ? "passed" : "failed"]++;
	for (const inner of suite?.suites ?? []) count(inner, counts);
}

function inWords(counts: Counts): string {
	return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}

function leftOut({ absent }: Engines): string {
	return absent.length === 0 ? "." : `. Left out: ${absent.join("; ")}.`;
}

function fail(error: unknown): never {
	console.error(error instanceof Error ? error.message : String(error));
	process.exit(1);
}
