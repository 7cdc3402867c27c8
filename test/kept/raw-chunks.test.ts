// Changes and columns that are written anew bring everybody back as they came, in chunks of more blocks than are written together; over a store in memory.
import { expect } from "chai";
import type { ProfileStore } from "../../src/store/profile-store.ts";
import { all, people, person } from "../store/people.ts";
import { newVault, storeOn } from "../store/shared-vault.ts";

describe("profiles as they came, in chunks of several writes", () => {
	let store: ProfileStore;
	const chunks = { chunkRows: 200, blockRows: 4 };

	afterEach(() => store.dispose());

	it("are those that changed", async () => {
		store = storeOn(newVault(), { ...chunks, maxRemovedShare: 1 });
		await store.replace([{ profiles: people(0, 10) }]);
		await store.change([{ profiles: people(0, 450, 1) }]);
		expect((await store.read([]))?.table.rows).to.equal(460);
		expect(await all(store)).to.deep.equal(people(0, 450, 1));
	});

	it("are those that are left where columns are written anew", async () => {
		store = storeOn(newVault(), { ...chunks, maxRemovedShare: 0 });
		await store.replace([{ profiles: people(0, 450) }]);
		await store.change([{ profiles: [person(3, 1)] }]);
		expect((await store.read([]))?.table.rows).to.equal(450);
		expect(await all(store)).to.deep.equal([...people(0, 3), ...people(4, 450), person(3, 1)]);
	});
});
