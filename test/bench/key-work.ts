// What a page's thread does for each key until the frame that shows it is handed over, by the processor's clock: on a busy machine the wall clock
// mostly shows what others do.
import type { CDPSession, Page } from "playwright-core";

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds of the wall clock. */
	readonly ts: number;
	readonly dur?: number;
	/** Microseconds of this thread on a processor. */
	readonly tdur?: number;
	readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

/** Milliseconds for each key that `work` presses: of all tasks from the one that hears of the key to the one that ends its frame. */
export async function keyWork(page: Page, work: () => Promise<void>): Promise<readonly number[]> {
	const session: CDPSession = await page.context().newCDPSession(page);
	const events: TraceEvent[] = [];
	session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as readonly TraceEvent[])));
	await session.send("Tracing.start", { categories: "-*,toplevel,devtools.timeline", transferMode: "ReportEvents" });
	await work();
	const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
	await session.send("Tracing.end");
	await complete;
	await session.detach();
	const threads = new Set(events.filter(isMainThread).map(threadOf));
	return [...threads].flatMap((thread) => ofThread(events.filter((event) => event.ph === "X" && threadOf(event) === thread)));
}

const isMainThread = ({ name, args }: TraceEvent): boolean => name === "thread_name" && args.name === "CrRendererMain";

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`;

function ofThread(events: readonly TraceEvent[]): readonly number[] {
	const sorted = [...events].sort((a, b) => a.ts - b.ts);
	const tasks = sorted.filter(({ name }) => name === "ThreadControllerImpl::RunTask");
	const keys = sorted.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown");
	const frames = sorted.filter(({ name }) => name === "Layerize");
	return keys.flatMap(({ ts: pressed }, index) => {
		const typed = sorted.find(({ name, ts, args }) => name === "EventDispatch" && ts >= pressed && args.data?.type === "input");
		const frame = typed && frames.find(({ ts }) => ts >= typed.ts);
		const next = keys[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
		if (!frame || frame.ts > next) return [];
		const those = tasks.filter(({ ts, dur = 0 }) => ts + dur > pressed && ts <= frame.ts);
		return [those.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000];
	});
}
