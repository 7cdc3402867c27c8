// Candidates with what is already written of them, and the place that they are gathered for.
import type { Value } from "../../check/checked.ts";
import type { Context } from "../../check/context.ts";
import { checkValue } from "../../check/values.ts";
import type * as ast from "../../syntax/ast.ts";
import type { Place, PlacedToken } from "../../syntax/place.ts";
import { silent } from "../scope.ts";
import type { ValueCount } from "../values-source.ts";
import type { Candidate } from "./candidate.ts";
import type { FieldCandidates } from "./field-candidates.ts";

/** Candidates of which these words are already written, before the word at the offset. */
export interface Source {
	readonly candidates: readonly Candidate[];
	readonly written: readonly string[];
}

export interface Gathering {
	readonly text: string;
	readonly place: Place;
	/** Of the innermost parentheses around the place. */
	readonly context: Context;
	readonly fields: FieldCandidates;
	/** The values of a field, by its full name; undefined while they are not known. */
	readonly findValues: (field: string) => readonly ValueCount[] | undefined;
}

export const written = (tokens: readonly PlacedToken[]): readonly string[] => tokens.map(({ image }) => image);

export const checkedValue = (expression: ast.Expression, { text, context }: Gathering): Value | undefined =>
	checkValue(expression, silent({ ...context, text }));
