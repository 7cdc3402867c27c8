// The bytes of a Chromium profile folder, once the browser has ended: what may not be on the disk is not in any file of the site's databases.
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "chai";
import type { Page } from "playwright-core";
import { ChromiumProfile } from "../browser/chromium-profile.ts";

const marker = "Zacharias-Quintus-4711";

describe("the disk", function () {
	this.timeout(300_000);
	let profile: ChromiumProfile;
	let page: Page;

	const call = async (name: string, ...words: unknown[]): Promise<unknown> => {
		page ??= await profile.page();
		return page.evaluate(
			([called, given]) => {
				const { proof } = globalThis as unknown as { proof: Record<string, (...all: unknown[]) => Promise<unknown>> };
				return proof[called]?.(...given);
			},
			[name, words] as const,
		);
	};

	const found = async (): Promise<readonly string[]> => {
		await profile.close();
		return profile.filesWith(marker);
	};

	/** Chromium clears its files up some seconds after a database was deleted, or else when it starts next: measured 2 s. */
	const leftAfterAWhile = async (): Promise<readonly string[]> => {
		// It moves what is left from file to file: once is not enough.
		for (let tries = 0, clean = 0; tries < 300 && clean < 6; tries++) {
			clean = profile.filesWith(marker).length === 0 ? clean + 1 : 0;
			await sleep(500);
		}
		return found();
	};

	const nextVisit = async (): Promise<void> => {
		await profile.close();
		page = await profile.page();
	};

	beforeEach(async () => {
		profile = await ChromiumProfile.of("test/store/page/proof.ts");
		page = await profile.page();
	});

	afterEach(() => profile.remove());

	it("without a key, what is kept can be read from outside", async () => {
		await call("openAs", "open", {});
		await call("plant", marker);
		expect(await found()).to.not.be.empty;
	});

	it("with a key, it cannot", async () => {
		await call("openAs", "sealed", { hasKey: true });
		await call("plant", marker);
		expect(await found()).to.deep.equal([]);
	});

	it("after a wipe nothing is left, also of what was kept without a key", async () => {
		await call("openAs", "wiped", {});
		await call("plant", marker);
		await call("wipe");
		expect(await call("databasesOf", "wiped")).to.deep.equal([]);
		expect(await leftAfterAWhile()).to.deep.equal([]);
	});

	it("after a wipe nothing is left of what earlier visits kept, and of segments that were kept without a key before", async () => {
		await call("openAs", "wiped later", {});
		await call("plant", marker);
		for (const hasKey of [true, false]) {
			await nextVisit();
			await call("openAs", "wiped later", { hasKey });
		}
		await call("wipe");
		expect(await call("databasesOf", "wiped later")).to.deep.equal([]);
		expect(await leftAfterAWhile()).to.deep.equal([]);
	});

	it("after a key is given, nothing is left of the profiles and answers that were kept without", async () => {
		await call("openAs", "sealed later", {});
		await call("plant", marker, { withSegments: false });
		await call("openAs", "sealed later", { hasKey: true });
		expect(await leftAfterAWhile()).to.deep.equal([]);
	});

	it("after a field is left out, nothing is left of the profiles and answers that were kept with it", async () => {
		await call("openAs", "left out later", {});
		await call("plant", marker, { withSegments: false });
		await call("openAs", "left out later", { leaveOut: "pii" });
		expect(await leftAfterAWhile()).to.deep.equal([]);
	});
});
