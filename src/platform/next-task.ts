// Giving the page its turn: keys, clicks, paint and the host's own timers go first, then the work goes on.

/** Resolves in a later task, without the 4 ms that nested timers wait and without the precedence of `scheduler.yield`, which starves timers. */
export function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
