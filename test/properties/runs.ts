// How much the tests try. How many runs a property makes: few by default, so that a file takes a second or two; SEGQL_RUNS=20000 in Node for a longer look.
const environment = (globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } }).process?.env;

/** Whether a product of very many cases tries this one of them: each, unless SEGQL_EVERY=23 asks for every 23rd. */
export const isTried = (index: number): boolean => index % Number(environment?.SEGQL_EVERY ?? 1) === 0;

export const runs = (few: number): number => Number(environment?.SEGQL_RUNS ?? few);
