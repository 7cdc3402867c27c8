// The errors that nobody caught, as a page sees them.

/** Their messages, as many as are expected, while `work` runs and after it; the test's own page does not hear of them. */
export async function uncaughtErrors(expected: number, work: () => Promise<void> | void): Promise<readonly string[]> {
	const { onerror } = window;
	const messages: string[] = [];
	const seen = new Promise<void>((resolve) => {
		window.onerror = (_message, _file, _line, _column, error) => {
			messages.push(error?.message ?? "");
			if (messages.length === expected) resolve();
			return true;
		};
	});
	try {
		await work();
		await seen;
		return messages;
	} finally {
		window.onerror = onerror;
	}
}
