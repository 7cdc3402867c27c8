// Errors as plain data, so that what a worker throws is caught on the page: by class where we know it, always by name, code and sentence.
// Stacks stay where they are: they hold addresses of the host's files.
import { SourceError, type SourceErrorCode } from "../store/sources/source-error.ts";
import { StoreError, type StoreErrorCode } from "../store/store-error.ts";
import { WorkerError, type WorkerErrorCode } from "./worker-error.ts";

export interface SentError {
	readonly name: string;
	readonly message: string;
	readonly code?: string;
	readonly missingBytes?: number;
	/** Of a SourceError. */
	readonly status?: number;
	readonly retryAfterMs?: number;
}

export function sentError(error: unknown): SentError {
	if (!(error instanceof Error || error instanceof DOMException)) return { name: "Error", message: String(error) };
	const { name, message } = error;
	return {
		...{ name, message },
		// A DOMException's code is a number, which its name says better.
		...("code" in error && typeof error.code === "string" && { code: error.code }),
		...("missingBytes" in error && typeof error.missingBytes === "number" && { missingBytes: error.missingBytes }),
		...(error instanceof SourceError && error.status !== undefined && { status: error.status }),
		...(error instanceof SourceError && error.retryAfterMs !== undefined && { retryAfterMs: error.retryAfterMs }),
	};
}

export function errorFrom({ name, message, code, missingBytes, status, retryAfterMs }: SentError): Error {
	if (name === "SourceError") {
		const details = { message, ...(status !== undefined && { status }), ...(retryAfterMs !== undefined && { retryAfterMs }) };
		return new SourceError(code as SourceErrorCode, details);
	}
	if (name === "StoreError") return new StoreError(code as StoreErrorCode, { missingBytes });
	if (name === "WorkerError") return new WorkerError(code as WorkerErrorCode);
	if (name === "RangeError") return new RangeError(message);
	if (name === "TypeError") return new TypeError(message);
	const error = new Error(message);
	return Object.assign(error, { name }, code !== undefined && { code }, missingBytes !== undefined && { missingBytes });
}
