// Which texts have one meaning in every engine. Two of them are the same when their code points are: no normal forms, no locale, as `===` has it.

/**
 * False for texts with NUL (PostgreSQL has no such text) or a lone surrogate (UTF-8 has no such character).
 * Linear in the length.
 */
export const isUsableText = (text: string): boolean => !text.includes("\0") && text.isWellFormed();
