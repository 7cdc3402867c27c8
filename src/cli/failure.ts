// What is said of an error that ends a command, and the exit code that goes with it.
import { RefusedInput, UsageError } from "./errors.ts";

export interface Failure {
	readonly code: string;
	readonly message: string;
	/** What to do. */
	readonly hint?: string | undefined;
	/** Where there is more than one thing to say: each of them, as a sentence. */
	readonly details?: readonly string[];
}

/** The one object that --json prints instead of an answer. */
export function failureJson({ code, message, hint, details = [] }: Failure): object {
	return { ok: false, error: { code, message, ...(hint !== undefined && { hint }), ...(details.length > 0 && { details }) } };
}

/** 2 for a wrong call, 1 for everything else; what nobody expected is a fault of the command. */
export function failureOf(error: unknown): { readonly failure: Failure; readonly exitCode: 1 | 2 } {
	if (error instanceof UsageError) return { failure: { code: "usage", message: error.message, hint: error.hint }, exitCode: 2 };
	if (error instanceof RefusedInput) return { failure: error, exitCode: 1 };
	const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
	const message = `This is a fault in segql, not in your input (${cause}).`;
	return { failure: { code: "internal", message, hint: "Please report it with the command that led here." }, exitCode: 1 };
}
