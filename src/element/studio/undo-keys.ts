// The keys of undo and redo, wherever in the studio they are pressed: there is one history.

/** What a key press asks for; undefined for any other. What somebody has dealt with already asks for nothing. */
export function historyKey({ key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented }: KeyboardEvent): "undo" | "redo" | undefined {
	if (defaultPrevented || altKey || ctrlKey === metaKey) return undefined;
	const letter = key.toLowerCase();
	if (letter === "z") return shiftKey ? "redo" : "undo";
	return letter === "y" && ctrlKey && !shiftKey ? "redo" : undefined;
}

/** Whether a key press is in a field of its own, whose undo is the browser's: a search, a number that is not taken yet. */
export function isInOwnField(event: Event): boolean {
	const [target] = event.composedPath();
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && hasText(target));
}

const withoutText: ReadonlySet<string> = new Set(["radio", "checkbox", "range", "button", "submit", "reset", "color", "file", "image"]);

const hasText = ({ type }: HTMLInputElement): boolean => !withoutText.has(type);
