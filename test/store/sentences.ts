// What people read when something goes wrong, word for word: tests hold errors to these, not to the code's own list.
export const sentences = {
	denied: "This browser does not let the page keep data here.",
	full: "There is no room left in this browser's storage: the profiles that were there before are kept.",
	blocked: "Another tab of this site holds the profiles in an older form: close it, then try again.",
	newer: "Another tab of this site keeps the profiles in a newer form: reload this page.",
	replaced: "The profiles were replaced while they were read or written: start again.",
	closed: "The store was closed while profiles were written: start again.",
	damaged: "The kept profiles cannot be read any more: fetch them again.",
	locked: "The kept profiles are encrypted with another key: give that key, or fetch them again.",
	"no-raw": "The profiles are kept only as columns here: fetch them again to have them as they came.",
	nothing: "There are no kept profiles that could change: fetch all profiles first.",
	wiped: "The kept profiles were wiped: fetch them again.",
} as const;

/** An error's name, code and whole sentence, to be compared as one; of any realm. */
export const told = (error: unknown): unknown => {
	const { name, code, message } = error as { name: unknown; code: unknown; message: unknown };
	return { name, code, message };
};

export const storeError = (code: keyof typeof sentences): object => ({ name: "StoreError", code, message: sentences[code] });
