// One question at a time, and its state.
import { expect } from "chai";
import type { Answered } from "../../../src/element/session/answering-source.ts";
import { Question } from "../../../src/element/session/question.ts";

const freshness = { kind: "complete", revision: "r", asOf: 0, profiles: 1 } as const;
const done = (value: number): Answered<number> => ({ kind: "done", value, freshness });
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a question", () => {
	it("is asked once for what it is made of, and tells every state", async () => {
		const states: string[] = [];
		const question: Question<number> = new Question(() => states.push(question.state.kind));
		let asked = 0;
		const ask = async () => done(++asked);
		question.ask(["a", 1], ask);
		question.ask(["a", 1], ask);
		await wait(0);
		expect(question.state).to.deep.equal({ kind: "told", told: { value: 1, freshness } });
		question.ask(["a", 2], ask);
		expect(question.state).to.deep.equal({ kind: "asking", isSlow: false, before: { value: 1, freshness } });
		await wait(0);
		expect(states).to.deep.equal(["asking", "told", "asking", "told"]);
		expect(asked).to.equal(2);
	});

	it("is stopped by the next one, whose answer is the only one", async () => {
		const question = new Question<number>(() => undefined);
		let first: AbortSignal | undefined;
		question.ask([1], async ({ signal }) => {
			first = signal;
			await wait(20);
			return done(1);
		});
		question.ask([2], async () => done(2));
		await wait(40);
		expect(first?.aborted).to.equal(true);
		expect(question.last?.value).to.equal(2);
	});

	it("says that it is slow, fails with a sentence, and is asked again", async () => {
		const question = new Question<number>(() => undefined, { slowMs: 10 });
		let answers = 0;
		question.ask([1], async () => {
			await wait(30);
			if (answers++ === 0) throw new Error("It broke.");
			return done(7);
		});
		await wait(20);
		expect(question.state).to.deep.equal({ kind: "asking", isSlow: true });
		await wait(30);
		expect(question.state).to.deep.equal({ kind: "failed", message: "It broke." });
		await question.again();
		expect(question.last?.value).to.equal(7);
	});

	it("knows nothing, problems, and answers that were cancelled elsewhere", async () => {
		const question = new Question<number>(() => undefined);
		question.ask([1], async () => ({ kind: "nothing" }));
		await wait(0);
		expect(question.state).to.deep.equal({ kind: "nothing" });
		question.ask([2], async () => ({ kind: "problems", problems: [{ message: "No column." }] }));
		await wait(0);
		expect(question.state).to.deep.equal({ kind: "failed", message: "No column." });
		question.ask([3], async () => ({ kind: "cancelled" }));
		await wait(0);
		expect(question.state).to.deep.equal({ kind: "failed", message: undefined });
	});

	it("is forgotten, or only stopped", async () => {
		const question = new Question<number>(() => undefined);
		const ask = async () => done(1);
		question.ask([1], ask);
		await wait(0);
		question.stop();
		expect(question.last?.value).to.equal(1);
		question.ask([1], ask);
		expect(question.state.kind).to.equal("asking");
		question.reset();
		expect(question.last).to.equal(undefined);
		await wait(0);
		expect(question.state).to.deep.equal({ kind: "idle" });
	});
});
