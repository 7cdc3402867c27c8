// What an answer is true of, in words.
import type { Table } from "../columns/table.ts";

/**
 * `exact`: of every profile. `partial`: exact for the profiles so far, and more are being read. `estimated`: from some of the profiles, with
 * a margin. `stale`: the table has changed since.
 */
export type State = "exact" | "partial" | "estimated" | "stale";

/** State of an answer when it was made. */
export type Basis = Exclude<State, "stale">;

export interface Loading {
	/** Whether more profiles are still being read; default no. */
	readonly isLoading?: boolean | undefined;
}

export const basisOf = ({ isLoading = false }: Loading): Basis => (isLoading ? "partial" : "exact");

/** The state of an answer now. */
export function stateOf(answer: { readonly basis: Basis; readonly version: number }, table: Pick<Table, "version">): State {
	return answer.version === table.version ? answer.basis : "stale";
}

/** 0 to 1; 0 of nobody. */
export const shareOf = (count: number, size: number): number => (size === 0 ? 0 : count / size);
