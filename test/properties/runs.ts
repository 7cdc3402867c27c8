// How many runs a property makes: few by default, so that a file takes a second or two; SEGQL_RUNS=20000 in Node for a longer look.
const environment = (globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } }).process?.env;

export const runs = (few: number): number => Number(environment?.SEGQL_RUNS ?? few);
