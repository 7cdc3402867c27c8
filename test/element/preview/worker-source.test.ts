// Profiles in a worker, as <segql-preview> shows them: the whole way, and when the worker dies.
import { expect } from "chai";
import { openProfiles, type Profiles, StoreError } from "../../../src/worker/index.ts";
import { newBusiness } from "../../store/people.ts";
import { catalogue, people, type Stage, stage, until, violations } from "./stage.ts";

describe("<segql-preview> over profiles in a worker", () => {
	let profiles: Profiles;
	let shown: Stage | undefined;
	const workers: Worker[] = [];

	before(async () => {
		profiles = await openProfiles(newBusiness(), {
			catalogue,
			worker: () => {
				const worker = new Worker("/.cache/browser-tests/worker.js", { type: "module" });
				workers.push(worker);
				return worker;
			},
			pingMs: 200,
		});
		expect(profiles.where).to.equal("worker");
		await profiles.refresh({ kind: "iterable", profiles: people(3_000) });
	});
	after(async () => {
		// WebKitGTK can hold the databases of a worker that was killed, for ever: then they go with the browser.
		await profiles.wipe().catch((error: unknown) => {
			if (!(error instanceof StoreError && error.code === "blocked")) throw error;
		});
		await profiles.close();
	});
	afterEach(() => {
		shown?.element.remove();
		expect(violations).to.deep.equal([]);
	});

	it("counts, lists, draws, explains and compares", async () => {
		shown = await stage({
			text: 'points >= 50 and country = "US"',
			profiles,
			set: { saved: "points < 60", compareWith: [{ name: "Opted in", text: "opted_in" }], privacy: { shownFields: ["user_id"] } as never },
		});
		const { settled, words, open, all, inside } = shown;
		await settled();
		const expected = people(3_000).filter(({ points, address }) => typeof points === "number" && points >= 50 && address?.country === "US");
		expect(words("[part=count]")).to.deep.equal([new Intl.NumberFormat("en").format(expected.length)]);
		await open("profiles");
		expect(words("tbody tr:first-child td")).to.deep.equal(["id-50", "US", "50"]);
		all(".why")[0]?.click();
		await settled();
		expect(words("[part=verdict]")).to.deep.equal(["This profile is in the segment."]);
		await open("values");
		expect(all("[role=slider]")).to.have.lengthOf(1);
		await open("changes");
		expect(words("table.steps tbody td.number")[2]).to.equal("5");
		await open("overlap");
		expect(words("tbody tr")).to.have.lengthOf(4);
		await open("quality");
		expect(inside("tbody").innerText).to.contain('"many"');
	});

	it("says that the worker stopped, or counts again with the next one", async () => {
		shown = await stage({ text: "points >= 50", profiles });
		const { settled, words, element } = shown;
		await settled();
		const before = words("[part=count]");
		workers.at(-1)?.terminate();
		element.value = "points >= 60";
		await until(() => element.session.counts.kind === "failed" || element.session.counts.kind === "exact", "an answer or a failure");
		await settled();
		expect(words("[part=count]")).to.not.deep.equal(before);
		element.value = "points >= 50";
		await settled();
		expect(words("[part=count]")).to.deep.equal(before);
	});
});
