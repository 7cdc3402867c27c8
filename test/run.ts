// What `npm test` does, in order: types, lint, the generated grammar files, the tests in Node, the same tests in every browser here.
// Every step runs even when one before it failed. The last line sums up the tests of Node and of the browsers; a failed step that holds
// no tests, or a run that broke before it counted, adds one failure. `npm run types` is the first step alone.
import { spawn } from "node:child_process";
import { join } from "node:path";

interface Step {
	readonly name: string;
	/** Words after `node`. */
	readonly commands: readonly (readonly string[])[];
	/** How to read the counts in the output of a step that runs tests. */
	readonly count?: (output: string) => Counts | undefined;
}

interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

const root = join(import.meta.dirname, "..");
const tool = (path: string, ...words: string[]): string[] => [join(root, "node_modules", path), ...words];
const typesOf = (project: string): string[] => tool("typescript/bin/tsc", "-p", project);

const types: Step = {
	name: "types",
	commands: [typesOf("tsconfig.json"), typesOf("tsconfig.node.json"), typesOf("tsconfig.dom.json"), typesOf("test/tsconfig.json")],
};

const steps: readonly Step[] = [
	types,
	{ name: "lint", commands: [tool("@biomejs/biome/bin/biome", "check", "--diagnostic-level=warn", "--error-on-warnings")] },
	{ name: "generated grammar files", commands: [["grammar/generate.ts", "--check"]] },
	{ name: "tests in Node", commands: [tool("mocha/bin/mocha.js", "--reporter", "dot", "test/**/*.test.ts")], count: countOfMocha },
	{ name: "tests in browsers", commands: [["test/browser/run.ts"]], count: countOfBrowsers },
];

const total = { passed: 0, failed: 0, skipped: 0 };
const times: string[] = [];
for (const step of process.argv[2] === "types" ? [types] : steps) {
	const from = performance.now();
	console.log(`\n== ${step.name}`);
	const results = [];
	for (const words of step.commands) results.push(await run(words));
	const counts = step.count?.(results.map((result) => result.output).join(""));
	const failed = results.some((result) => result.code !== 0) || (step.count !== undefined && counts === undefined);
	total.passed += counts?.passed ?? 0;
	total.skipped += counts?.skipped ?? 0;
	total.failed += Math.max(counts?.failed ?? 0, failed ? 1 : 0);
	times.push(`${step.name} ${failed ? "FAILED" : "ok"} ${((performance.now() - from) / 1000).toFixed(1)} s`);
}
console.log(`\n${times.join(" · ")}`);
if (process.argv[2] !== "types") console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

function run(words: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
	const child = spawn(process.execPath, [...words], { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
	let output = "";
	child.stdout.setEncoding("utf8").on("data", (piece: string) => {
		output += piece;
		process.stdout.write(piece);
	});
	return new Promise((resolve, reject) => {
		child.once("error", reject);
		child.once("close", (code) => resolve({ code: code ?? 1, output }));
	});
}

function countOfMocha(output: string): Counts | undefined {
	const number = (word: string) => Number(new RegExp(`^\\s*(\\d+) ${word}\\b`, "m").exec(output)?.[1] ?? 0);
	if (!/^\s*\d+ passing\b/m.test(output)) return undefined;
	return { passed: number("passing"), failed: number("failing"), skipped: number("pending") };
}

function countOfBrowsers(output: string): Counts | undefined {
	const last = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
	return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
}
