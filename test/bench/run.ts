// `npm run bench [word …]`: runs every test/bench/*.bench.ts, or those whose name holds one of the words, one after the other.
// Such a file exports `run()`, which measures its contestants in turns within one run and prints medians, spread and ratios:
// on a shared machine only ratios within one run mean something.
import { globSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";

interface Benchmark {
	run(): void | Promise<void>;
}

const words = process.argv.slice(2);
const files = globSync("*.bench.ts", { cwd: import.meta.dirname })
	.filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
	.sort();
if (files.length === 0) {
	console.error(words.length === 0 ? "There is no benchmark yet." : `No benchmark has ${words.join(" or ")} in its name.`);
	process.exit(2);
}
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}`);
for (const file of files) {
	console.log(`\n## ${file.replace(".bench.ts", "")}`);
	const benchmark = (await import(join(import.meta.dirname, file))) as Benchmark;
	await benchmark.run();
}
