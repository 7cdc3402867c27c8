// All that a run of the command takes from its surroundings, so that a test can give it others.
import type { Chunks } from "../formats/chunks.ts";
import type { TextStream } from "./terminal/output.ts";

export interface Environment {
	readonly stdin: Chunks & { readonly isTTY?: boolean };
	readonly stdout: TextStream;
	readonly stderr: TextStream;
	/** What `now` means without --now: epoch milliseconds. */
	readonly now: number;
	/** Environment variables; only NO_COLOR and TERM are read. */
	readonly variables?: Readonly<Record<string, string | undefined>>;
	/** Milliseconds since any fixed moment, for progress. */
	readonly elapsed?: () => number;
}

export type ExitCode = 0 | 1 | 2;
