// Writes src/columns/kernels/kernels.generated.ts: a copy of each kernel for each kind of array, to be optimised by itself. A test in
// test/columns/kernels.test.ts compares the copies with the originals. Run: node test/bench/columns-generate.ts
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "..", "..", "src", "columns", "kernels");

/** The whole text of the exported function `name`, from its doc comment to the brace that closes it. */
function functionText(name: string): string {
	const found = new RegExp(`^(/\\*\\*[^\\n]*\\nexport function ${name}\\([^]*?\\n}\\n)`, "m").exec(
		readFileSync(join(folder, "kernels.ts"), "utf8"),
	);
	if (found?.[1] === undefined) throw new Error(`There is no kernel "${name}".`);
	return found[1];
}

/** Prefix of the copy's name, and its kind of array. */
const copies: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
	atLeast: [
		["integers", "Int32Array"],
		["doubles", "Float64Array"],
	],
	within: [
		["integers", "Int32Array"],
		["doubles", "Float64Array"],
	],
	lookUp: [
		["bytes", "Uint8Array"],
		["shorts", "Uint16Array"],
		["integers", "Int32Array"],
	],
};

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const functions = Object.entries(copies).flatMap(([name, kinds]) =>
	kinds.map(([prefix, array]) =>
		functionText(name)
			.replace(`function ${name}(`, `function ${prefix}${capitalised(name)}(`)
			.replace(/: (Numbers|Codes),/, `: ${array},`),
	),
);

writeFileSync(
	join(folder, "kernels.generated.ts"),
	`// Written by test/bench/columns-generate.ts from kernels.ts; do not edit.\n\n${functions.join("\n")}`,
);
