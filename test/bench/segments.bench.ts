// A library of 10,000 segments: loading it, compiling every segment to a rule, and asking all of them about one profile.
// Goal (issue "Segments"): loading and compiling in under 2 s.
import { compile } from "../../src/compile.ts";
import { compileTests } from "../../src/eval/compile-tests.ts";
import { type LibrarySegment, segmentLibrary } from "../../src/segments/library.ts";
import { shop } from "../check/shop.ts";
import { quantile } from "./interleave.ts";

const countries = ["US", "CA", "MX"];

/** Every tenth refers to an earlier one. */
function segmentAt(index: number): LibrarySegment {
	const texts = [
		`country = "${countries[index % 3]}" and spent >= ${index}`,
		`age between ${index % 50} and ${(index % 50) + 20} or opted_in`,
		`tags has "tag${index % 200}" and signed_up in last ${(index % 90) + 1} days`,
		`any orders (total > ${index % 500} and status = "paid")`,
		`count(orders) >= ${index % 9} and address.city starts with "C${index % 100}"`,
	];
	const text = texts[index % 5] ?? "";
	const reference = index % 10 === 9 ? ` and not in segment "segment ${index - 9}"` : "";
	return { id: `s${index}`, name: `segment ${index}`, text: text + reference, active: true };
}

export function run(): void {
	const segments = Array.from({ length: 10_000 }, (_, index) => segmentAt(index));
	const options = { catalogue: shop, now: Date.UTC(2026, 4, 10, 12), timeZone: "America/New_York" };
	const times: number[][] = [[], [], []];
	for (let round = 0; round < 5; round++) {
		const started = performance.now();
		const result = segmentLibrary("shop", segments);
		if ("problems" in result) throw new Error(result.problems[0]?.message);
		const rules = segments.map(({ text }) => {
			const compiled = compile(text, { ...options, segments: result.library });
			if (!compiled.ok) throw new Error(`${text}: ${compiled.diagnostics[0]?.message}`);
			return compiled.segment.rule;
		});
		const compiledAt = performance.now();
		const tests = compileTests(rules);
		const assembledAt = performance.now();
		const answers = new Uint8Array(rules.length);
		const record = { country: "US", spent: 700, age: 30, tags: ["tag7"], orders: [{ total: 20, status: "paid" }], address: { city: "C7" } };
		for (let repeat = 0; repeat < 20; repeat++) tests(record, answers);
		times[0]?.push(compiledAt - started);
		times[1]?.push(assembledAt - compiledAt);
		times[2]?.push((performance.now() - assembledAt) / 20);
	}
	const show = (values: readonly number[] = []): string =>
		`${quantile(values, 0.5).toFixed(1)} ms (${quantile(values, 0).toFixed(1)}–${quantile(values, 1).toFixed(1)})`;
	console.log(`10,000 segments to rules: ${show(times[0])}; to one program: ${show(times[1])}; one profile through all: ${show(times[2])}`);
}
