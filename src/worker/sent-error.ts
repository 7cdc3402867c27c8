// Errors as plain data, so that what a worker throws is caught on the page: by class where we know it, always by name, code and sentence.
// Stacks stay where they are: they hold addresses of the host's files.
import { SourceError, type SourceErrorCode } from "../store/sources/source-error.ts";
import { StoreError, type StoreErrorCode } from "../store/store-error.ts";
import { WorkerError, type WorkerErrorCode } from "./worker-error.ts";

export interface SentError {
	readonly name: string;
	readonly message: string;
	readonly code?: string;
	/** Numbers that say more. */
	readonly missingBytes?: number;
	readonly status?: number;
	readonly retryAfterMs?: number;
}

const numbers = ["missingBytes", "status", "retryAfterMs"] as const;

export function sentError(error: unknown): SentError {
	if (!(error instanceof Error || error instanceof DOMException)) return { name: "Error", message: String(error) };
	const { name, message } = error;
	return {
		...{ name, message },
		// A DOMException's code is a number, which its name says better.
		...("code" in error && typeof error.code === "string" && { code: error.code }),
		...numbersOf(error),
	};
}

function numbersOf(error: object): Pick<SentError, (typeof numbers)[number]> {
	const entries = Object.entries(error).filter(
		([name, value]) => (numbers as readonly string[]).includes(name) && typeof value === "number",
	);
	return Object.fromEntries(entries);
}

export function errorFrom({ name, message, code, ...known }: SentError): Error {
	if (name === "StoreError") return new StoreError(code as StoreErrorCode, known);
	if (name === "SourceError") return new SourceError(code as SourceErrorCode, { message, ...known });
	if (name === "WorkerError") return new WorkerError(code as WorkerErrorCode);
	if (name === "RangeError") return new RangeError(message);
	if (name === "TypeError") return new TypeError(message);
	return Object.assign(new Error(message), { name, ...known }, code !== undefined && { code });
}
