// The usual that can be done with a row, as buttons with signs: one stop of the Tab key together. They stand where the line has room (see room.ts);
// with the rest, and in words, they unfold below the row.
import { html, type TemplateResult } from "lit";
import { isCondition, type Row } from "../../document/row.ts";
import { type IconName, icon } from "./icons.ts";
import { keyOf, type View, wordsOf } from "./view.ts";

export interface Tool {
	readonly name: string;
	readonly icon: IconName;
	readonly label: string;
	readonly press: () => void;
	/** It would only be refused. */
	readonly isOff: boolean;
}

export function toolsOf({ say, commands, document }: View, row: Row): readonly Tool[] {
	const { id } = row;
	const place = document.places.get(id);
	const last = (place?.list?.slots.length ?? 1) - 1;
	return [
		{ name: "up", icon: "up", label: say.moveUp, press: () => commands.moveBy(id, -1), isOff: place?.index === 0 },
		{ name: "down", icon: "down", label: say.moveDown, press: () => commands.moveBy(id, 1), isOff: place?.index === last },
		...(isCondition(row)
			? ([
					{ name: "duplicate", icon: "copy", label: say.duplicate, press: () => commands.duplicate(id), isOff: false },
					{ name: "mute", icon: "mute", label: say.mute, press: () => commands.mute(id), isOff: false },
				] as const)
			: []),
		{ name: "remove", icon: "remove", label: say.remove, press: () => commands.remove(id), isOff: false },
	];
}

export function rowTools(view: View, row: Row): TemplateResult {
	const { say, formats, commands, document, panels } = view;
	const { id } = row;
	return html`<div class="tools" part="tools" role="toolbar" aria-label=${say.actions(formats, wordsOf(row, document))} @keydown=${walk} @focusin=${hold}>
		<div class="quick">
			${toolsOf(view, row).map(
				(tool) => html`<button
					type="button"
					class="tool"
					data-key=${keyOf(id, tool.name)}
					part="tool"
					tabindex="-1"
					aria-label=${tool.label}
					aria-disabled=${tool.isOff ? "true" : "false"}
					@click=${tool.press}
				>${icon(tool.icon)}<span class="tip" aria-hidden="true">${tool.label}</span></button>`,
			)}
		</div>
		<button
			type="button"
			class="tool"
			data-key=${keyOf(id, "more")}
			part="tool"
			tabindex="0"
			aria-label=${say.more}
			aria-expanded=${panels.more === id ? "true" : "false"}
			@click=${() => commands.unfolding.showMore(id)}
		>${icon("more")}<span class="tip" aria-hidden="true">${say.more}</span></button>
	</div>`;
}

/** Arrow keys within a toolbar. */
function walk(event: KeyboardEvent): void {
	if (event.altKey || event.ctrlKey || event.metaKey) return;
	const bar = event.currentTarget as HTMLElement;
	const buttons = [...bar.querySelectorAll("button")];
	const at = buttons.indexOf(event.target as HTMLButtonElement);
	const forwards = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
	const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
	const to = { [forwards]: at + 1, [backwards]: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
	if (at < 0 || to === undefined) return;
	event.preventDefault();
	buttons[(to + buttons.length) % buttons.length]?.focus();
}

/** Tab comes back to the button that was used last. */
function hold(event: FocusEvent): void {
	for (const button of (event.currentTarget as HTMLElement).querySelectorAll("button")) {
		button.tabIndex = button === event.target ? 0 : -1;
	}
}
