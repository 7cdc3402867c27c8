// What can go wrong with a browser's storage, as a closed list: hosts decide by the code, people read the sentence.

const sentences = {
	denied: "This browser does not let the page keep data here.",
	full: "There is no room left in this browser's storage: the profiles that were there before are kept.",
	blocked: "Another tab of this site holds the profiles in an older form: close it, then try again.",
	newer: "Another tab of this site keeps the profiles in a newer form: reload this page.",
	replaced: "The profiles were replaced while they were read or written: start again.",
	closed: "The store was closed while profiles were written: start again.",
	unkeepable: "A profile holds something that is not data, such as a number of more than 64 bits: only JSON values can be kept.",
	damaged: "The kept profiles cannot be read any more: fetch them again.",
	locked: "The kept profiles are encrypted with another key: give that key, or fetch them again.",
	"other-fields": "The kept profiles were read with other fields or another time zone: fetch them again.",
	"no-ids": 'Changed profiles are told by "user_id", which is not kept: fetch all profiles, or keep that field.',
	"no-raw": "The profiles are kept only as columns here: fetch them again to have them as they came.",
	nothing: "There are no kept profiles that could change: fetch all profiles first.",
	wiped: "The kept profiles were wiped: fetch them again.",
} as const;

export type StoreErrorCode = keyof typeof sentences;

export interface StoreErrorDetails {
	/** The browser's own error. */
	readonly cause?: unknown;
	/** Of `full`: how many bytes more would have been enough, as far as can be told. */
	readonly missingBytes?: number | undefined;
}

export class StoreError extends Error {
	override readonly name = "StoreError";
	readonly code: StoreErrorCode;
	readonly missingBytes: number | undefined;

	constructor(code: StoreErrorCode, { cause, missingBytes }: StoreErrorDetails = {}) {
		super(missingBytes === undefined ? sentences[code] : `${sentences[code]} About ${megabytes(missingBytes)} more are needed.`, { cause });
		this.code = code;
		this.missingBytes = missingBytes;
	}
}

const megabytes = (bytes: number): string => `${Math.max(1, Math.ceil(bytes / 1e6)).toLocaleString("en")} MB`;

const codeOfName: Readonly<Record<string, StoreErrorCode>> = {
	QuotaExceededError: "full",
	DataCloneError: "unkeepable",
	SecurityError: "denied",
	InvalidStateError: "denied", // Firefox where storage is switched off
	MissingAPIError: "denied", // Dexie where there is no indexedDB at all
	OpenFailedError: "denied",
	VersionError: "newer",
	UpgradeError: "newer",
	DatabaseClosedError: "replaced",
};

/** The error as one of ours. Dexie keeps the browser's error in `inner`; names it does not know are damage. */
export function storeErrorFrom(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	for (let at = error; typeof at === "object" && at !== null; at = "inner" in at ? at.inner : undefined) {
		const code = "name" in at && typeof at.name === "string" && Object.hasOwn(codeOfName, at.name) ? codeOfName[at.name] : undefined;
		// Dexie wraps what really happened into OpenFailedError and DatabaseClosedError: look inside first.
		if (code && !("inner" in at && at.inner && (code === "denied" || code === "replaced"))) return new StoreError(code, { cause: error });
	}
	return new StoreError(isDenial(error) ? "denied" : "damaged", { cause: error });
}

/** A cross-site frame is refused with an UnknownError whose message says so. */
function isDenial(error: unknown): boolean {
	return /denied|OpenFailed|MissingAPI/.test(String(error));
}

/** What a connection says that somebody closed: another tab deleted or upgraded the database, or the user cleared the site's data. */
export function isClosed(error: unknown): boolean {
	for (let at = error; typeof at === "object" && at !== null; at = "inner" in at ? at.inner : undefined) {
		if ("name" in at && (at.name === "DatabaseClosedError" || at.name === "InvalidStateError" || at.name === "AbortError")) return true;
	}
	return false;
}
