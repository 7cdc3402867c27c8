// The platform's clock.

/** Some 24 days: what is longer, timers take for no time at all. */
const longestTimerMs = 2 ** 31 - 1;

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
