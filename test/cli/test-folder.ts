// Files for tests.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for one suite's files, gone afterwards. Must be called inside `describe`. */
export function testFolder(): { file(name: string, content: string | Uint8Array): string; path(name: string): string } {
	const folder = mkdtempSync(join(tmpdir(), "segql-cli-"));
	after(() => rmSync(folder, { recursive: true, force: true }));
	const path = (name: string): string => join(folder, name);
	return {
		path,
		file(name, content) {
			writeFileSync(path(name), content);
			return path(name);
		},
	};
}
