// Input that cannot be used at all. What is wrong with single profiles is no error: `Problems` counts it.

/** `code` is kebab-case and closed per thrower. */
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
