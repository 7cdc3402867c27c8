// What is left of somebody who was removed, once all columns are written anew; over a store that lives in memory.
import { expect } from "chai";
import type { FieldQuality } from "../../src/fields/quality.ts";
import { MemoryVault } from "../../src/store/memory-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { ProfileStore } from "../../src/store/profile-store.ts";
import { settingsOf } from "../../src/store/settings.ts";
import { catalogue, inside, person } from "../store/people.ts";

const secret = "call me, Ada Lovelace";

describe("columns that are written anew after changes", () => {
	let vault: MemoryVault;
	let store: ProfileStore;
	let number = 0;

	beforeEach(async () => {
		vault = new MemoryVault(guardPointer);
		const settings = settingsOf("test", { catalogue, maxChangeChunks: 1, maxRemovedShare: 1 });
		store = new ProfileStore(`segql/compaction ${number++}`, settings, () => vault);
		await store.replace([{ profiles: [{ user_id: "a", points: secret }, person(1), person(2)] }]);
	});

	afterEach(() => store.dispose());

	const quality = async (): Promise<FieldQuality | undefined> =>
		(await store.read(["points"]))?.table.quality.fields.find(({ field }) => field === "points");

	/** Whether the value stands anywhere among what is kept. */
	async function isKept(): Promise<boolean> {
		for (const name of await vault.generations())
			for (const [, value] of (await (await vault.open(name))?.list([])) ?? [])
				if (Buffer.from(value as ArrayBuffer).includes("Ada Lovelace")) return true;
		return false;
	}

	for (const [name, change] of [
		["was removed", { user_id: "a", gone: true }],
		["was changed", { user_id: "a", points: 7 }],
	] as const) {
		it(`hold nothing of a value that ${name}, not in the quality report either`, async () => {
			expect((await quality())?.example).to.equal(`"${secret}"`);
			await store.change([{ profiles: [change] }], { removedWhen: "gone" });
			expect(await isKept()).to.equal(true);
			await store.change([{ profiles: [person(5)] }]);
			await store.change([{ profiles: [person(6)] }]);
			expect(await inside(store, "user_id is set")).to.include.members(["u1", "u2", "u5", "u6"]);
			const counts = { seen: 5 + ("points" in change ? 1 : 0), missing: 0, wrongType: 1, droppedItems: 0 };
			expect(await quality()).to.deep.equal({ field: "points", ...counts });
			expect(await isKept()).to.equal(false);
		});
	}

	it("keep the examples while nobody was removed", async () => {
		await store.change([{ profiles: [person(5)] }]);
		await store.change([{ profiles: [person(6)] }]);
		expect(await quality()).to.deep.equal({ field: "points", seen: 5, missing: 0, wrongType: 1, droppedItems: 0, example: `"${secret}"` });
	});
});
