// Writing to a stream at the reader's pace. A reader that has gone away ends the work quietly.
import { OutputClosed } from "../errors.ts";
import { plainStyle, type Style, styleFor } from "./style.ts";

/** What is asked of standard output and standard error; Node's streams have it. */
export interface TextStream {
	readonly isTTY?: boolean;
	readonly columns?: number;
	write(text: string): boolean;
	on(event: "error", listener: (error: Error) => void): unknown;
	once(event: "drain" | "close" | "error", listener: () => void): unknown;
	off(event: "drain" | "close" | "error", listener: () => void): unknown;
}

const bufferedUnits = 32 * 1024;

export class Output {
	readonly isTerminal: boolean;
	readonly style: Style;
	readonly #stream: TextStream;
	#closed = false;
	#pending = "";
	readonly #remarks: boolean;

	/** With `remarks`, every write goes out at once and a reader that has gone is no reason to stop: for standard error. */
	constructor(stream: TextStream, variables: Readonly<Record<string, string | undefined>>, options: { readonly remarks?: boolean } = {}) {
		this.#remarks = options.remarks ?? false;
		this.#stream = stream;
		this.isTerminal = stream.isTTY === true;
		this.style = this.isTerminal ? styleFor(stream, variables) : plainStyle;
		// EPIPE, and any other way to lose the reader: nobody is left to be told.
		stream.on("error", () => {
			this.#closed = true;
		});
	}

	get columns(): number {
		return this.#stream.columns ?? 80;
	}

	/** Throws OutputClosed once the reader has gone. */
	async write(text: string): Promise<void> {
		this.#pending += text;
		if (this.#remarks || this.#pending.length >= bufferedUnits) await this.flush();
	}

	async line(text = ""): Promise<void> {
		await this.write(`${text}\n`);
	}

	async flush(): Promise<void> {
		const text = this.#pending;
		this.#pending = "";
		this.#refuseWhenClosed();
		if (text === "" || this.#closed || this.#stream.write(text)) return;
		await new Promise<void>((resolve) => {
			const events = ["drain", "close", "error"] as const;
			const done = (): void => {
				for (const event of events) this.#stream.off(event, done);
				resolve();
			};
			for (const event of events) this.#stream.once(event, done);
		});
		this.#refuseWhenClosed();
	}

	#refuseWhenClosed(): void {
		if (this.#closed && !this.#remarks) throw new OutputClosed("The output was closed.");
	}
}
