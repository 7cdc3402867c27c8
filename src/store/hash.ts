// A text's hash, where the text itself must not be seen: keys of a database, and the addresses of sources.

/** SHA-256 in hexadecimal digits; where the page is not secure (http), which has no WebCrypto, a text of the same kind that is no secret. */
export async function hashOf(text: string): Promise<string> {
	const bytes = new TextEncoder().encode(text);
	const subtle = globalThis.crypto?.subtle;
	if (!subtle)
		return `plain-${bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5).toString(16)}-${text.length}`;
	return hexOf(new Uint8Array(await subtle.digest("SHA-256", bytes)));
}

export const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
