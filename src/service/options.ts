// What a language service is made of: the fields, the other segments, the clock and the data that it may look at.
import type { CheckOptions } from "../check/check.ts";
import type { SyntaxLimits } from "../syntax/limits.ts";
import type { ValuesSource } from "./values-source.ts";

export interface LanguageServiceOptions extends Omit<CheckOptions, "now"> {
	/** What `now` and `today` mean, epoch milliseconds UTC. A function is asked again for each call, so that a page can stay open. */
	readonly now: number | (() => number);
	/** Values for completion. Without it the catalogue's `options` are offered. */
	readonly values?: ValuesSource | undefined;
	readonly limits?: Partial<SyntaxLimits> | undefined;
	/** Most items of one completion list; default 100. */
	readonly maxCompletions?: number | undefined;
}

export const defaultMaxCompletions = 100;
