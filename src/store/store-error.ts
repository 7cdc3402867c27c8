// What can go wrong with a browser's storage, as a closed list: hosts decide by the code, people read the sentence.

const sentences = {
	denied: "This browser does not let the page keep data here.",
	full: "There is no room left in this browser's storage: the profiles that were there before are kept.",
	blocked: "Another tab of this site holds the profiles in an older form: close it, then try again.",
	newer: "Another tab of this site keeps the profiles in a newer form: reload this page.",
	replaced: "The profiles were replaced while they were read or written: start again.",
	unkeepable: "A profile holds something that is not data, such as a function: only JSON values can be kept.",
	damaged: "The kept profiles cannot be read any more: fetch them again.",
} as const;

export type StoreErrorCode = keyof typeof sentences;

/** `cause` is the browser's own error. */
export class StoreError extends Error {
	override readonly name = "StoreError";
	readonly code: StoreErrorCode;

	constructor(code: StoreErrorCode, cause?: unknown) {
		super(sentences[code], { cause });
		this.code = code;
	}
}

const codeOfName: Readonly<Record<string, StoreErrorCode>> = {
	QuotaExceededError: "full",
	DataCloneError: "unkeepable",
	SecurityError: "denied",
	InvalidStateError: "denied", // Firefox where storage is switched off
	MissingAPIError: "denied", // Dexie where there is no indexedDB at all
	OpenFailedError: "denied",
	VersionError: "newer",
	UpgradeError: "newer",
};

/** The error as one of ours. Dexie keeps the browser's error in `inner`; names it does not know are damage. */
export function storeErrorFrom(error: unknown): StoreError {
	if (error instanceof StoreError) return error;
	for (let at = error; typeof at === "object" && at !== null; at = "inner" in at ? at.inner : undefined) {
		const code = "name" in at && typeof at.name === "string" && Object.hasOwn(codeOfName, at.name) ? codeOfName[at.name] : undefined;
		// Dexie wraps what really happened into OpenFailedError: look inside first.
		if (code && !("inner" in at && at.inner && code === "denied")) return new StoreError(code, error);
	}
	return new StoreError(isDenial(error) ? "denied" : "damaged", error);
}

/** A cross-site frame is refused with an UnknownError whose message says so. */
function isDenial(error: unknown): boolean {
	return /denied|OpenFailed|MissingAPI/.test(String(error));
}
