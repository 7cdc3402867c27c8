// Gives a file to the person: a link that is followed once. A `blob:` address that is downloaded is no resource of the page, so that it works under a
// strict content-security policy.
import type { SavedFile } from "../panel.ts";

/** Milliseconds until the browser has surely taken it. */
const takenMs = 60_000;

export function saveFile({ name, blob }: SavedFile): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement("a");
	link.href = address;
	link.download = name;
	link.hidden = true;
	document.body.append(link);
	link.click();
	link.remove();
	setTimeout(() => URL.revokeObjectURL(address), takenMs);
}
