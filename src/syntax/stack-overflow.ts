// What a browser throws when recursion runs out of stack: a caller may raise a limit of depth, or call from deep within its own stack.

/** Chromium, Node and Safari throw a RangeError; Firefox an InternalError of its own. */
export const isStackOverflow = (error: unknown): boolean =>
	error instanceof RangeError || (error instanceof Error && error.name === "InternalError");
