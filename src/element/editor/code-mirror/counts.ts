// Beside each line, how many profiles pass its conditions. Screen readers have the same in the preview's list: here it would cut the text in pieces.
import { type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { shownCount } from "../../privacy/policy.ts";
import { type LineCounts, lineCountsOf } from "../condition-counts.ts";
import type { SurfaceHost } from "../surface.ts";
import { redraw } from "./redraw.ts";

/** On one line; further ones would be a row of numbers that nobody can tell apart. */
const mostOfLine = 4;

class CountsWidget extends WidgetType {
	readonly #words: readonly { readonly number: string; readonly title: string }[];
	readonly #key: string;

	constructor({ counts }: LineCounts, { say, formats, session }: SurfaceHost) {
		super();
		this.#words = counts.map(({ label, count }) => {
			const shown = shownCount(count, session.inputs.privacy);
			return shown.kind === "fewer"
				? { number: `<${formats.number(shown.than)}`, title: `${label}: ${say.fewerProfiles(formats, shown.than)}` }
				: { number: formats.number(count), title: `${label}: ${say.profiles(formats, count)}` };
		});
		this.#key = this.#words.map(({ title }) => title).join("\n");
	}

	override eq(other: CountsWidget): boolean {
		return this.#key === other.#key;
	}

	override toDOM(): HTMLElement {
		const widget = document.createElement("span");
		widget.className = "counts";
		widget.setAttribute("aria-hidden", "true");
		for (const { number, title } of this.#words.slice(0, mostOfLine)) {
			const chip = document.createElement("span");
			chip.className = "count";
			chip.textContent = number;
			chip.title = title;
			widget.append(chip);
		}
		if (this.#words.length > mostOfLine) widget.append("…");
		return widget;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

/** While the next counts are on their way the last ones stay where they were, and fade if it takes long. */
export function counts(host: SurfaceHost, isOn: () => boolean): Extension {
	const isWaiting = (): boolean => host.session.counts.kind === "computing";
	const beside = StateField.define<DecorationSet>({
		create: () => Decoration.none,
		update(before, transaction) {
			const moved = transaction.docChanged ? before.map(transaction.changes) : before;
			if (!transaction.effects.some((effect) => effect.is(redraw))) return moved;
			if (!isOn()) return Decoration.none;
			if (isWaiting()) return moved;
			return Decoration.set(
				lineCountsOf(host.session).map((line) => Decoration.widget({ widget: new CountsWidget(line, host), side: 1 }).range(line.at)),
			);
		},
	});
	const state = EditorView.editorAttributes.of((): Record<string, string> => (isWaiting() ? { class: "counts-waiting" } : {}));
	return [beside, EditorView.decorations.from(beside), state];
}
