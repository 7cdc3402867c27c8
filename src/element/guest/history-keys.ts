// The keys of undo and redo, and what menus and the gestures of phones ask for, wherever they are pressed: there is one history.

export type HistoryWay = "undo" | "redo";

/**
 * What a key press asks for; undefined for any other. What somebody has dealt with already asks for nothing, nor does what an input method takes.
 *
 *     historyKey(event); // -> "redo", for Ctrl+Shift+Z, ⌘⇧Z and Ctrl+Y
 */
export function historyKey(event: KeyboardEvent): HistoryWay | undefined {
	const { key, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented, isComposing } = event;
	if (defaultPrevented || isComposing || altKey || ctrlKey === metaKey) return undefined;
	const letter = key.toLowerCase();
	if (letter === "z") return shiftKey ? "redo" : "undo";
	return letter === "y" && ctrlKey && !shiftKey ? "redo" : undefined;
}

/** What a `beforeinput` asks for. */
export function historyInput({ inputType }: InputEvent): HistoryWay | undefined {
	if (inputType === "historyUndo") return "undo";
	return inputType === "historyRedo" ? "redo" : undefined;
}

/** Whether a key press is in a field of its own, whose undo is the browser's: a search, a number that is not taken yet. */
export function isInOwnField(event: Event): boolean {
	const [target] = event.composedPath();
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && hasText(target));
}

const withoutText: ReadonlySet<string> = new Set(["radio", "checkbox", "range", "button", "submit", "reset", "color", "file", "image"]);

const hasText = ({ type }: HTMLInputElement): boolean => !withoutText.has(type);
