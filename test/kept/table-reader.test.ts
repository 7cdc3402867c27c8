// What stays in memory of the kept profiles, over a store that lives in memory itself.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect } from "chai";
import { MemoryVault } from "../../src/store/memory-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { ProfileStore } from "../../src/store/profile-store.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { batches, catalogue, people } from "../store/people.ts";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

async function isFreed(held: WeakRef<object>): Promise<boolean> {
	for (let turn = 0; turn < 10 && held.deref(); turn++) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		collect();
	}
	return held.deref() === undefined;
}

describe("the kept profiles as a table", () => {
	let store: ProfileStore;
	let number = 0;

	beforeEach(async () => {
		store = new ProfileStore(`segql/table reader ${number++}`, settingsOf("test", { catalogue }), () => new MemoryVault(guardPointer));
		await store.replace(batches(people(0, 50)));
	});

	afterEach(() => store.dispose());

	/** In a function of its own, so that nothing of the test holds the table. */
	const read = async (): Promise<WeakRef<object>> => new WeakRef((await store.read(["user_id", "email"]))?.table as object);

	it("stay while they are of use", async () => {
		const table = await read();
		expect(await isFreed(table)).to.equal(false);
		expect((await store.read(["points"]))?.table).to.equal(table.deref());
	});

	for (const how of ["wipe", "close", "dispose"] as const) {
		it(`leave memory after ${how}`, async () => {
			const table = await read();
			await store[how]();
			expect(await isFreed(table)).to.equal(true);
		});

		// A wipe takes away what is being read.
		if (how === "wipe") continue;
		it(`leave memory after ${how} while they are read`, async () => {
			const reading = read();
			await Promise.resolve();
			await store[how]();
			const table = await reading;
			expect(await isFreed(table)).to.equal(true);
		});
	}

	it("are the same table again for whoever asks after a close", async () => {
		const reading = store.read(["email"]);
		store.close();
		const before = (await reading)?.table;
		const first = (await store.read(["email"]))?.table;
		const second = (await store.read(["points"]))?.table;
		expect(first).to.not.equal(before);
		expect(second).to.equal(first);
	});
});
