// How much the tests try. How many runs a property makes: few by default, so that a file takes a second or two; SEGQL_RUNS=20000 in Node for a longer look.
const environment = (globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } }).process?.env;

/** Whether a product of very many cases tries this one of them: each, unless SEGQL_EVERY=23 asks for every 23rd. */
export const isTried = (index: number): boolean => index % Number(environment?.SEGQL_EVERY ?? 1) === 0;

export const runs = (few: number): number => Number(environment?.SEGQL_RUNS ?? few);

/** The same texts every time, but for long runs: for laws that still meet a rare exception, which a long run is there to find. */
export const repeatable = (few: number) => ({
	numRuns: runs(few),
	endOnFailure: true,
	...(environment?.SEGQL_RUNS === undefined && { seed: 20_261_127 }),
});
