// Characters without a shape, and those that turn the direction of the text, are shown as a sign: a condition must not read other than it is.
import type { Extension } from "@codemirror/state";
import { highlightSpecialChars } from "@codemirror/view";
import type { SurfaceHost } from "../surface.ts";

// Joiners are part of how some scripts, and pictures of people, are written.
const unseen = /(?![\t\n\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

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
