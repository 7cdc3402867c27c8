// What elements tell their hosts. All of these leave shadow trees.
import type { CatalogueProblem } from "../fields/catalogue.ts";
import type { DocumentProblem } from "../segments/problem.ts";
import type { StudioView } from "./studio/views.ts";

/** By name. */
export interface SegqlEvents {
	/** After every change of the text that is not the host's own. */
	readonly "segql-change": CustomEvent<{ readonly text: string }>;
	/** The text as it is was counted. */
	readonly "segql-count": CustomEvent<{
		readonly count: number;
		readonly size: number;
		readonly asOf: number;
		readonly isPartial: boolean;
	}>;
	/** Cancelable: a file is ready. Without `preventDefault()` it is given to the person as a download. */
	readonly "segql-export": CustomEvent<{ readonly name: string; readonly blob: Blob }>;
	/** Somebody chose another view of the studio. */
	readonly "segql-view": CustomEvent<{ readonly view: StudioView }>;
	/** The catalogue that the host set has problems, each with a sentence: nothing is checked or counted. */
	readonly "segql-catalogue-refused": CustomEvent<{ readonly problems: readonly CatalogueProblem[] }>;
	/** A rule that the host set has no text: each part that cannot be read, with a sentence. The text is as it was. */
	readonly "segql-rule-refused": CustomEvent<{ readonly problems: readonly DocumentProblem[] }>;
	/** Conditions that the host set have no text. The text is as it was. */
	readonly "segql-conditions-refused": CustomEvent<{ readonly problems: readonly DocumentProblem[] }>;
}

declare global {
	interface HTMLElementEventMap extends SegqlEvents {}
}
