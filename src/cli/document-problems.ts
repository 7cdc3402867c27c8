// What is wrong with a JSON document, each problem at its place, as people read it.
import { RefusedInput } from "./errors.ts";
import { counted } from "./words.ts";

export interface PlacedProblem {
	/** RFC 6901 pointer into the document. */
	readonly pointer: string;
	readonly message: string;
}

/** Nobody mends more at once; a command that reports documents for their own sake shows all. */
const maxShown = 20;

/** What is wrong with the document as a whole has no place to be told: "/" would be its member with the empty name. */
export const placedLine = ({ pointer, message }: PlacedProblem): string => (pointer === "" ? message : `${pointer}: ${message}`);

/** The refusal of a document that a command needs for something else. */
export function refusedDocument(code: string, message: string, problems: readonly PlacedProblem[]): RefusedInput {
	const shown = problems.slice(0, maxShown).map(placedLine);
	if (problems.length > shown.length) shown.push(`… and ${counted(problems.length - shown.length, "more", "more")}.`);
	return new RefusedInput(code, message, undefined, shown);
}
