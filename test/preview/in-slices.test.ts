// Slices, cancelling and latest-wins on a clock that only the steps move.
import { expect } from "chai";
import { inSlices, latestWins, preview, toEnd } from "../../src/preview/index.ts";
import type { Steps } from "../../src/columns/steps.ts";
import { asksAt, moment, worldOf } from "./world.ts";

function fakeTime() {
	const slices: number[] = [];
	let at = 0;
	let began = 0;
	return {
		slices,
		pass: (ms: number) => {
			at += ms;
		},
		now: () => at,
		pause: async () => {
			slices.push(at - began);
			at += 5;
			began = at;
		},
	};
}

function* steps(durations: readonly number[], pass: (ms: number) => void): Steps<string> {
	for (const duration of durations) {
		pass(duration);
		yield;
	}
	return "end";
}

describe("preview: in slices", () => {
	it("pauses before the budget is over, and only one long step goes over it", async () => {
		const time = fakeTime();
		const outcome = await inSlices(steps([3, 3, 3, 3, 1, 1, 1, 20, 1, 1], time.pass), time);
		expect(outcome).to.deep.equal({ kind: "done", value: "end" });
		expect(time.slices).to.deep.equal([3, 3, 3, 3, 2, 21, 2]);
	});

	it("works for 3 ms between two pauses when nothing is said, and for as long as is said", async () => {
		const slicesOf = async (budgetMs?: number) => {
			const time = fakeTime();
			await inSlices(steps(Array<number>(20).fill(0.5), time.pass), { ...time, budgetMs });
			return new Set(time.slices);
		};
		expect([...(await slicesOf())]).to.deep.equal([2.5]);
		expect([...(await slicesOf(6))]).to.deep.equal([5.5]);
	});

	it("stops between any two steps", async () => {
		for (const after of [0, 1, 2, 3]) {
			let made = 0;
			const time = fakeTime();
			const outcome = await inSlices(
				steps([1, 1, 1, 1, 1], () => made++),
				{ ...time, isCancelled: () => made >= after },
			);
			expect([outcome, made]).to.deep.equal([{ kind: "cancelled" }, after]);
		}
	});

	it("a newer question cancels an older one at once, and finds the answers made so far", async () => {
		const { table } = worldOf(
			Array.from({ length: 70_000 }, (_, points) => [{ points }, false] as const),
			moment,
		);
		const { plan } = asksAt("points > 9", moment);
		const time = fakeTime();
		const made = { older: 0, newer: 0 };
		const timed = function* <T>(inner: Steps<T>, which: keyof typeof made): Steps<T> {
			try {
				for (let step = inner.next(); ; step = inner.next()) {
					if (step.done) return step.value;
					made[which]++;
					time.pass(5);
					yield;
				}
			} finally {
				inner.return(undefined as T);
			}
		};
		const ask = latestWins(time);
		const older = ask(timed(preview(table, plan), "older"));
		const newer = ask(timed(preview(table, plan), "newer"));
		expect(await older).to.deep.equal({ kind: "cancelled" });
		const outcome = await newer;
		expect(outcome.kind === "done" && outcome.value.count).to.equal(69_990);
		// Behind the 4,096 rows that the older one has done: 6 stretches of rows, which double at first, and 3 blocks of words.
		expect(made).to.deep.equal({ older: 1, newer: 9 });
	});

	it("what was cancelled leaves its partial answers to the next one", () => {
		const { table } = worldOf(
			Array.from({ length: 70_000 }, (_, points) => [{ points }, false] as const),
			moment,
		);
		const { plan } = asksAt("points > 9", moment);
		const whole = stepsOf(
			preview(
				worldOf(
					[...Array(70_000)].map((_, points) => [{ points }, false] as const),
					moment,
				).table,
				plan,
			),
		);
		const stopped = preview(table, plan);
		for (let step = 0; step < 4; step++) stopped.next();
		stopped.return(undefined as never);
		// The stretches that are left double anew: 3 of 6.
		expect(stepsOf(preview(table, plan))).to.equal(whole - 3);
		expect(toEnd(preview(table, plan)).count).to.equal(69_990);
	});
});

function stepsOf(running: Steps<unknown>): number {
	let count = 0;
	while (!running.next().done) count++;
	return count;
}
