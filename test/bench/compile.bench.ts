// How long text takes: parse and check of 50 to 100,000 characters, warm, and the very first compile of a fresh process.
// Goals (../shared/design/performance.md): 500 characters parsed and checked in under 1 ms warm, linear growth to 100,000, first compile under 60 ms.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import { parse } from "../../src/syntax/parse.ts";
import { shop } from "../check/shop.ts";
import { measurementOf, quantile, timeOf, warmUp } from "./interleave.ts";

const conditions = [
	'country in ("US", "CA")',
	"spent >= 500.5",
	"no orders (placed_at in last 90 days and total > 50)",
	'tags has any of ("vip", "new")',
	"signed_up before today - 3 months",
	'address.city starts with "San" ignoring case',
	'sum(orders.total where status = "paid") > 200',
	"(age between 18 and 65 or birthday anniversary in next 7 days)",
];

/** A text of about that many characters, joined by `and`. */
function textOf(length: number): string {
	const parts: string[] = [];
	for (let size = 0, index = 0; size < length; index++) {
		const part = conditions[index % conditions.length] ?? "";
		parts.push(part);
		size += part.length + 5;
	}
	return parts.join(" and\n").slice(0, Math.max(length, conditions[0]?.length ?? 0));
}

const whole = (length: number): string => textOf(length).split(" and\n").slice(0, -1).join(" and\n") || (conditions[0] ?? "");

const options = { catalogue: shop, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };

export function run(): void {
	const sizes = [50, 500, 5_000, 100_000];
	const texts = sizes.map(whole);
	const jobs = texts.flatMap((text) => [
		{ text, name: "parse", batch: () => parse(text).diagnostics.length },
		{
			text,
			name: "parse and check",
			batch: () => check(text, parse(text).segment, options).diagnostics.length,
		},
		{
			text,
			name: "compile to a test",
			batch: () => {
				const compiled = compile(text, options);
				return compiled.ok && compiled.segment.test({}) ? 1 : 0;
			},
		},
	]);
	for (const job of jobs) warmUp(job.batch, 300);
	const rounds = jobs.map((): number[] => []);
	for (let round = 0; round < 15; round++) {
		for (const [index, job] of jobs.entries()) {
			const repeats = Math.max(1, Math.round(20_000 / job.text.length));
			let time = 0;
			for (let repeat = 0; repeat < repeats; repeat++) time += timeOf(job.batch);
			rounds[index]?.push(time / repeats);
		}
	}
	console.log("characters  work               ms (middle 80 %)            µs a character");
	for (const [index, job] of jobs.entries()) {
		const { median, p10, p90 } = measurementOf(job.name, rounds[index] ?? []);
		const spread = `${median.toFixed(3)} (${p10.toFixed(3)}–${p90.toFixed(3)})`;
		console.log(
			`${String(job.text.length).padStart(10)}  ${job.name.padEnd(18)} ${spread.padEnd(27)} ${((median * 1_000) / job.text.length).toFixed(2)}`,
		);
	}
	cold();
}

/** Fresh processes, because only the first call builds the parser. */
function cold(): void {
	const script = `
		const started = performance.now();
		const { compile } = await import(${JSON.stringify(join(import.meta.dirname, "..", "..", "src", "compile.ts"))});
		const { shop } = await import(${JSON.stringify(join(import.meta.dirname, "..", "check", "shop.ts"))});
		const loaded = performance.now();
		const compiled = compile(${JSON.stringify(whole(500))}, { catalogue: shop, now: ${options.now}, timeZone: "America/New_York" });
		if (!compiled.ok || compiled.segment.test({})) throw new Error("It must compile, and nobody be in it.");
		console.log(JSON.stringify([loaded - started, performance.now() - loaded]));`;
	const runs = Array.from(
		{ length: 11 },
		() => JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })) as [number, number],
	);
	const show = (values: readonly number[]): string =>
		`${quantile(values, 0.5).toFixed(0)} ms (${quantile(values, 0.1).toFixed(0)}–${quantile(values, 0.9).toFixed(0)})`;
	console.log(
		`\nfirst compile of a process: ${show(runs.map(([, time]) => time))}; loading the modules from source before it: ${show(runs.map(([time]) => time))}`,
	);
}
