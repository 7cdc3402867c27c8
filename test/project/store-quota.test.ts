// A Chromium whose storage is full, by the browser's own reckoning: what fits is kept, and what is said to be missing is about what is.
import { expect } from "chai";
import type { CDPSession, Page } from "playwright-core";
import { ChromiumProfile, site } from "../browser/chromium-profile.ts";

interface Outcome {
	readonly ended?: { readonly kind: string; readonly hasRaw: boolean; readonly profiles: number };
	readonly code?: string;
	readonly message?: string;
	readonly missingBytes?: number;
}

interface Look {
	readonly freshness: { readonly kind: string; readonly hasRaw: boolean };
	readonly count: number;
	readonly versions: readonly number[];
	readonly raw: readonly (number | undefined)[];
}

const old = 2_000;
const newer = 10_000;

describe("Chromium with a full storage", function () {
	this.timeout(300_000);
	let profile: ChromiumProfile;
	let page: Page;
	let session: CDPSession;

	const call = <T>(name: string, ...words: unknown[]): Promise<T> =>
		page.evaluate(
			([called, given]) => {
				const { proof } = globalThis as unknown as { proof: Record<string, (...all: unknown[]) => Promise<unknown>> };
				return proof[called]?.(...given);
			},
			[name, words] as const,
		) as Promise<T>;

	const quota = (quotaSize?: number): Promise<unknown> =>
		session.send("Storage.overrideQuotaForOrigin", { origin: site, ...(quotaSize !== undefined && { quotaSize }) });

	/** The old profiles are kept, and the browser, which does not look at its quota anew while it runs, is a new one with this one. */
	async function withOldAndQuota(bytes: number): Promise<void> {
		await begin();
		await call("wipe");
		await call("openAs", "full", {});
		expect(await call("fill", old, 1)).to.have.nested.property("ended.hasRaw", true);
		await profile.close();
		await begin();
		await quota(bytes);
		await call("openAs", "full", {});
	}

	async function begin(): Promise<void> {
		page = await profile.page();
		session = await profile.session(page);
		await call("openAs", "full", {});
	}

	const isOld = async (hasRaw: boolean): Promise<void> => {
		const seen = await call<Look>("look");
		expect(seen.freshness).to.include({ kind: "complete", hasRaw });
		expect(seen).to.deep.include({ count: old, versions: [1], raw: hasRaw ? [1, 1] : [undefined, undefined] });
	};

	before(async () => {
		profile = await ChromiumProfile.of("test/store/page/proof.ts");
	});

	afterEach(() => profile.close());

	after(() => profile?.remove());

	it("a refresh that does not fit leaves the old profiles whole, and works once there is room", async () => {
		await withOldAndQuota(1_000_000);
		const outcome = await call<Outcome>("fill", newer, 2);
		expect(outcome.code).to.equal("full");
		expect(outcome.message).to.equal(
			`There is no room left in this browser's storage: the profiles that were there before are kept. About ${Math.ceil((outcome.missingBytes ?? 0) / 1e6)} MB more are needed.`,
		);
		await isOld((await call<Look>("look")).freshness.hasRaw);
		await profile.close();
		await begin();
		expect(await call<Outcome>("fill", newer, 2)).to.have.nested.property("ended.hasRaw", true);
		expect(await call<Look>("look")).to.deep.include({ count: newer, versions: [2], raw: [2, 2] });
	});

	it("the old profiles as they came make room for columns, and what is missing then is about what is said", async () => {
		const room = 2_000_000;
		await withOldAndQuota(room);
		const { code, missingBytes = 0 } = await call<Outcome>("fill", newer, 2);
		expect(code).to.equal("full");
		await isOld(false);
		await profile.close();
		// A third of it is not enough, twice as much is.
		await withOldAndQuota(room + missingBytes / 3);
		expect(await call<Outcome>("fill", newer, 2)).to.include({ code: "full" });
		await profile.close();
		await withOldAndQuota(room + missingBytes * 2);
		expect(await call<Outcome>("fill", newer, 2)).to.have.nested.property("ended.profiles", newer);
	});

	it("profiles as they came that do not fit are given up, and their columns are kept", async () => {
		await withOldAndQuota(5_000_000);
		const { ended } = await call<Outcome>("fill", newer, 2);
		expect(ended).to.include({ kind: "complete", profiles: newer, hasRaw: false });
		expect(await call<Look>("look")).to.deep.include({ count: newer, versions: [2], raw: [undefined, undefined] });
		await profile.close();
		await begin();
		expect(await call<Outcome>("fill", newer, 3)).to.have.nested.property("ended.hasRaw", true);
		expect(await call<Look>("look")).to.deep.include({ count: newer, versions: [3], raw: [3, 3] });
	});
});
