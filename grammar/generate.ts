// Writes what follows from the grammar; with --check writes nothing and exits 1 when a file, or a comment in parser.ts, is stale.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { generatedFiles, staleComments } from "./generated.ts";

const isCheck = process.argv.includes("--check");
const problems: string[] = [];
for (const [name, content] of generatedFiles()) {
	const url = new URL(name, import.meta.url);
	if (existsSync(url) && readFileSync(url, "utf8") === content) continue;
	if (isCheck) problems.push(`grammar/${name} is stale. Run npm run grammar.`);
	else writeFileSync(url, content);
}
for (const production of staleComments(readFileSync(new URL("parser.ts", import.meta.url), "utf8"))) {
	problems.push(`A comment in grammar/parser.ts is stale. It should be: ${production}`);
}
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
