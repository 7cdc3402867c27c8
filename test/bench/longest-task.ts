// The longest task of a page's thread by the processor's clock: on a busy machine the wall clock mostly shows what others do.
import type { CDPSession, Page } from "playwright-core";

interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds of this thread on a processor. */
	readonly tdur?: number;
	readonly args: { readonly name?: string };
}

/** What `work` gives, with the milliseconds of the longest task meanwhile, of any page of the browser. */
export async function withLongestTask<T>(page: Page, work: () => Promise<T>): Promise<{ readonly value: T; readonly longestTask: number }> {
	const session: CDPSession = await page.context().newCDPSession(page);
	const mainThreads = new Set<string>();
	const longest = new Map<string, number>();
	session.on("Tracing.dataCollected", ({ value }) => {
		for (const event of value as unknown as readonly TraceEvent[]) {
			const thread = `${event.pid}/${event.tid}`;
			if (event.name === "thread_name" && event.args.name === "CrRendererMain") mainThreads.add(thread);
			if (event.ph === "X" && event.name.endsWith("RunTask")) longest.set(thread, Math.max(longest.get(thread) ?? 0, event.tdur ?? 0));
		}
	});
	await session.send("Tracing.start", { categories: "-*,toplevel", transferMode: "ReportEvents" });
	const value = await work();
	const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
	await session.send("Tracing.end");
	await complete;
	await session.detach();
	const tasks = [...mainThreads].map((thread) => longest.get(thread) ?? 0);
	if (tasks.length === 0) throw new Error("The browser's trace names no page's thread.");
	return { value, longestTask: Math.max(...tasks) / 1000 };
}
