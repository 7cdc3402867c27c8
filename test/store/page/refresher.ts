// Lives in a frame, a worker or a page of its own, and refreshes until it is killed. What it does it says at once, because it may not live on.
import type { Operation } from "../history.ts";
import { batches, open } from "../people.ts";
import type { OpenStore, ProfileStore, StoreOptions } from "../../../src/store/index.ts";

export interface Work {
	readonly business: string;
	readonly operations: readonly Operation[];
	readonly options: Partial<StoreOptions>;
}

/** The index of the operation that begins or has ended. */
export type Said = { readonly begun: number } | { readonly ended: number } | { readonly failed: string };

export interface Refresher {
	open(business: string, options?: Partial<StoreOptions>): Promise<OpenStore>;
	run(work: Work, say: (said: Said) => void): Promise<void>;
}

const refresher: Refresher = { open, run };

async function run({ business, operations, options }: Work, say: (said: Said) => void): Promise<void> {
	try {
		const { store } = await open(business, options);
		for (const [index, operation] of operations.entries()) {
			say({ begun: index });
			await perform(store, operation);
			say({ ended: index });
		}
	} catch (error) {
		say({ failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
	}
}

async function perform(store: ProfileStore, operation: Operation): Promise<unknown> {
	if (operation.kind === "wipe") return store.wipe();
	if (operation.kind === "replace") return store.replace(batches(operation.people));
	const removals = operation.removed.map((user_id) => ({ user_id, gone: true }));
	return store.change(batches([...operation.people, ...removals], 30), { removedWhen: "gone" });
}

Object.assign(globalThis, { refresher });
if (typeof document === "undefined") {
	globalThis.onmessage = ({ data }: MessageEvent<Work>) => void run(data, (said) => globalThis.postMessage(said));
	globalThis.postMessage("ready");
}
