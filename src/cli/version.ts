// The version in package.json, wherever this file was built to.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function packageVersion(): string {
	for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
		const path = join(folder, "package.json");
		if (existsSync(path)) return String((JSON.parse(readFileSync(path, "utf8")) as { version?: unknown }).version);
	}
	return "unknown";
}
