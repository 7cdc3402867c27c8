// Keys that work in all of the builder.
import type { CommandsHost } from "./commands-host.ts";
import type { Commands } from "./commands.ts";
import { type HistoryWay, historyKey } from "../guest/history-keys.ts";

export function keyPressed(event: KeyboardEvent, host: CommandsHost & { readonly commands: Commands }): void {
	if (event.defaultPrevented || event.isComposing) return;
	if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) moveRow(event, host);
	const way = historyKey(event);
	if (way) travel(way, event, host);
}

/** In a choice, Alt and an arrow opens it. */
function moveRow(event: KeyboardEvent, { commands }: { readonly commands: Commands }): void {
	const target = event.target as Element;
	const row = target.closest<HTMLElement>("[data-row]:not([data-root])")?.dataset.row;
	if (row === undefined || target instanceof HTMLSelectElement) return;
	event.preventDefault();
	commands.moveBy(Number(row), event.key === "ArrowUp" ? -1 : 1);
}

/** Back and forth in the history of the text; in a field with words that are not in the text yet, they are the field's own. */
function travel(way: HistoryWay, event: KeyboardEvent, host: CommandsHost): void {
	const control = (event.target as Element).getAttribute("data-key") ?? "";
	if (host.typing.isWaiting(control)) return;
	event.preventDefault();
	const { session, wording } = host;
	if (way === "undo" ? !session.canUndo : !session.canRedo) return;
	session[way]();
	host.announce(way === "undo" ? wording.say.undone : wording.say.redone);
}
