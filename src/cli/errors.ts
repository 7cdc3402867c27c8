// The ways a command ends other than well. All of them are expected, carry one plain sentence, and are printed without a stack.

/** What was given cannot be used (exit code 1). */
export { RefusedInput } from "../formats/refused-input.ts";

/** The command was called wrongly (exit code 2). */
export class UsageError extends Error {
	override readonly name = "UsageError";
	readonly hint: string | undefined;
	constructor(message: string, hint?: string) {
		super(message);
		this.hint = hint;
	}
}

/** Our output cannot be written: the disk is full, for example (exit code 1). */
export class OutputFailed extends Error {
	override readonly name = "OutputFailed";
}

/** Whoever read our output has gone (`| head`): nothing is wrong, and nothing more is wanted. */
export class OutputClosed extends Error {
	override readonly name = "OutputClosed";
}
