// Which texts mean the same in every engine.

const nul = "\u0000";

/** False for text with NUL (databases refuse it) or a lone surrogate (it has no UTF-8 form). Linear. */
export const isUsableText = (text: string): boolean => text.isWellFormed() && !text.includes(nul);
