// The store in a sandboxed frame: what it can still do there, told to the page around it.
import { all, batches, inside, open, people } from "../people.ts";

async function look(): Promise<object> {
	const { store, problem } = await open("sandboxed");
	const told = { name: problem?.name, code: problem?.code, message: problem?.message };
	await store.replace(batches(people(0, 300)));
	await store.change(batches(people(10, 12, 1)));
	const found = await inside(store, "points >= 1000");
	const profiles = (await all(store)).length;
	const { kept } = store;
	await store.wipe();
	return { kept, told, found, profiles, freshness: store.freshness };
}

parent.postMessage(await look().catch((error: unknown) => String(error)), "*");
