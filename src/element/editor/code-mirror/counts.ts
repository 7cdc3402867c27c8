// Beside each condition, how many profiles pass it. Screen readers have the same in the preview's list: here it would cut the text in pieces.
import { type Extension, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import { shownCount } from "../../privacy/policy.ts";
import { type ConditionCount, conditionCountsOf } from "../condition-counts.ts";
import { isCounting } from "../../session/live-counts.ts";
import type { SurfaceHost } from "../surface.ts";
import { redraw } from "./redraw.ts";

class CountWidget extends WidgetType {
	readonly #number: string;
	readonly #title: string;

	constructor({ label, count }: ConditionCount, { say, formats, session }: SurfaceHost) {
		super();
		const shown = shownCount(count, session.inputs.privacy);
		const isFewer = shown.kind === "fewer";
		this.#number = isFewer ? `<${formats.number(shown.than)}` : formats.number(count);
		this.#title = `${label}: ${isFewer ? say.fewerProfiles(formats, shown.than) : say.profiles(formats, count)}`;
	}

	override eq(other: CountWidget): boolean {
		return this.#title === other.#title;
	}

	override toDOM(): HTMLElement {
		const chip = document.createElement("span");
		chip.className = "count";
		chip.setAttribute("aria-hidden", "true");
		chip.textContent = this.#number;
		chip.title = this.#title;
		return chip;
	}

	override ignoreEvent(): boolean {
		return true;
	}
}

/** While the next counts are on their way the last ones stay where they were, and fade if it takes long. */
export function counts(host: SurfaceHost, isOn: () => boolean): Extension {
	const isWaiting = (): boolean => isCounting(host.session.counts);
	const beside = StateField.define<DecorationSet>({
		create: () => Decoration.none,
		update(before, transaction) {
			const moved = transaction.docChanged ? before.map(transaction.changes) : before;
			if (!transaction.effects.some((effect) => effect.is(redraw))) return moved;
			if (!isOn()) return Decoration.none;
			if (isWaiting()) return moved;
			return Decoration.set(
				conditionCountsOf(host.session).map((each) => Decoration.widget({ widget: new CountWidget(each, host), side: 1 }).range(each.at)),
			);
		},
	});
	const state = EditorView.editorAttributes.of((): Record<string, string> => (isWaiting() ? { class: "counts-waiting" } : {}));
	return [beside, EditorView.decorations.from(beside), state];
}
