// What a part of foreign logic can compute, taken apart by what is missing: each case holds when `when` does, exactly one holds, and in
// each the value is a constant or something that is certainly there. Operators then work on cases, and constants as JavaScript does.
import type { FieldValue, Value } from "../../check/checked.ts";
import { and, type Condition, constant } from "./build.ts";
import type { Elements } from "./elements.ts";

export type Operand =
	/** Any JSON but lists and objects; undefined for an operand that is not there. */
	| { readonly kind: "constant"; readonly value: string | number | boolean | null | undefined }
	/** Present; a number of it is finite. */
	| { readonly kind: "value"; readonly value: Value }
	/** A stretch of a text that is there. */
	| { readonly kind: "stretch"; readonly of: FieldValue; readonly start: number; readonly length: number | undefined }
	/** A list of the profile, missing counting as empty. */
	| { readonly kind: "list"; readonly list: FieldValue }
	| { readonly kind: "elements"; readonly elements: Elements }
	/** A list written in the rule. */
	| { readonly kind: "items"; readonly items: readonly Cases[] };

export interface Case {
	/** Undefined for always. */
	readonly when: Condition | undefined;
	readonly is: Operand;
	/** Fields whose absence this case is about. */
	readonly missing: readonly FieldValue[];
	/** The count of a list that is there, or the absence of that list: where null counts as 0 they are one. */
	readonly length?: FieldValue;
}

export type Cases = readonly Case[];

/** More cases than these make no text that anybody would read. */
export const maxCases = 32;

export const always = (is: Operand): Cases => [{ when: undefined, is, missing: [] }];
export const constantCase = (value: string | number | boolean | null | undefined): Cases => always({ kind: "constant", value });

/** The same cases under one more condition. */
export function under(condition: Condition, cases: Cases): Cases {
	return cases.map((item) => ({ ...item, when: item.when ? and([condition, item.when]) : condition }));
}

export const whenOf = ({ when }: Case): Condition => when ?? constant(true);

/** Every combination of cases, undefined when there are too many. */
export function combinations(operands: readonly Cases[]): readonly (readonly Case[])[] | undefined {
	let combined: readonly (readonly Case[])[] = [[]];
	for (const cases of operands) {
		if (combined.length * cases.length > maxCases) return undefined;
		combined = combined.flatMap((before) => cases.map((item) => [...before, item]));
	}
	return combined;
}

/** One case of a combination. */
export function joined(combination: readonly Case[], is: Operand): Case {
	const conditions = combination.flatMap(({ when }) => (when ? [when] : []));
	return {
		when: conditions.length === 0 ? undefined : and(conditions),
		is,
		missing: combination.flatMap(({ missing }) => missing),
	};
}
