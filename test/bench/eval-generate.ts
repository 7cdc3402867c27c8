// Writes src/eval/closures/lanes.generated.ts: copies of `lane` and of `level`, each to be optimised by itself. A test in
// test/eval/closures.test.ts compares the copies with the originals. Run: node test/bench/eval-generate.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Fields that can be read at full speed at once; more share. */
const laneCopies = 16;
const levelCopies = 3;

const folder = join(import.meta.dirname, "..", "..", "src", "eval", "closures");

/** The whole text of the exported function `name`, from its line to the brace that closes it. */
function functionText(file: string, name: string): string {
	const found = new RegExp(`^export (function ${name}\\([^]*?\\n}\\n)`, "m").exec(readFileSync(join(folder, file), "utf8"));
	if (found?.[1] === undefined) throw new Error(`There is no function "${name}" in ${file}.`);
	return found[1];
}

function copies(file: string, name: string, count: number): { readonly text: string; readonly list: string } {
	const text = functionText(file, name);
	const names = Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
	return {
		text: names.map((copy) => text.replace(`function ${name}(`, `function ${copy}(`)).join("\n"),
		list: `[${names.join(", ")}]`,
	};
}

const lanes = copies("lane.ts", "lane", laneCopies);
const levels = copies("connective.ts", "level", levelCopies);

writeFileSync(
	join(folder, "lanes.generated.ts"),
	`// Written by test/bench/eval-generate.ts from lane.ts and connective.ts; do not edit.
import { type Data, nothing } from "./data.ts";
import type { Lane } from "./lane.ts";
import type { Level } from "./connective.ts";

export const lanes: readonly ((name: string | number) => Lane)[] = ${lanes.list};

export const levels: readonly (() => Level)[] = ${levels.list};

${lanes.text}
${levels.text}`,
);
