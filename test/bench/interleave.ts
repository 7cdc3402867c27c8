// Measures contestants in turns: every round runs each of them once, in an order shuffled anew, so that whatever else the machine does, and
// whatever one contestant leaves in the caches for the next, falls on all of them alike. Only ratios within one run mean something.

export interface Contestant {
	readonly name: string;
	/** One batch of work. The number it returns must be the same for all contestants of a run: that they agree is checked. */
	readonly batch: () => number;
}

export interface Measurement {
	readonly name: string;
	/** Milliseconds a batch: the middle, and the bounds of the middle 80 %. */
	readonly median: number;
	readonly p10: number;
	readonly p90: number;
	/** One for each round, to compare rounds with those of another contestant. */
	readonly rounds: readonly number[];
}

export interface Rounds {
	/** How long each contestant runs before anything is measured, in milliseconds, but at least twice. */
	readonly warmUpMs: number;
	readonly rounds: number;
}

export function interleave(contestants: readonly Contestant[], { warmUpMs, rounds }: Rounds): readonly Measurement[] {
	const answers = contestants.map(({ batch }) => warmUp(batch, warmUpMs));
	const [expected] = answers;
	const odd = answers.findIndex((answer) => answer !== expected);
	if (odd >= 0) throw new Error(`${contestants[odd]?.name} answers ${answers[odd]}, ${contestants[0]?.name} answers ${expected}.`);
	const times = contestants.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const index of shuffled(contestants.length)) times[index]?.push(timeOf(contestants[index]?.batch ?? (() => 0)));
	}
	return contestants.map(({ name }, index) => measurementOf(name, times[index] ?? []));
}

export interface AsyncContestant {
	readonly name: string;
	readonly batch: () => number | Promise<number>;
}

/** The same where a contestant answers later. Each is warmed up by two batches at least. */
export async function interleaveAsync(
	contestants: readonly AsyncContestant[],
	{ warmUpMs, rounds }: Rounds,
): Promise<readonly Measurement[]> {
	const answers: number[] = [];
	for (const { batch } of contestants) {
		const until = performance.now() + warmUpMs;
		let answer = await batch();
		do answer = await batch();
		while (performance.now() < until);
		answers.push(answer);
	}
	const odd = answers.findIndex((answer) => answer !== answers[0]);
	if (odd >= 0) throw new Error(`${contestants[odd]?.name} answers ${answers[odd]}, ${contestants[0]?.name} answers ${answers[0]}.`);
	const times = contestants.map((): number[] => []);
	for (let round = 0; round < rounds; round++) {
		for (const index of shuffled(contestants.length)) {
			const from = performance.now();
			await contestants[index]?.batch();
			times[index]?.push(performance.now() - from);
		}
	}
	return contestants.map(({ name }, index) => measurementOf(name, times[index] ?? []));
}

function shuffled(count: number): readonly number[] {
	const keys = Array.from({ length: count }, () => Math.random());
	return [...keys.keys()].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

export function measurementOf(name: string, rounds: readonly number[]): Measurement {
	return { name, median: quantile(rounds, 0.5), p10: quantile(rounds, 0.1), p90: quantile(rounds, 0.9), rounds };
}

/** How many times faster `measured` is than `reference`: the middle of the rounds' own ratios. */
export function speedUp(measured: Measurement, reference: Measurement): number {
	return quantile(
		measured.rounds.map((time, round) => (reference.rounds[round] ?? Number.NaN) / time),
		0.5,
	);
}

export function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	return sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const geometricMean = (values: readonly number[]): number =>
	Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

export function warmUp(batch: () => number, milliseconds: number): number {
	const until = performance.now() + milliseconds;
	let answer = batch();
	do answer = batch();
	while (performance.now() < until);
	return answer;
}

export function timeOf(batch: () => number): number {
	const from = performance.now();
	batch();
	return performance.now() - from;
}
