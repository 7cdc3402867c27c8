// Standard output that is a file or a device, written whole. Node's own stream for it takes a write for done that the system did in part,
// as it does with the last bytes that fit on a disk.
import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";
import type { TextStream } from "./output.ts";

/** Undefined for terminals, pipes and sockets, which Node writes whole. */
export function fileStream(descriptor: number): TextStream | undefined {
	const found = fstatSync(descriptor);
	if (isatty(descriptor) || found.isFIFO() || found.isSocket()) return undefined;
	return {
		write(text, written) {
			try {
				for (let rest = Buffer.from(text); rest.length > 0; ) rest = rest.subarray(writeSync(descriptor, rest));
			} catch (error) {
				written?.(error as Error);
				return false;
			}
			written?.();
			return true;
		},
		// All that can fail is told to whoever writes.
		on: () => undefined,
		once: () => undefined,
		off: () => undefined,
	};
}
