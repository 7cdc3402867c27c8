// A number for a stretch of bytes, the same where the bytes are. Anybody can make bytes with the same number: whoever uses it must end well
// then, too. Source: FNV-1a (Fowler, Noll and Vo), and one of its suggestions for fewer bits: the high ones are folded into the low ones.

/** A signed 32-bit number, of which every bit depends on every byte. */
export function hashBytes(bytes: Uint8Array, from: number, to: number): number {
	let hash = 0x811c9dc5;
	for (let at = from; at < to; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
	return hash ^ (hash >>> 15);
}
