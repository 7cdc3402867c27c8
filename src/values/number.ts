// Which numbers mean the same in every engine.

/** Beyond it a double no longer holds every whole number: ids that large are text. */
export const maxNumber: number = Number.MAX_SAFE_INTEGER;

/** A finite number of at most 2^53 − 1 in magnitude. Others are missing in profiles and refused in texts. */
export const isUsableNumber = (value: unknown): value is number => typeof value === "number" && value >= -maxNumber && value <= maxNumber;
