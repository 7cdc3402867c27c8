// The ways a command ends other than well. All of them are expected, carry one plain sentence, and are printed without a stack.

/** The command was called wrongly (exit code 2). */
export class UsageError extends Error {
	override readonly name = "UsageError";
	readonly hint: string | undefined;
	constructor(message: string, hint?: string) {
		super(message);
		this.hint = hint;
	}
}

/** What was given cannot be used (exit code 1). `code` is kebab-case and closed per thrower. */
export class RefusedInput extends Error {
	override readonly name = "RefusedInput";
	readonly code: string;
	readonly hint: string | undefined;
	/** Where there is more than one thing to say: each of them, as a sentence. */
	readonly details: readonly string[];
	constructor(code: string, message: string, hint?: string, details: readonly string[] = []) {
		super(message);
		this.code = code;
		this.hint = hint;
		this.details = details;
	}
}

/** Whoever read our output has gone (`| head`): nothing is wrong, and nothing more is wanted. */
export class OutputClosed extends Error {
	override readonly name = "OutputClosed";
}
