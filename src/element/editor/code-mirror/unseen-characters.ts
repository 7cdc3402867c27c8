// Characters without a shape, and those that turn the direction of the text, are shown as a sign: a condition must not read other than it is.
import type { Extension } from "@codemirror/state";
import { highlightSpecialChars } from "@codemirror/view";
import type { SurfaceHost } from "../surface.ts";

// Of CodeMirror's own list, without the carriage return of a Windows line break.
const unseen =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]/g;

export function unseenCharacters(host: SurfaceHost): Extension {
	return highlightSpecialChars({
		specialChars: unseen,
		render(code) {
			const sign = document.createElement("span");
			const name = host.say.unseenCharacter(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
			sign.className = "unseen";
			sign.textContent = "•";
			sign.title = name;
			sign.setAttribute("role", "img");
			sign.setAttribute("aria-label", name);
			return sign;
		},
	});
}
