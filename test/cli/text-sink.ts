// A stream that remembers what was written to it.
import type { TextStream } from "../../src/cli/terminal/output.ts";

export class TextSink implements TextStream {
	readonly isTTY: boolean;
	readonly columns = 100;
	text = "";

	constructor(options: { readonly isTTY?: boolean } = {}) {
		this.isTTY = options.isTTY ?? false;
	}

	write(text: string, written?: () => void): boolean {
		this.text += text;
		written?.();
		return true;
	}

	on(): void {}
	once(): void {}
	off(): void {}
}
