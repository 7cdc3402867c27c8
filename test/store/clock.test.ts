// How old profiles may become, and clocks that are moved.
import { expect } from "chai";
import type { ProfileStore, StoreOptions } from "../../src/store/index.ts";
import { all, batches, newBusiness, open, people } from "./people.ts";
import { allRecords, databasesOf, findText } from "./raw-databases.ts";

const day = 86_400_000;
const fetched = Date.UTC(2026, 4, 1, 12);
const tolerance = 5 * 60_000;

describe("the clock", () => {
	let business: string;
	let store: ProfileStore;
	let time = fetched;
	const settings = { retentionMs: 30 * day, now: () => time };

	const reopen = async (options: Partial<StoreOptions> = settings): Promise<void> => {
		store?.dispose();
		({ store } = await open(business, options));
	};

	beforeEach(async () => {
		business = newBusiness();
		time = fetched;
		await reopen();
		await store.replace(batches(people(0, 20)));
		await store.putResult("question", { revision: "r", asOf: fetched, result: { sample: ["person.3@0.example"] } });
		await store.putSegments([{ id: "vip", document: 1 }]);
	});

	afterEach(async () => {
		await store.wipe();
		store.dispose();
	});

	const isKept = async (): Promise<void> => {
		expect(store.freshness).to.include({ kind: "complete", profiles: 20, asOf: fetched, fetchedAt: fetched });
		expect(await all(store)).to.deep.equal(people(0, 20));
		expect(await store.result("question")).to.deep.include({ asOf: fetched });
	};

	const isDropped = async (): Promise<void> => {
		expect(store.freshness).to.deep.equal({ kind: "empty", because: "expired" });
		expect(await store.read([])).to.equal(undefined);
		expect(await all(store)).to.deep.equal([]);
		expect(await databasesOf(business)).to.deep.equal(["head"]);
		expect(await findText(business, "person.3@0.example"), "nor answers that hold samples").to.deep.equal([]);
		expect(await store.segments()).to.deep.equal([{ id: "vip", document: 1 }]);
	};

	it("at the last millisecond of the retention the profiles are kept, one later they are deleted", async () => {
		time = fetched + 30 * day;
		await reopen();
		await isKept();
		time++;
		await reopen();
		await isDropped();
	});

	it("that reaches the retention while the page is open: the next question finds nothing", async () => {
		const kept = await store.read(["points"]);
		expect(kept?.table.size).to.equal(20);
		time = fetched + 30 * day + 1;
		expect(await store.read(["points"])).to.equal(undefined);
		await isDropped();
	});

	it("that was moved forward and back: profiles whose age cannot be told are deleted, a few minutes are no matter", async () => {
		time = fetched - tolerance;
		await reopen();
		await isKept();
		time--;
		await reopen();
		await isDropped();
	});

	it("that was moved far: where there is no retention, nothing is deleted", async () => {
		for (const moved of [fetched + 100_000 * day, 0, -day]) {
			time = moved;
			await reopen({ now: () => time });
			await isKept();
		}
	});

	it("that was moved back: a refresh and changes are of the time that it shows then", async () => {
		time = fetched - 365 * day;
		await reopen({ now: () => time });
		expect(await store.change(batches(people(0, 1, 1)))).to.include({ asOf: time, fetchedAt: fetched, profiles: 20 });
		expect(await store.replace(batches(people(0, 5)))).to.include({ asOf: time, fetchedAt: time, profiles: 5 });
		await reopen();
		expect(store.freshness).to.include({ kind: "complete", asOf: time });
	});

	it("that was moved back: the answers of now are kept, and those that seem to come from the future go first", async () => {
		await reopen({ now: () => time });
		const put = (question: string): Promise<void> => store.putResult(question, { revision: "r", asOf: time, result: question });
		time = fetched + 365 * day;
		for (let index = 0; index < 100; index++) await put(`${index} a year ahead`);
		for (time = fetched; time < fetched + 3; time++) await put(`${time - fetched} of now`);
		for (const question of ["0 of now", "1 of now", "2 of now"])
			expect(await store.result(question), question).to.include({ result: question });
		const answers = (await allRecords(business, "results")).filter(({ key }) => (key as string[])[0] === "result");
		expect(answers).to.have.length(100);
	});

	it("changes do not make profiles any younger", async () => {
		time = fetched + 20 * day;
		await store.change(batches(people(0, 1, 1)));
		time = fetched + 30 * day;
		expect((await store.check()).kind).to.equal("complete");
		time++;
		expect(await store.check()).to.deep.equal({ kind: "empty", because: "expired" });
	});

	it("a retention of nothing keeps the profiles for their millisecond", async () => {
		await reopen({ ...settings, retentionMs: 0 });
		expect(store.freshness).to.include({ kind: "complete" });
		time++;
		await store.check();
		await isDropped();
	});
});
