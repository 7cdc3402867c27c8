// The worker's file: one engine, and the page at the other end. The build makes it one file that stands for itself, `segql/worker.js`.
import type { Port } from "./port.ts";
import { serve } from "./serve.ts";

/** As much of a worker's global scope as is needed; the types of pages have other names for it. */
interface Scope {
	postMessage(message: unknown, transfer: Transferable[]): void;
	addEventListener(kind: "message", listener: (event: MessageEvent<unknown>) => void): void;
	close(): void;
}

const scope = globalThis as unknown as Scope;

const page: Port = {
	post: (message, transfer = []) => scope.postMessage(message, [...transfer]),
	listen: (onMessage) => scope.addEventListener("message", ({ data }) => onMessage(data)),
	close: () => scope.close(),
};

/** Long enough to lose no time with pauses, short enough that a question that is not wanted any more is dropped at once. */
const sliceMs = 30;

serve(page, { sliceMs });
