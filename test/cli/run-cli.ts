// Runs the command inside the test's process, with its streams captured.
import { run } from "../../src/cli/cli.ts";
import type { Chunks } from "../../src/formats/chunks.ts";
import { bytesOf, chunksOf } from "../formats/chunks.ts";
import { TextSink } from "./text-sink.ts";

export interface Ran {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

export interface RunOptions {
	/** Chunks come as they are. */
	readonly stdin?: string | Uint8Array | Chunks;
	readonly isTTY?: boolean;
	readonly now?: string;
	readonly elapsed?: () => number;
}

export async function segql(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
	const stdout = new TextSink(options.isTTY === undefined ? {} : { isTTY: options.isTTY });
	const stderr = new TextSink(options.isTTY === undefined ? {} : { isTTY: options.isTTY });
	const { stdin = "" } = options;
	const code = await run(argv, {
		stdin: typeof stdin === "string" ? chunksOf(bytesOf(stdin), 1000) : stdin instanceof Uint8Array ? chunksOf(stdin, 1000) : stdin,
		stdout,
		stderr,
		now: Date.parse(options.now ?? "2026-05-10T12:00:00Z"),
		variables: {},
		...(options.elapsed && { elapsed: options.elapsed }),
	});
	return { code, out: stdout.text, err: stderr.text };
}
