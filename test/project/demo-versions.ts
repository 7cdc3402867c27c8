// Two versions of the demo that can be told apart, as whole builds: by a title that is there at once and by words that are loaded later.
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildDemo } from "../../demo/build.ts";

export const laterTitle = "Who gets the winter letter?";

export interface Versions {
	/** Of the first version, and of the one after it. */
	readonly first: string;
	readonly later: string;
	/** An empty folder to serve. */
	readonly site: string;
	/** Puts a version in the place of all that was in a folder of the site, as somebody who uploads it does. */
	put(version: "first" | "later", folder?: string): void;
	remove(): void;
}

export async function buildVersions(): Promise<Versions> {
	const root = mkdtempSync(join(tmpdir(), "segql-demo-versions-"));
	const [first, later, site] = ["first", "later", "site"].map((name) => join(root, name)) as [string, string, string];
	await buildDemo({ output: first });
	const changes = {
		name: "changes",
		enforce: "pre",
		transform(code: string, id: string): string | undefined {
			if (id.endsWith("/demo/words.ts")) return code.replace("Who gets the autumn letter?", laterTitle);
			return id.endsWith("/preview/words.de.ts") ? code.replace('"Bedingungen"', '"Neue Bedingungen"') : undefined;
		},
	} as const;
	await buildDemo({ output: later, plugins: [changes] });
	return {
		...{ first, later, site },
		put(version, folder = ".") {
			const into = join(site, folder);
			rmSync(into, { recursive: true, force: true });
			cpSync(version === "first" ? first : later, into, { recursive: true });
		},
		remove: () => rmSync(root, { recursive: true, force: true }),
	};
}

/** The names of a built version's files that the other one does not have. */
export function onlyIn(version: string, other: string): readonly string[] {
	const names = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" });
	const others = new Set(names(other));
	return names(version).filter((name) => !others.has(name));
}
