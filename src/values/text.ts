// Which texts have one meaning in every engine, and when two are the same.

/**
 * False for texts with NUL (PostgreSQL has no such text) or a lone surrogate (UTF-8 has no such character).
 * Linear in the length.
 */
export const isUsableText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();

/** By code point, exact: no normal forms, no locale. On usable texts that is the same as by UTF-16 unit. */
export const isEqualText = (a: string, b: string): boolean => a === b;
