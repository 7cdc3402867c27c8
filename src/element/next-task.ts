// Giving the page its turn: keys, clicks and paint go first, then the work goes on.

/** Resolves in a later task, without the 4 ms that nested timers wait. */
export function nextTask(): Promise<void> {
	// Not in WebKit yet, and not in every list of the platform's types.
	const { scheduler } = globalThis as { readonly scheduler?: { yield?(): Promise<void> } };
	if (scheduler?.yield) return scheduler.yield();
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(undefined);
	});
}
