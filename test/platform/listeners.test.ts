import { expect } from "chai";
import { Listeners } from "../../src/platform/listeners.ts";

describe("listeners", () => {
	it("hear of every change in its order, also of one that another listener makes meanwhile", () => {
		const listeners = new Listeners<number>();
		const heard: string[] = [];
		listeners.add((change) => {
			heard.push(`first ${change}`);
			if (change === 1) listeners.tell(2);
		});
		listeners.add((change) => heard.push(`second ${change}`));
		listeners.tell(1);
		expect(heard).to.deep.equal(["first 1", "second 1", "first 2", "second 2"]);
	});

	it("who is removed while others are told is not told any more", () => {
		const listeners = new Listeners<number>();
		const heard: string[] = [];
		let remove = () => false;
		listeners.add(() => remove());
		remove = listeners.add(() => heard.push("removed"));
		listeners.add(() => heard.push("third"));
		listeners.tell(1);
		expect(heard).to.deep.equal(["third"]);
		expect(listeners.size).to.equal(2);
	});

	it("who comes while others are told hears of what is changed from then on only", () => {
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		listeners.add((change) => {
			if (change !== 1) return;
			listeners.tell(2);
			listeners.add((later) => heard.push(later));
			listeners.tell(3);
		});
		listeners.tell(1);
		expect(heard).to.deep.equal([3]);
	});

	it("one function may listen twice, and ends once each", () => {
		const listeners = new Listeners<number>();
		let heard = 0;
		const listener = () => heard++;
		const [remove] = [listeners.add(listener), listeners.add(listener)];
		expect([remove?.(), remove?.()]).to.deep.equal([true, false]);
		listeners.tell(1);
		expect(heard).to.equal(1);
	});

	it("once all are removed, nobody is told of what is being told", () => {
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		listeners.add((change) => {
			listeners.tell(change + 1);
			listeners.clear();
		});
		listeners.add((change) => heard.push(change));
		listeners.tell(1);
		listeners.tell(5);
		expect(heard).to.deep.equal([]);
		expect(listeners.size).to.equal(0);
	});

	it("the mistake of one is uncaught like any other, once all have been told", () => {
		const { queueMicrotask } = globalThis;
		const later: (() => void)[] = [];
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		listeners.add(() => {
			throw new Error("of a listener");
		});
		listeners.add((change) => heard.push(change));
		globalThis.queueMicrotask = (task) => later.push(task);
		try {
			listeners.tell(1);
			listeners.tell(2);
		} finally {
			globalThis.queueMicrotask = queueMicrotask;
		}
		expect(heard).to.deep.equal([1, 2]);
		expect(later).to.have.length(2);
		for (const task of later) expect(task).to.throw(Error, /^of a listener$/);
	});
});
