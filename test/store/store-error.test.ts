// Errors that a test cannot make a browser throw at will: their names are the platform's, with Dexie's wrapping around them.
import { expect } from "chai";
import { openStore } from "../../src/store/index.ts";
import { StoreError, storeErrorFrom } from "../../src/store/store-error.ts";
import { all, batches, catalogue, inside, people } from "./people.ts";

const wrapped = (name: string, inner?: unknown): Error => Object.assign(new Error(`${name} happened`), { name, inner });

describe("store errors", () => {
	const cases: readonly (readonly [string, unknown, string, string])[] = [
		[
			"a full disk",
			new DOMException("", "QuotaExceededError"),
			"full",
			"There is no room left in this browser's storage: the profiles that were there before are kept.",
		],
		[
			"a full disk inside an aborted write",
			wrapped("AbortError", new DOMException("", "QuotaExceededError")),
			"full",
			"There is no room left in this browser's storage: the profiles that were there before are kept.",
		],
		[
			"a sandboxed frame",
			wrapped("OpenFailedError", new DOMException("", "SecurityError")),
			"denied",
			"This browser does not let the page keep data here.",
		],
		[
			"a full disk at opening",
			wrapped("OpenFailedError", new DOMException("", "QuotaExceededError")),
			"full",
			"There is no room left in this browser's storage: the profiles that were there before are kept.",
		],
		[
			"a third-party frame",
			wrapped("OpenFailedError", new DOMException("The user denied permission to access the database.", "UnknownError")),
			"denied",
			"This browser does not let the page keep data here.",
		],
		["no IndexedDB", wrapped("MissingAPIError"), "denied", "This browser does not let the page keep data here."],
		[
			"a newer version on disk",
			wrapped("VersionError"),
			"newer",
			"Another tab of this site keeps the profiles in a newer form: reload this page.",
		],
		["anything else", wrapped("UnknownError"), "damaged", "The kept profiles cannot be read any more: fetch them again."],
		["no error at all", undefined, "damaged", "The kept profiles cannot be read any more: fetch them again."],
	];
	for (const [what, error, code, message] of cases) {
		it(`${what} is "${code}"`, () => {
			expect(storeErrorFrom(error)).to.include({ name: "StoreError", code, message });
			expect(storeErrorFrom(error).cause).to.equal(error);
		});
	}

	it("a full disk says how much is missing, where that is known", () => {
		expect(new StoreError("full", { missingBytes: 12_345_678 }).message).to.equal(
			"There is no room left in this browser's storage: the profiles that were there before are kept. About 13 MB more are needed.",
		);
	});

	it("where the browser refuses, the profiles are kept in memory and the reason is given", async () => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = () => {
			throw new DOMException("The operation is insecure.", "SecurityError");
		};
		try {
			const { store, problem } = await openStore("refused", { catalogue });
			expect(problem).to.include({ code: "denied", message: "This browser does not let the page keep data here." });
			expect(store.kept).to.equal(false);
			await store.replace(batches(people(0, 300)));
			await store.change(batches(people(10, 12, 1)));
			expect(store.freshness).to.include({ kind: "complete", profiles: 300 });
			expect(await inside(store, "points >= 1000")).to.deep.equal(["u10", "u11"]);
			expect((await all(store)).length).to.equal(300);
			await store.putSegments([{ id: "vip", document: { text: "points > 1" } }]);
			expect(await store.segments()).to.deep.equal([{ id: "vip", document: { text: "points > 1" } }]);
			await store.wipe();
			expect(store.freshness).to.deep.equal({ kind: "empty", because: "wiped" });
			expect(await store.segments()).to.deep.equal([]);
		} finally {
			IDBFactory.prototype.open = open;
		}
	});
});
