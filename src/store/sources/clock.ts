// The platform's clock.
import { longestTimerMs } from "../../platform/longest-timer.ts";

export function sleep(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		if (signal.aborted) {
			reject(signal.reason);
			return;
		}
		const cancel = (): void => {
			clearTimeout(timer);
			reject(signal.reason);
		};
		const timer = setTimeout(
			() => {
				signal.removeEventListener("abort", cancel);
				resolve();
			},
			Math.min(ms, longestTimerMs),
		);
		signal.addEventListener("abort", cancel, { once: true });
	});
}
