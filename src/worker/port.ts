// Where messages go and come from: a worker, the page that started it, or, where there is no worker, the other half of the same page.

export interface Port {
	/** What is transferred is gone here; between two halves of one page everything is shared as it is. */
	post(message: unknown, transfer?: readonly ArrayBuffer[]): void;
	listen(onMessage: (message: unknown) => void): void;
	close(): void;
}

/** Two ports of one page: what one posts, the other hears in a later task, uncopied. */
export function localPorts(): readonly [Port, Port] {
	const channel = new MessageChannel();
	// Messages are not cloned: the channel only says that there is one.
	const [toFirst, toSecond]: [unknown[], unknown[]] = [[], []];
	const half = (own: MessagePort, inbox: unknown[], outbox: unknown[]): Port => ({
		post(message) {
			outbox.push(message);
			own.postMessage(undefined);
		},
		listen(onMessage) {
			own.onmessage = () => {
				if (inbox.length > 0) onMessage(inbox.shift());
			};
		},
		close() {
			own.close();
		},
	});
	return [half(channel.port1, toFirst, toSecond), half(channel.port2, toSecond, toFirst)];
}
