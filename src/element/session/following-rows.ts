// The rows of a text that changes. They follow it when somebody asks for them, and keep their ids.
import type { RowDocument } from "../../document/row.ts";
import type { Catalogue } from "../../fields/catalogue.ts";
import type { Step } from "./history.ts";
import type { RowLanguage } from "./language-parts.ts";
import type { Reading } from "./reading.ts";

/** More changes than this are read as one, by what is different: rows then keep their ids as far as that shows. */
const maxWaitingSteps = 16;

interface Followed {
	/** The text after it, where it was parsed. */
	readonly tree: Reading["tree"];
	/** The text after it was never read, for more was typed at once. */
	readonly isSkipped: boolean;
}

export class FollowingRows {
	#rows: RowDocument | undefined;
	#waiting: (Followed & { readonly step: Step })[] = [];

	/** The next rows are those of another text. */
	forget(): void {
		this.#rows = undefined;
		this.#waiting = [];
	}

	follow(step: Step, followed: Followed): void {
		if (this.#rows) this.#waiting.push({ step, ...followed });
	}

	/** Of the text as it is now; `tree` is that text, where it was parsed. */
	of(text: string, tree: Reading["tree"], { document }: RowLanguage, fields: Catalogue | undefined): RowDocument {
		const { documentOf, nextDocument } = document;
		const isOneChange = this.#waiting.length > maxWaitingSteps || this.#waiting.slice(0, -1).some(({ isSkipped }) => isSkipped);
		if (!this.#rows) this.#rows = documentOf(tree ?? text, fields);
		else if (isOneChange) this.#rows = nextDocument(this.#rows, text, tree);
		else for (const { step, tree: after } of this.#waiting) this.#rows = nextDocument(this.#rows, step, after ?? tree);
		this.#waiting = [];
		return this.#rows;
	}
}
