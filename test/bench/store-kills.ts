// Kills a Chromium, its renderer or its page at random moments of a refresh, and looks afterwards, in a new one, what is there.
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "playwright-core";
import { ChromiumProfile } from "../browser/chromium-profile.ts";
import { randomOf } from "../store/history.ts";

export const kinds = ["browser killed", "renderer crashed", "page closed"] as const;
export type KillKind = (typeof kinds)[number];

export interface KillCount {
	readonly kind: KillKind;
	kills: number;
	/** While an operation had begun and not ended. */
	midway: number;
	/** Afterwards there was part of a first load, which said so. */
	partial: number;
	/** Mixed, lost, not refreshed or not cleared up afterwards: what the page said. */
	readonly failures: string[];
}

interface Proof {
	live(life: object, say: (said: object) => void): Promise<void>;
	verify(life: object, ended: number): Promise<{ readonly kind: string }>;
}

interface PageGlobal {
	readonly proof: Proof;
	say(said: object): Promise<void>;
}

/** `seed` decides what is done and when it is killed, as far as a machine does the same at the same time. */
export async function killAtRandom(
	kills: number,
	seed: number,
	onKill: (count: KillCount) => void = () => undefined,
): Promise<readonly KillCount[]> {
	const counts = kinds.map((kind): KillCount => ({ kind, kills: 0, midway: 0, partial: 0, failures: [] }));
	const random = randomOf(seed);
	const profile = await ChromiumProfile.of("test/store/page/proof.ts");
	try {
		for (let kill = 0; kill < kills; kill++) {
			const count = counts[kill % counts.length] as KillCount;
			const isFirst = kill % 4 === 0;
			const life = { business: `killed ${Math.floor(kill / 4)}`, seed: Math.floor(random() * 1e9), isFirst, version: 50 + kill * 50 };
			const { begun, ended } = await liveAndDie(profile, life, count.kind, random() * (isFirst ? 2_000 : 700));
			count.kills++;
			if (begun > ended) count.midway++;
			const page = await profile.page();
			const verdict = await page
				.evaluate(([one, last]) => (globalThis as unknown as PageGlobal).proof.verify(one, last), [life, ended] as const)
				.catch((error: Error) => ({ kind: "failed", message: error.message }));
			if (verdict.kind === "partial") count.partial++;
			if ("message" in verdict) count.failures.push(`kill ${kill} of seed ${seed}: ${verdict.message}`);
			await page.close();
			onKill(count);
		}
	} finally {
		await profile.remove();
	}
	return counts;
}

async function liveAndDie(
	profile: ChromiumProfile,
	life: object,
	kind: KillKind,
	ms: number,
): Promise<{ readonly begun: number; readonly ended: number }> {
	let begun = -1;
	let ended = -1;
	const page = await profile.page();
	const started = Promise.withResolvers<void>();
	await page.exposeFunction("say", (said: { begun?: number; ended?: number; failed?: string }) => {
		begun = said.begun ?? begun;
		ended = said.ended ?? ended;
		if (said.failed === undefined) started.resolve();
		else started.reject(new Error(said.failed));
	});
	await page.evaluate((one) => {
		const { proof, say } = globalThis as unknown as PageGlobal;
		void proof.live(one, say);
	}, life);
	await started.promise;
	await sleep(ms);
	await die(profile, page, kind);
	return { begun, ended };
}

async function die(profile: ChromiumProfile, page: Page, kind: KillKind): Promise<void> {
	if (kind === "browser killed") return profile.kill();
	if (kind === "page closed") return page.close();
	const crashed = new Promise((resolve) => page.once("crash", resolve));
	const session = await profile.session(page);
	// It never answers.
	session.send("Page.crash").catch(() => undefined);
	await crashed;
	await page.close();
}
