// The engine's end of the protocol: hears what the page wants, does it, and answers. In the worker and, without one, on the page itself.
import { Engine, type EngineHost } from "./engine.ts";
import { type Arrival, Feed } from "./feed.ts";
import type { Port } from "./port.ts";
import type { ProfilesEvent } from "./profiles-event.ts";
import { type CallName, type Calls, type FromPage, type FromWorker, isFromPage, protocol, type SentEvent, tagged } from "./protocol.ts";
import { errorFrom, sentError } from "./sent-error.ts";
import { WorkerError } from "./worker-error.ts";

interface Running {
	readonly stop: AbortController;
	readonly feed: Feed;
}

interface Call extends Running {
	readonly id: number;
}

type Serve = { readonly [Name in CallName]: (given: Calls[Name]["given"], call: Call) => Promise<Calls[Name]["value"]> };

export function serve(port: Port, { sliceMs }: Pick<EngineHost, "sliceMs">): void {
	const running = new Map<number, Running>();
	const post = (message: FromWorker): void => port.post(tagged(message));
	const calls = callsOf(post, sliceMs);

	async function call({ id, name, given }: FromPage & { readonly kind: "call" }): Promise<void> {
		const feed = new Feed((batches) => post({ kind: "wanted", id, batches }));
		const run: Running = { stop: new AbortController(), feed };
		running.set(id, run);
		try {
			if (!Object.hasOwn(calls, name)) throw new RangeError(`There is no call "${String(name)}".`);
			const answer = calls[name] as (given: unknown, call: Call) => Promise<unknown>;
			post({ kind: "done", id, value: await answer(given, { id, ...run }) });
		} catch (error) {
			post({ kind: "failed", id, error: sentError(error) });
		} finally {
			running.delete(id);
		}
	}

	port.listen((message) => {
		if (!isFromPage(message)) return;
		if (message.kind === "hello") post({ kind: "ready", protocol });
		else if (message.kind === "ping") post({ kind: "pong" });
		else if (message.kind === "call") void call(message);
		else if (message.kind === "cancel") running.get(message.id)?.stop.abort();
		else running.get(message.id)?.feed.arrive(arrivalOf(message));
	});
}

/** What is done for each call, by one engine after the other. */
function callsOf(post: (message: FromWorker) => void, sliceMs: number): Serve {
	let engine: Promise<Engine> | undefined;
	const opened = (): Promise<Engine> => engine ?? Promise.reject(new WorkerError("closed"));
	const tell = (event: ProfilesEvent): void => post({ kind: "event", event: sentEvent(event) });
	return {
		async open({ businessId, options }) {
			const opening = Engine.open(businessId, options, { sliceMs, tell });
			engine = opening.then((open) => open.engine);
			// It is told to whoever opens, and to whoever asks all the same.
			engine.catch(() => undefined);
			return (await opening).opened;
		},
		ask: async (given, { stop }) => (await opened()).ask(given, stop.signal),
		raw: async (given) => (await opened()).raw(given),
		refresh: async ({ source, ...given }, { id, stop, feed }) =>
			(await opened()).refresh({
				...given,
				signal: stop.signal,
				source: source.kind === "iterable" ? { kind: "fed", feed } : source,
				onProgress: (progress) => post({ kind: "progress", id, progress }),
			}),
		segments: async () => (await opened()).store.segments(),
		putSegments: async (segments) => void (await (await opened()).store.putSegments(segments)),
		removeSegments: async (ids) => void (await (await opened()).store.removeSegments(ids)),
		lastPreview: async (plan) => (await opened()).previews.last(plan),
		wipe: async () => void (await (await opened()).wipe()),
		async close() {
			const closing = opened();
			engine = undefined;
			await (await closing).close();
			return undefined;
		},
	};
}

const sentEvent = (event: ProfilesEvent): SentEvent =>
	event.kind === "refresh-failed" ? { kind: "refresh-failed", error: sentError(event.error) } : (event as SentEvent);

function arrivalOf(message: FromPage & { readonly kind: "batch" | "no-more" }): Arrival {
	if (message.kind === "batch") return { bytes: message.bytes };
	return message.error ? { error: errorFrom(message.error) } : { end: true };
}
