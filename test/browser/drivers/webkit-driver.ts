// Drives WebKitGTK through WebKitWebDriver.
import { writeFileSync } from "node:fs";
import { WebKitSession } from "../webkit-session.ts";
import { type Driver, dragSteps, type Plain, type Point } from "./driver.ts";

export async function webKitDriver(): Promise<Driver> {
	const session = new WebKitSession();
	try {
		await session.start("1600x1500");
	} catch (error) {
		await session.stop();
		throw error;
	}
	return new WebKitDriver(session);
}

const down = { type: "pointerDown", button: 0 };
const up = { type: "pointerUp", button: 0 };
const move = ({ x, y }: Point): object => ({
	...{ type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) },
});

class WebKitDriver implements Driver {
	readonly name = "WebKitGTK";
	readonly #session: WebKitSession;

	constructor(session: WebKitSession) {
		this.#session = session;
	}

	async open(url: string): Promise<void> {
		await this.#session.command("POST", "/url", { url });
	}

	evaluate<Given extends readonly Plain[], Found>(look: (...given: Given) => Found, ...given: Given): Promise<Found> {
		return this.#session.command("POST", "/execute/sync", {
			script: `return (${look}).apply(undefined, arguments);`,
			args: given,
		}) as Promise<Found>;
	}

	async clickAt(x: number, y: number): Promise<void> {
		await this.#point(move({ x, y }), down, up);
	}

	async moveTo(x: number, y: number): Promise<void> {
		await this.#point(move({ x, y }));
	}

	async drag(from: Point, to: Point): Promise<void> {
		const between = Array.from({ length: dragSteps }, (_, index) => (index + 1) / dragSteps).map((share) =>
			move({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }),
		);
		await this.#point(move(from), down, ...between, up);
	}

	async #point(...actions: readonly object[]): Promise<void> {
		await this.#session.command("POST", "/actions", { actions: [{ type: "pointer", id: "mouse", actions }] });
	}

	press(...keys: readonly string[]): Promise<void> {
		return this.#session.sendKeys(keys);
	}

	type(text: string): Promise<void> {
		return this.#session.sendKeys([...text]);
	}

	/** The window has bars of its own around the page. */
	async resize(width: number, height: number): Promise<void> {
		const rect = (await this.#session.command("POST", "/window/rect", { x: 0, y: 0, width, height })) as { width: number; height: number };
		const [inner, innerHigh] = await this.evaluate((): [number, number] => [window.innerWidth, window.innerHeight]);
		if (inner === width && innerHigh === height) return;
		await this.#session.command("POST", "/window/rect", {
			...{ x: 0, y: 0, width: rect.width + width - inner, height: rect.height + height - innerHigh },
		});
	}

	async screenshot(file: string): Promise<void> {
		writeFileSync(file, Buffer.from((await this.#session.command("GET", "/screenshot")) as string, "base64"));
	}

	close(): Promise<void> {
		return this.#session.stop();
	}
}
