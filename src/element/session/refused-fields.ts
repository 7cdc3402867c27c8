// Fields of views that hold words which the text could not take. What stands there is not what is saved, so a form that holds one is not sent.

export interface RefusedField {
	/** One sentence: what to write instead. */
	readonly reason: string;
	/** The field, as it is drawn. */
	readonly field: HTMLElement;
}

/** A view that has such fields, or could have. */
export interface RefusingView {
	/** As of now, in the order of the page; asked whenever a form asks. */
	readonly refused: readonly RefusedField[];
	/** Its fields show what the text says again. */
	forget(): void;
}

export class RefusedFields {
	readonly #views = new Set<RefusingView>();
	/** A view calls it when it has others, or none any more. */
	readonly tell: () => void;

	constructor(tell: () => void) {
		this.tell = tell;
	}

	/** Of all views. */
	get all(): readonly RefusedField[] {
		return [...this.#views].flatMap(({ refused }) => refused);
	}

	/** Returns what removes it. */
	add(view: RefusingView): () => void {
		this.#views.add(view);
		return () => {
			if (this.#views.delete(view)) this.tell();
		};
	}

	/** All fields show what the text says again. */
	forget(): void {
		for (const view of this.#views) view.forget();
	}
}
