import { expect } from "chai";
import { Listeners } from "../../../src/element/session/listeners.ts";

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

	it("the mistake of one is the page's to see, and not the others' to suffer", async () => {
		// What the test's own page does with errors is not asked for.
		const { onerror } = window;
		const seen = new Promise<string[]>((resolve) => {
			const messages: string[] = [];
			window.onerror = (_message, _file, _line, _column, error) => {
				messages.push(error?.message ?? "");
				if (messages.length === 2) resolve(messages);
				return true;
			};
		});
		const listeners = new Listeners<number>();
		const heard: number[] = [];
		listeners.add(() => {
			throw new Error("of a listener");
		});
		listeners.add((change) => heard.push(change));
		listeners.tell(1);
		listeners.tell(2);
		expect(heard).to.deep.equal([1, 2]);
		expect(await seen).to.deep.equal(["of a listener", "of a listener"]);
		window.onerror = onerror;
	});
});
