// Frames and workers of this site, each with the store's code of its own: what another tab is, and what can be killed.
import type { Refresher } from "./page/refresher.ts";

const pageOf = (name: string): string => new URL(`/.cache/browser-tests/store/page/${name}.js`, location.origin).href;

export interface Frame {
	readonly refresher: Refresher;
	readonly window: Window & typeof globalThis;
	/** Ends everything in it, wherever it is. */
	remove(): void;
}

/** `prepare` changes the frame before any code is loaded into it. */
export async function makeFrame(prepare: (window: Window & typeof globalThis) => void = () => undefined): Promise<Frame> {
	const element = document.createElement("iframe");
	document.body.append(element);
	const window = element.contentWindow as (Window & typeof globalThis & { refresher: Refresher }) | null;
	if (!window) throw new Error("A frame has no window.");
	prepare(window);
	const script = window.document.createElement("script");
	script.type = "module";
	script.src = pageOf("refresher");
	const loaded = new Promise<void>((resolve, reject) => {
		script.onload = () => resolve();
		script.onerror = () => reject(new Error("The frame's script did not load."));
	});
	window.document.body.append(script);
	await loaded;
	return { refresher: window.refresher, window, remove: () => element.remove() };
}

/** Ready to be given its work. */
export async function makeWorker(): Promise<Worker> {
	const worker = new Worker(pageOf("refresher"), { type: "module" });
	await new Promise<void>((resolve, reject) => {
		worker.onmessage = () => resolve();
		worker.onerror = ({ message }) => reject(new Error(message || "The worker's script did not load."));
	});
	return worker;
}

/** What a sandboxed frame, which is nobody's origin, says of the store. */
export function inSandbox(): Promise<unknown> {
	const element = document.createElement("iframe");
	element.setAttribute("sandbox", "allow-scripts");
	element.srcdoc = `<!doctype html><script type="module" src="${pageOf("sandboxed")}"></script>`;
	const said = new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(new Error("The sandboxed frame says nothing.")), 60_000);
		const listen = ({ source, data }: MessageEvent): void => {
			if (source !== element.contentWindow) return;
			removeEventListener("message", listen);
			clearTimeout(timer);
			element.remove();
			resolve(data);
		};
		addEventListener("message", listen);
	});
	document.body.append(element);
	return said;
}
