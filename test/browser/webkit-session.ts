// A WebKitGTK with one window, driven through WebKitWebDriver (Debian's package webkit2gtk-driver) with nothing but fetch.
// WebKitGTK has no headless mode, so Xvfb is started where there is no DISPLAY.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** Keys as WebDriver names them, for those that are not their own character. */
const namedKeys: Readonly<Record<string, string>> = {
	Backspace: "\uE003",
	Tab: "\uE004",
	Enter: "\uE007",
	Shift: "\uE008",
	Control: "\uE009",
	Alt: "\uE00A",
	Escape: "\uE00C",
	Space: " ",
	PageUp: "\uE00E",
	PageDown: "\uE00F",
	End: "\uE010",
	Home: "\uE011",
	ArrowLeft: "\uE012",
	ArrowUp: "\uE013",
	ArrowRight: "\uE014",
	ArrowDown: "\uE015",
	Delete: "\uE017",
	F8: "\uE038",
};

/** How long a command may take, in milliseconds. A browser that does nothing any more but collect garbage would never answer. */
const answerMs = 60_000;

/** How long a browser may take to end by itself, in milliseconds. */
const endMs = 5_000;

export class WebKitSession {
	#driver: ChildProcess | undefined;
	#display: ChildProcess | undefined;
	#address = "";
	#id = "";

	/** `screen` is how large the display is, where one has to be started. */
	async start(screen = "1280x900"): Promise<void> {
		const display = process.env.DISPLAY || (await this.#startDisplay(screen));
		const port = await freePort();
		this.#address = `http://127.0.0.1:${port}`;
		this.#driver = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
			env: { ...process.env, DISPLAY: display },
			stdio: "ignore",
			// A group of its own, with the browser and its processes in it: they end together, whatever state they are in.
			detached: true,
		});
		let failure: Error | undefined;
		this.#driver.once("error", (error) => {
			failure = error;
		});
		for (let tries = 0; ; tries++) {
			if (failure) throw failure;
			const up = await this.#call("GET", "/status").then(
				() => true,
				() => false,
			);
			if (up) break;
			if (tries > 600) throw new Error("WebKitWebDriver does not answer.");
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
		const { sessionId } = (await this.#call("POST", "/session", { capabilities: { alwaysMatch: {} } })) as { sessionId: string };
		this.#id = sessionId;
	}

	/** Ends the browser, one that does not answer too. Afterwards another can be started. */
	async stop(): Promise<void> {
		const [id, driver, display] = [this.#id, this.#driver, this.#display];
		this.#id = "";
		this.#driver = undefined;
		this.#display = undefined;
		if (id) await this.#call("DELETE", `/session/${id}`, undefined, endMs).catch(() => undefined);
		await endGroup(driver);
		await endGroup(display);
	}

	/** A command of the session, as the WebDriver standard names it: `/url`. */
	command(method: "GET" | "POST", path: string, body?: object): Promise<unknown> {
		return this.#call(method, `/session/${this.#id}${path}`, body);
	}

	/** `["a", "b"]` types; `["Shift+Tab"]` presses a chord. */
	async sendKeys(keys: readonly string[]): Promise<void> {
		const actions = keys.flatMap((key) => {
			const chord = (key.length > 1 ? key.split("+") : [key]).map((part) => namedKeys[part] ?? part);
			const down = chord.map((value) => ({ type: "keyDown", value }));
			return [...down, ...chord.reverse().map((value) => ({ type: "keyUp", value }))];
		});
		await this.command("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
	}

	#startDisplay(screen: string): Promise<string> {
		const display = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", `${screen}x24`, "-nolisten", "tcp"], {
			stdio: ["ignore", "ignore", "ignore", "pipe"],
			detached: true,
		});
		this.#display = display;
		return new Promise((resolve, reject) => {
			display.once("error", reject);
			display.once("exit", (code) => reject(new Error(`Xvfb ended with code ${code} before it had a display.`)));
			display.stdio[3]?.once("data", (number: Buffer) => resolve(`:${String(number).trim()}`));
		});
	}

	async #call(method: string, path: string, body?: object, mostMs = answerMs): Promise<unknown> {
		const response = await fetch(this.#address + path, {
			method,
			headers: { "content-type": "application/json" },
			signal: AbortSignal.timeout(mostMs),
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		const { value } = (await response.json()) as { value: { error?: string; message?: string } | null };
		if (value?.error) throw new Error(`${value.error}: ${value.message}`);
		return value;
	}
}

/** Ends a process and everything that it has started, and waits until it is gone. */
async function endGroup(leader: ChildProcess | undefined): Promise<void> {
	if (leader?.pid === undefined) return;
	const isThere = leader.exitCode === null && leader.signalCode === null;
	const gone = isThere ? once(leader, "exit") : undefined;
	try {
		process.kill(-leader.pid, "SIGKILL");
	} catch (error) {
		// Nobody of it is left.
		if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
	}
	await gone;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("No free port."))));
		});
	});
}
