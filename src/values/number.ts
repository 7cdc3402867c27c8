// Which numbers have one meaning in every engine. Beyond 2^53 − 1 doubles skip whole numbers, and ids are text.

export const maxNumber: number = Number.MAX_SAFE_INTEGER;

/** A finite number of at most `maxNumber` in magnitude, whole or not. A text of digits is not a number. */
export const isUsableNumber = (value: unknown): value is number => typeof value === "number" && value >= -maxNumber && value <= maxNumber;
