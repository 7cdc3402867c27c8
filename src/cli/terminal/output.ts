// Writing to a stream at the reader's pace. A reader that has gone away ends the work quietly; whatever else cannot be written is told.
import { OutputClosed, OutputFailed } from "../errors.ts";
import { plainStyle, type Style, styleFor } from "./style.ts";

type Written = (error?: Error | null) => void;

/** What is asked of standard output and standard error; Node's streams have it. */
export interface TextStream {
	readonly isTTY?: boolean;
	readonly columns?: number;
	/** Calls back once the text is out, or with the reason why it is not. */
	write(text: string, written?: Written): boolean;
	on(event: "error", listener: (error: Error) => void): unknown;
	once(event: "close", listener: () => void): unknown;
	off(event: "close", listener: () => void): unknown;
}

const bufferedUnits = 32 * 1024;

export class Output {
	readonly isTerminal: boolean;
	readonly style: Style;
	readonly #stream: TextStream;
	/** Why nothing can be written any more. */
	#failure: OutputClosed | OutputFailed | undefined;
	#pending = "";
	readonly #remarks: boolean;

	/** With `remarks`, every write goes out at once, and one that fails is no reason to stop: for standard error. */
	constructor(stream: TextStream, variables: Readonly<Record<string, string | undefined>>, options: { readonly remarks?: boolean } = {}) {
		this.#remarks = options.remarks ?? false;
		this.#stream = stream;
		this.isTerminal = stream.isTTY === true;
		this.style = this.isTerminal ? styleFor(stream, variables) : plainStyle;
		stream.on("error", (error) => this.#fail(error));
	}

	get columns(): number {
		return this.#stream.columns ?? 80;
	}

	/** Throws OutputClosed once the reader has gone, OutputFailed when it cannot be written for another reason. */
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
		this.#refuseAfterFailure();
		if (text === "" || this.#failure) return;
		await new Promise<void>((resolve) => {
			const closed = (): void => {
				this.#failure ??= new OutputClosed("The output was closed.");
				resolve();
			};
			this.#stream.once("close", closed);
			this.#stream.write(text, (error) => {
				if (error) this.#fail(error);
				this.#stream.off("close", closed);
				resolve();
			});
		});
		this.#refuseAfterFailure();
	}

	/** The first reason is the true one: after it, Node says only that the stream is gone. */
	#fail(error: Error): void {
		const { code } = error as NodeJS.ErrnoException;
		this.#failure ??= readerIsGone.has(code) ? new OutputClosed("The output was closed.") : new OutputFailed(whyUnwritable(code));
	}

	#refuseAfterFailure(): void {
		if (this.#failure && !this.#remarks) throw this.#failure;
	}
}

/** Of pipes; of sockets, which some programs give instead; and of a stream that was closed without a reason. */
const readerIsGone: ReadonlySet<string | undefined> = new Set(["EPIPE", "ECONNRESET", "ERR_STREAM_DESTROYED"]);

function whyUnwritable(code = "unknown reason"): string {
	if (code === "ENOSPC" || code === "EDQUOT") return `The output cannot be written: there is no space left (${code}).`;
	if (code === "EFBIG") return `The output cannot be written: the file would be larger than is allowed here (${code}).`;
	return `The output cannot be written (${code}).`;
}
