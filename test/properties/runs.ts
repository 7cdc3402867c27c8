// How much the tests try, and which examples: few by default, so that a file takes a second or two, and always the same. In Node, the
// environment asks for more and for others: SEGQL_RUNS, SEGQL_SEED, SEGQL_EVERY.
export type Environment = Readonly<Record<string, string | undefined>>;

/** Without any variable in browsers. */
export const environment: Environment = (globalThis as { process?: { env?: Environment } }).process?.env ?? {};

/** Whether a product of very many cases tries this one of them: each, unless SEGQL_EVERY=23 asks for every 23rd. */
export const isTried = (index: number): boolean => index % Number(environment.SEGQL_EVERY ?? 1) === 0;

/** How many examples a property tries: SEGQL_RUNS=20000 for a longer look. */
export const runs = (few: number): number => Number(environment.SEGQL_RUNS ?? few);

/** The seed of all properties. Undefined where each run has its own: in a longer look, or with SEGQL_SEED=random. SEGQL_SEED=1234 repeats one. */
export function seedOf({ SEGQL_SEED, SEGQL_RUNS }: Environment): number | undefined {
	if (SEGQL_SEED === "random") return undefined;
	if (SEGQL_SEED === undefined) return SEGQL_RUNS === undefined ? 20_261_127 : undefined;
	if (!/^-?\d+$/.test(SEGQL_SEED)) throw new Error(`SEGQL_SEED is "${SEGQL_SEED}": give a whole number, or the word random.`);
	return Number(SEGQL_SEED);
}
