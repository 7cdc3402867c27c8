// Runs in pages, as a part of the file for pages without a build: imports a file that was built with this one, if its bytes are the same still.
// `import()` takes no hash, and WebKit does not look at that of `<link rel="modulepreload">`; every engine looks at that of a script. A script
// puts its module where `import()` then finds it, under the same address, without asking for it again.
import { filesBeside } from "segql:built";
import { addressBeside, ownPolicy } from "./own-policy.ts";

const attempts = new Map<string, number>();
const loading = new Map<string, Promise<unknown>>();

/**
 * What the file exports. Rejects with an Error whose message can be shown when it is not there, or is another one; the next call tries again.
 * `name` is relative to this file.
 */
export function importBeside(name: string): Promise<unknown> {
	const begun = loading.get(name) ?? importOnce(name);
	loading.set(name, begun);
	begun.catch(() => loading.delete(name));
	return begun;
}

/** A file whose parts are in this one. */
interface Handed {
	makeWith(take: (index: number) => unknown): unknown;
}

async function importOnce(name: string): Promise<unknown> {
	// Engines keep what failed under its address. A fragment makes another address, which no import without a hash can have taken before.
	const attempt = (attempts.get(name) ?? 0) + 1;
	attempts.set(name, attempt);
	const address = addressBeside(name, attempt);
	await runScript(address, String(filesBeside[name]));
	const made = (await import(address)) as Partial<Handed>;
	if (!made.makeWith) return made;
	const { handed } = await import("segql:handed");
	return made.makeWith((index) => handed[index]);
}

function runScript(address: string, integrity: string): Promise<void> {
	const script = document.createElement("script");
	script.type = "module";
	script.integrity = integrity;
	script.crossOrigin = "anonymous";
	// Where scripts are allowed by a nonce, this one is as much a part of the page as that which asks for it.
	const { nonce } = [...document.scripts].find((each) => each.nonce) ?? {};
	if (nonce) script.nonce = nonce;
	script.src = ownPolicy ? ownPolicy.createScriptURL(address) : address;
	const run = new Promise<void>((resolve, reject) => {
		script.addEventListener("load", () => resolve());
		script.addEventListener("error", () =>
			reject(
				new Error("A part of this page could not be loaded, or is not the one that belongs to it. Check the connection, then try again."),
			),
		);
	});
	document.head.append(script);
	return run.finally(() => script.remove());
}
