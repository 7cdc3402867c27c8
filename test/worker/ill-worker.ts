// A worker like ours that falls ill in the way that its address asks for: a test's factory starts it.
import { serve } from "../../src/worker/serve.ts";
import type { Port } from "../../src/worker/port.ts";

interface Scope {
	readonly location: Location;
	postMessage(message: unknown, transfer?: Transferable[]): void;
	addEventListener(kind: "message", listener: (event: MessageEvent<unknown>) => void): void;
}

const scope = globalThis as unknown as Scope;
const illness = new URL(scope.location.href).searchParams.get("illness");

interface Heard {
	readonly kind?: string;
	readonly name?: string;
}

/** Nothing else gets its turn on this thread any more. */
function hang(): never {
	for (;;);
}

function fallIll(): void {
	if (illness === "hangs") hang();
	// Outside every promise: the page hears of it by an error event.
	setTimeout(() => {
		throw new Error("the worker broke");
	});
}

const page: Port = {
	post(message, transfer = []) {
		const { kind } = message as Heard;
		scope.postMessage(illness === "other-protocol" && kind === "ready" ? { ...(message as object), protocol: 999 } : message, [
			...transfer,
		]);
	},
	listen(onMessage) {
		scope.addEventListener("message", ({ data }) => {
			const { kind, name } = (data ?? {}) as Heard;
			if (illness === "dumb") return;
			if (illness === "throws-at-once" && kind === "call" && name === "open") return fallIll();
			if ((kind === "call" && name === "ask") || kind === "batch") {
				if (illness === "throws" || illness === "hangs") return fallIll();
			}
			onMessage(data);
		});
	},
	close: () => undefined,
};

serve(page, { sliceMs: 30 });
