// What is written of the last preview once its author pauses: only what is still true of the profiles that are there.
import { expect } from "chai";
import { toEnd } from "../../src/columns/steps.ts";
import { preview } from "../../src/preview/preview.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import type { Kept } from "../../src/store/freshness.ts";
import { KeptPreviews } from "../../src/worker/kept-previews.ts";
import { batches, people, segment } from "../store/people.ts";
import { newVault, storeOn } from "../store/shared-vault.ts";

describe("the last preview that is kept", () => {
	const plan = toPreviewPlan(segment("points >= 0").checked);

	for (const isRemoved of [false, true]) {
		it(`${isRemoved ? "is not written when somebody was removed" : "is written"} before its author paused`, async () => {
			const store = storeOn(newVault());
			await store.replace(batches(people(0, 5)));
			const { table, freshness } = (await store.read(["user_id", "points"])) ?? {};
			if (!table || !freshness) throw new Error("nothing is kept");
			const previews = new KeptPreviews(store);
			const result = toEnd(preview(table, plan));
			previews.keep(plan, result, freshness as Kept);
			if (isRemoved) await store.change([{ profiles: [{ user_id: "u0", gone: true }] }], { removedWhen: "gone" });
			await previews.flush();
			expect((await previews.last(plan))?.value).to.deep.equal(isRemoved ? undefined : result);
			store.dispose();
		});
	}
	it("is not written once another tab has wiped everything, of which nothing was heard", async () => {
		const vault = newVault();
		const [store, other] = [storeOn(vault), storeOn(vault)];
		await store.replace(batches(people(0, 5)));
		const { table, freshness } = (await store.read(["user_id", "points"])) ?? {};
		if (!table || !freshness) throw new Error("nothing is kept");
		const previews = new KeptPreviews(store);
		previews.keep(plan, toEnd(preview(table, plan)), freshness as Kept);
		await other.wipe();
		await other.replace(batches(people(5, 9)));
		expect(store.freshness).to.deep.equal(freshness);
		await previews.flush();
		expect(await vault.results()).to.equal(undefined);
		for (const each of [store, other]) each.dispose();
	});
});
