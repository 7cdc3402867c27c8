// The README's blocks of code, in its order.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./source-files.ts";

export interface Block {
	/** As the fence names it; empty where it names none. */
	readonly language: string;
	readonly text: string;
}

export const readme: string = readFileSync(join(root, "README.md"), "utf8");

export const blocks: readonly Block[] = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map(([, language = "", text = ""]) => ({
	language,
	text,
}));
