// A view whose fields can hold words that the text could not take. What stands there is not what is saved, so a form that holds one is not sent.

export interface RefusedField {
	/** One sentence: what to write instead. */
	readonly reason: string;
	/** As it is drawn. */
	readonly field: HTMLElement;
}

export interface RefusingView {
	/** As of now, in the order of the page; asked whenever a form asks. */
	readonly refused: readonly RefusedField[];
	/** Its fields show what the text says again. */
	forget(): void;
}
