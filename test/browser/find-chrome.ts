// Which Chromium runs the browser tests: CHROME_PATH, else an installed Chrome, Chromium or Edge, else the binary that comes
// inside the npm package @sparticuz/chromium (Linux x64), which needs nothing from the system's package manager.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

export interface Chrome {
	readonly path: string;
	readonly from: "CHROME_PATH" | "installed" | "@sparticuz/chromium";
}

const advice = "No Chrome, Chromium or Edge was found to run the browser tests: install one of them, or set CHROME_PATH to its program.";

/** Throws an Error of one sentence, saying what to install, when there is none. */
export async function findChrome(): Promise<Chrome> {
	const given = process.env.CHROME_PATH;
	if (given) {
		if (!existsSync(given))
			throw new Error(`CHROME_PATH is "${given}", but there is no such file: set it to the program of an installed Chrome.`);
		return { path: given, from: "CHROME_PATH" };
	}
	// Set by whoever wants to see that the packaged browser still serves on a machine that has another.
	const installed = process.env.NO_INSTALLED_CHROME ? undefined : ((await chromeOrChromium()) ?? edge());
	if (installed) return { path: installed, from: "installed" };
	if (process.platform !== "linux" || process.arch !== "x64") throw new Error(advice);
	return { path: await packagedChrome(), from: "@sparticuz/chromium" };
}

/** Chromium refuses its sandbox as root and in most containers; the rest keeps it from calling home. */
export function chromeArguments(chrome: Chrome): string[] {
	const noSandbox = chrome.from === "@sparticuz/chromium" || process.getuid?.() === 0 || Boolean(process.env.CI);
	return [
		...(noSandbox ? ["--no-sandbox"] : []),
		"--disable-gpu",
		"--disable-quic",
		"--no-first-run",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
	];
}

async function chromeOrChromium(): Promise<string | undefined> {
	const { Launcher } = await import("chrome-launcher");
	try {
		return Launcher.getInstallations().find((path) => existsSync(path));
	} catch {
		return undefined; // chrome-launcher throws on Linux when it finds none
	}
}

function edge(): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const programFiles = [process.env["PROGRAMFILES(X86)"], process.env.PROGRAMFILES].filter((folder) => folder !== undefined);
	const candidates = [
		...folders.flatMap((folder) => [join(folder, "microsoft-edge-stable"), join(folder, "microsoft-edge")]),
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		...programFiles.map((folder) => join(folder, "Microsoft", "Edge", "Application", "msedge.exe")),
	];
	return candidates.find((path) => existsSync(path));
}

async function packagedChrome(): Promise<string> {
	const require = createRequire(import.meta.url);
	let folder = dirname(require.resolve("@sparticuz/chromium"));
	while (!existsSync(join(folder, "bin", "chromium.br"))) folder = dirname(folder);
	const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
	const home = join(process.cwd(), "node_modules", ".cache", `chromium-${version}`);
	const program = join(home, "chromium");
	if (!existsSync(program)) await unpack(folder, home);
	if (runs(program)) return program;
	// A bare Debian has no libnss3, libnspr4 or libexpat; the package ships them.
	process.env.LD_LIBRARY_PATH = [join(home, "al2023", "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
	process.env.FONTCONFIG_PATH ??= join(home, "fonts");
	if (runs(program)) return program;
	throw new Error("The Chromium inside @sparticuz/chromium does not start here: install Chrome or Chromium, or set CHROME_PATH.");
}

/** The package unpacks to fixed names in the temporary folder and reuses whatever lies there: give it a folder of its own, and move that whole. */
async function unpack(folder: string, home: string): Promise<void> {
	const unpacking = `${home}.${process.pid}`;
	mkdirSync(unpacking, { recursive: true });
	const saved = process.env.TMPDIR;
	process.env.TMPDIR = unpacking;
	try {
		const { default: chromium, inflate } = await import("@sparticuz/chromium");
		await chromium.executablePath();
		await inflate(join(folder, "bin", "al2023.tar.br"));
	} finally {
		if (saved === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = saved;
	}
	rmSync(home, { recursive: true, force: true });
	renameSync(unpacking, home);
}

function runs(program: string): boolean {
	try {
		execFileSync(program, ["--version"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}
