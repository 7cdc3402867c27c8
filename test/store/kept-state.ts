// What is kept, looked at through everything that keeps it: the pointer, the columns and the profiles as they came have to say the same.
import { expect } from "chai";
import type { ProfileStore } from "../../src/store/index.ts";
import { all, inside, type Person } from "./people.ts";

export interface KeptState {
	readonly kind: "empty" | "partial" | "complete";
	readonly people: readonly Person[];
}

/** Fails where columns and profiles as they came are not of the same refresh. */
export async function keptState(store: ProfileStore): Promise<KeptState> {
	const ids = await inside(store, "points >= 0");
	const freshness = await store.check();
	if (ids === undefined || freshness.kind === "empty") {
		expect([ids, freshness.kind], "nothing of one").to.deep.equal([undefined, "empty"]);
		return { kind: "empty", people: [] };
	}
	const people = (await all(store)) as Person[];
	expect(
		people.map(({ user_id }) => user_id),
		"user_ids of profiles and of columns",
	).to.deep.equal(ids);
	const { table } = (await store.read(["points", "country"])) ?? {};
	const rows = [...(table?.rowOf(ids[0] ?? "") === undefined ? [] : ids.map((id) => table?.rowOf(id) as number))];
	for (const name of ["points", "country"] as const) {
		const column = table?.frame.members.get(name)?.column;
		const found = rows.map((row) => column?.at(row));
		expect(found, `${name} of profiles and of columns`).to.deep.equal(people.map((each) => each[name]));
	}
	expect(freshness.profiles, "profiles by the pointer").to.equal(people.length);
	return { kind: freshness.kind, people };
}

/** The index of the one that it is; undefined for none. */
export const indexOfState = (state: readonly Person[], candidates: readonly (readonly Person[])[]): number | undefined => {
	const text = JSON.stringify(state);
	const index = candidates.findIndex((candidate) => JSON.stringify(candidate) === text);
	return index < 0 ? undefined : index;
};
