// Moving a threshold: a minimal edit of its literal at each step, and one step of undo for all that belongs together.
import type { Field } from "../../../fields/field.ts";
import type { Session } from "../../session/session.ts";
import type { Scale } from "./scale.ts";
import { type Threshold, thresholdsOf, writtenValue } from "./thresholds.ts";

export class MoveThreshold {
	readonly #session: Session;
	#drag: { readonly key: string; readonly symbol: symbol; hasEdited: boolean } | undefined;

	constructor(session: Session) {
		this.#session = session;
	}

	/** The one that is being moved. */
	get key(): string | undefined {
		return this.#drag?.key;
	}

	begin({ key }: Threshold): void {
		this.#drag = { key, symbol: Symbol("drag"), hasEdited: false };
	}

	/** Writes a value, which stays on the right side of the other end of a `between`. */
	to(wanted: number, field: Field): void {
		const session = this.#session;
		const drag = this.#drag;
		const rows = session.rows;
		if (!drag || !rows || session.inputs.readOnly) return;
		// The text has moved since the last step: the row says where the value stands now.
		const threshold = thresholdsOf(rows, field, session.timeZone).find(({ key }) => key === drag.key);
		if (!threshold) return;
		const { span, atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = threshold;
		const value = Math.min(Math.max(wanted, atLeast), atMost);
		const text = writtenValue(value, threshold, field, session.timeZone);
		if (session.text.slice(span.from, span.to) === text) return;
		drag.hasEdited = true;
		session.edit([{ span, text }], { origin: "preview", drag: drag.symbol });
	}

	end(): void {
		this.#drag = undefined;
	}

	/** Takes all of it back. */
	cancel(): void {
		if (this.#drag?.hasEdited) this.#session.undo();
		this.#drag = undefined;
	}

	/** What a key does; undefined for keys that do nothing here. A key that is held goes on with the step it began. */
	press(event: KeyboardEvent, threshold: Threshold, scale: Scale, field: Field): boolean {
		const value = valueAfterKey(event.key, threshold.value, scale);
		if (value === undefined) return false;
		if (!event.repeat || this.#drag?.key !== threshold.key) this.begin(threshold);
		this.to(value, field);
		return true;
	}
}

/** Arrows take a step, with the page keys twenty; Home and End go to the ends. The axis runs from left to right in every language. */
function valueAfterKey(key: string, value: number, scale: Scale): number | undefined {
	switch (key) {
		case "ArrowRight":
		case "ArrowUp":
			return scale.stepped(value, 1);
		case "ArrowLeft":
		case "ArrowDown":
			return scale.stepped(value, -1);
		case "PageUp":
			return scale.stepped(value, 20);
		case "PageDown":
			return scale.stepped(value, -20);
		case "Home":
			return scale.low;
		case "End":
			return scale.high;
		default:
			return undefined;
	}
}
