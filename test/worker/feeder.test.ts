// The page's half of a host's iterable, alone: what it takes, what it sends, and what it leaves.
import { expect } from "chai";
import { Feeder } from "../../src/worker/feeder.ts";
import { until, wait } from "./answers.ts";

interface Sent {
	readonly lines: string[];
	batches: number;
	noMore: unknown[];
}

function fed(profiles: Iterable<unknown> | AsyncIterable<unknown>): { readonly feeder: Feeder; readonly sent: Sent } {
	const sent: Sent = { lines: [], batches: 0, noMore: [] };
	const feeder = new Feeder(profiles, {
		batch(bytes) {
			sent.batches++;
			sent.lines.push(...new TextDecoder().decode(bytes).split("\n").filter(Boolean));
		},
		noMore: (error) => sent.noMore.push(error),
	});
	return { feeder, sent };
}

const long = (id: number): unknown => ({ id, filler: "é".repeat(100_000) });

describe("a host's iterable", () => {
	it("is not touched before something is wanted, and gives as many batches as are wanted", async () => {
		let taken = 0;
		function* endless() {
			for (;;) yield long(taken++);
		}
		const { feeder, sent } = fed(endless());
		await wait(30);
		expect(taken).to.equal(0);
		feeder.want(2);
		await until(() => sent.batches === 2);
		await wait(50);
		expect(sent.batches).to.equal(2);
		const takenThen = taken;
		expect(sent.lines).to.have.lengthOf(takenThen);
		// No batch is longer than its share and one profile more.
		expect(takenThen).to.be.at.most(6);
		expect(taken).to.equal(takenThen);
		feeder.want(1);
		await until(() => sent.batches === 3);
		feeder.stop();
		feeder.want(5);
		await wait(50);
		expect(sent.batches).to.equal(3);
		expect(sent.noMore).to.deep.equal([]);
	});

	it("ends once, with what it had", async () => {
		const { feeder, sent } = fed([{ a: 1 }, [{ a: "two\nlines" }], undefined]);
		feeder.want(100);
		await until(() => sent.noMore.length > 0);
		await wait(50);
		expect(sent.lines).to.deep.equal(['{"a":1}', '{"a":"two\\nlines"}', "null"]);
		expect(sent.noMore).to.deep.equal([undefined]);
		feeder.stop();
	});

	it("gives the page its turn between batches", async () => {
		let taken = 0;
		let turns = 0;
		// A page that got no turn would be told of the end of all of them.
		function* many() {
			while (taken < 3_000 && turns < 3) yield long(taken++);
		}
		const { feeder, sent } = fed(many());
		const timer = setInterval(() => turns++);
		feeder.want(10_000);
		await until(() => sent.noMore.length > 0);
		clearInterval(timer);
		expect(sent.lines).to.have.lengthOf(taken);
		expect(turns).to.be.greaterThan(2);
	});

	for (const [name, arrays] of [
		["one long array", (items: readonly unknown[]) => [items]],
		["arrays in a generator", (items: readonly unknown[]) => [[], items.slice(0, 200), items.slice(200), []].values()],
		[
			"long arrays that come later",
			async function* (items: readonly unknown[]) {
				yield items;
			},
		],
	] as const) {
		it(`gives ${name} in pieces, all of it and in order, with the page's turn between them`, async () => {
			const items = Array.from({ length: 300 }, (_, id) => (id % 3 === 0 ? { id } : long(id)));
			let turns = 0;
			const { feeder, sent } = fed(arrays(items));
			const timer = setInterval(() => turns++);
			feeder.want(10_000);
			await until(() => sent.noMore.length > 0);
			clearInterval(timer);
			expect(sent.lines.map((line) => (JSON.parse(line) as { readonly id: number }).id)).to.deep.equal(items.map((_, id) => id));
			// A batch has room for three of the long ones.
			expect(sent.batches).to.be.at.least(60);
			expect(turns).to.be.greaterThan(2);
			expect(sent.noMore).to.deep.equal([undefined]);
		});
	}

	it("is left in the middle of an array", async () => {
		let read = 0;
		const items = Array.from({ length: 300 }, (_, id) => ({
			get id() {
				read++;
				return long(id);
			},
		}));
		const { feeder, sent } = fed([items]);
		feeder.want(2);
		await until(() => sent.batches === 2);
		await wait(50);
		expect(read).to.be.at.most(6);
		feeder.stop();
		feeder.want(2);
		await wait(50);
		expect([sent.batches, sent.noMore]).to.deep.equal([2, []]);
	});

	it("that cannot be gone through is told", async () => {
		const { feeder, sent } = fed(7 as unknown as Iterable<unknown>);
		feeder.want(1);
		await until(() => sent.noMore.length > 0);
		expect(sent.noMore).to.have.lengthOf(1);
		expect(sent.noMore[0]).to.be.instanceOf(TypeError);
		expect(String((sent.noMore[0] as Error).message)).to.equal(
			"The profiles cannot be gone through: give an array, or something with an iterator.",
		);
	});
});
