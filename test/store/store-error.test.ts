// Errors that a test cannot make a browser throw at will: their names are the platform's, with Dexie's wrapping around them.
import { expect } from "chai";
import { openStore } from "../../src/store/index.ts";
import { storeErrorFrom } from "../../src/store/store-error.ts";

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

	it("where the browser refuses, the profiles are kept in memory and the reason is given", async () => {
		const open = IDBFactory.prototype.open;
		IDBFactory.prototype.open = () => {
			throw new DOMException("The operation is insecure.", "SecurityError");
		};
		try {
			const { store, problem } = await openStore("refused");
			expect(problem).to.include({ code: "denied", message: "This browser does not let the page keep data here." });
			expect(store.kept).to.equal(false);
			expect(await store.replaceProfiles([1, 2, 3])).to.equal(3);
			expect(await store.countProfiles()).to.equal(3);
			const found = [];
			for await (const chunk of store.profiles()) found.push(...chunk);
			expect(found).to.deep.equal([1, 2, 3]);
			await store.wipe();
			expect(await store.countProfiles()).to.equal(0);
		} finally {
			IDBFactory.prototype.open = open;
		}
	});
});
