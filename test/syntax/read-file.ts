// A file of the project, in Node and in a browser whose server has the project as its root.

interface FileReader {
	readFile(path: URL, encoding: "utf8"): Promise<string>;
}

export async function readFile(path: string): Promise<string> {
	const { process } = globalThis as { process?: { versions?: { node?: string } } };
	if (process?.versions?.node) {
		// Not a literal, so that bundlers for browsers leave it alone.
		const module = "node:fs/promises";
		const { readFile: read } = (await import(module)) as FileReader;
		return read(new URL(`../../${path}`, import.meta.url), "utf8");
	}
	const response = await fetch(`/${path}`);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	return response.text();
}
