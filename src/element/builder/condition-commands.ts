// What the controls of a condition ask for, by row id.
import type { RowDocument } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type { Joining } from "./acts.ts";
import type { CommandsHost } from "./commands-host.ts";
import { withFittingValues } from "./fitting-values.ts";
import { waitingControl } from "./focus-targets.ts";
import type { OperatorChoice } from "./operator-choices.ts";
import { OperatorTrial } from "./operator-trial.ts";
import { subjectGesture } from "./set-subject-choice.ts";
import type { SubjectChoice } from "./subject-choices.ts";

export class ConditionCommands {
	readonly #host: CommandsHost;
	readonly trial = new OperatorTrial();

	constructor(host: CommandsHost) {
		this.#host = host;
	}

	chooseSubject(row: number, choice: SubjectChoice): void {
		this.#host.typing.end();
		const made = this.#host.acts.do(row, (document, _, language) => subjectGesture(document, row, choice, language));
		if (made) this.#host.focusAfter(waitingControl(this.#host.session, made.changed ?? row));
	}

	/** Words that are no choice: whatever the language allows there. */
	writeSubject(row: number, words: string): boolean {
		const made = this.#host.acts.do(row, (document, gestures, language) =>
			withFittingValues(document, row, gestures.setSubject(document, row, { kind: "words", text: words }), language),
		);
		return made !== undefined;
	}

	setOperator(row: number, { operator, negated, anyOf }: OperatorChoice): void {
		const made = this.#host.acts.do(row, (document, gestures, language) => {
			const old = document.places.get(row)?.row;
			if (old?.kind !== "condition") return gestures.gone;
			// Behind a `not`, plain words leave the condition negated.
			const change = { negated: negated !== (old.not !== undefined), anyOf };
			return this.trial.gesture(document, old, (before) => gestures.setOperator(before, row, operator, change), language);
		});
		if (made) this.trial.made(this.#host.session.rows);
	}

	setIgnoringCase(row: number, ignoringCase: boolean): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setIgnoringCase(document, row, ignoringCase));
	}

	setOperand(row: number, index: number, value: ValueInput, joining?: Joining): boolean {
		return this.#host.acts.do(row, (document, gestures) => gestures.setOperand(document, row, index, value), joining) !== undefined;
	}

	setOperands(row: number, values: readonly ValueInput[]): boolean {
		return this.#host.acts.do(row, (document, gestures) => gestures.setOperands(document, row, values)) !== undefined;
	}

	/** Behind the values that are there; those that are there already are not repeated. */
	addValues(row: number, values: readonly ValueInput[]): boolean {
		const made = this.#host.acts.do(row, (document, gestures) => {
			const kept = keptValues(document, row);
			const known = new Set(kept.map((value) => (value.kind === "words" ? value.text : "")));
			const added = values.filter((value) => {
				const words = value.kind === "text" ? JSON.stringify(value.value) : value.kind === "number" ? String(value.value) : undefined;
				if (words !== undefined && known.has(words)) return false;
				if (words !== undefined) known.add(words);
				return true;
			});
			return gestures.setOperands(document, row, [...kept, ...added]);
		});
		return made !== undefined;
	}

	/** The last one leaves a `?`. */
	removeValue(row: number, index: number): void {
		this.#host.acts.do(row, (document, gestures) => {
			const left = keptValues(document, row).filter((_, at) => at !== index);
			return gestures.setOperands(document, row, left.length > 0 ? left : [{ kind: "words", text: "?" }]);
		});
	}

	/** No name is a reference that waits for one. */
	setSegments(row: number, names: readonly string[]): boolean {
		return (
			this.#host.acts.do(row, (document, gestures) => gestures.setSegments(document, row, names.length > 0 ? names : [""])) !== undefined
		);
	}
}

/** Values as they are written, without those that are still missing. */
function keptValues(document: RowDocument, id: number): readonly Extract<ValueInput, { readonly kind: "words" }>[] {
	const row = document.places.get(id)?.row;
	if (row?.kind !== "condition") return [];
	return row.operands
		.filter(({ editor }) => editor !== "hole")
		.map(({ span }) => ({ kind: "words", text: document.text.slice(span.from, span.to) }));
}
