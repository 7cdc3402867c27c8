// Whose profiles are counted: the made-up ones, or those of a visitor's own file. Each are a business of their own in this browser's store.
import type { CatalogueInput } from "../src/fields/catalogue.ts";
import type { Freshness } from "../src/store/freshness.ts";
import { openProfiles, type Profiles } from "../src/worker/index.ts";
import { catalogue } from "./catalogue.ts";
import { FileReading } from "./file-reading.ts";
import { catalogueOf, forgetOwnFile, type OwnFile, rememberedOwnFile, rememberOwnFile } from "./own-file.ts";
import { byId, inDayAndMinute, inDigits, inWords, Place, words } from "./page.ts";
import { profiles } from "./profiles.ts";

const profileCount = 10_000;

/** How old made-up people may become, in milliseconds. */
const mostAgeMs = 3 * 86_400_000;

const isFresh = (freshness: Freshness): boolean => freshness.kind === "complete" && Date.now() - freshness.asOf < mostAgeMs;

export interface People {
	readonly catalogue: CatalogueInput;
	readonly profiles: Profiles;
	/** Whether they are a visitor's own. */
	readonly isOwn: boolean;
}

export class PeopleChoice {
	readonly #storage = new Place("storage");
	readonly #back = byId("back");
	readonly #shown: (people: People) => Promise<void>;
	readonly #reading = new FileReading((own, opened) => this.#take(own, opened));
	#open: Profiles | undefined;
	/** Aborted when other people are chosen. */
	#chosen = new AbortController();
	/** The file whose people are counted, or could be. */
	#own: OwnFile | undefined;

	/** `shown` is called when other people are counted from now on. */
	constructor(shown: (people: People) => Promise<void>) {
		this.#shown = shown;
		this.#back.addEventListener("click", () => {
			this.#reading.stop();
			void (this.#own?.isChosen === false ? this.#ownAgain() : this.#madeUp());
		});
		inWords(() => this.#drawBack());
	}

	/** Those that were counted last. */
	async open(): Promise<void> {
		this.#own = rememberedOwnFile();
		if (this.#own?.isChosen) await this.#ownAgain();
		else await this.#madeUp();
	}

	/** Ten thousand people, made at the first visit, and anew when they have grown old: nobody visits "in last 30 days" for ever. */
	async #madeUp(): Promise<void> {
		await this.#choose(async (signal) => {
			const kept = await opened("demo", catalogue, signal);
			this.#remember(this.#own && { ...this.#own, isChosen: false });
			await this.#show({ catalogue, profiles: kept, isOwn: false }, undefined);
			if (!isFresh(kept.freshness)) {
				const making = (made: number): void => {
					if (!signal.aborted) this.#storage.say(() => words().making(inDigits(made), inDigits(profileCount)), { isPassing: true });
				};
				making(0);
				await kept.refresh(
					{ kind: "iterable", profiles: profiles(profileCount, Date.now()) },
					{ signal, onProgress: ({ profiles: made }) => making(made) },
				);
			}
			signal.throwIfAborted();
			this.#sayWhose(kept, undefined);
		});
	}

	/** Those of the file that was read last; the made-up ones when the browser has not kept them. */
	async #ownAgain(): Promise<void> {
		await this.#choose(async (signal) => {
			const own = this.#own;
			const kept = own && (await opened(own.businessId, catalogueOf(own), signal));
			if (kept && kept.freshness.kind !== "empty") {
				await this.#showOwn({ ...own, isChosen: true }, kept);
				return;
			}
			void kept?.close();
			this.#remember(undefined);
			if (own) this.#reading.say(() => words().gone(own.name));
			void this.#madeUp();
		});
	}

	/** All of a file has come. */
	async #take(own: OwnFile, kept: Profiles): Promise<void> {
		// Another tab may have read one meanwhile.
		const before = rememberedOwnFile();
		await this.#choose(async (signal) => {
			if (before) await kept.putSegments(await segmentsOf(before));
			signal.throwIfAborted();
			await this.#showOwn(own, kept);
			if (before) await wipe(before);
		});
	}

	async #showOwn(own: OwnFile, kept: Profiles): Promise<void> {
		this.#remember(own);
		await this.#show({ catalogue: catalogueOf(own), profiles: kept, isOwn: true }, own);
		this.#sayWhose(kept, own);
	}

	async #show(people: People, own: OwnFile | undefined): Promise<void> {
		const before = this.#open;
		this.#open = people.profiles;
		// Whichever tab did it.
		people.profiles.subscribe((event) => {
			if (event.kind !== "freshness" || event.freshness.kind === "partial") return;
			const isReplaced = own && event.freshness.kind === "empty" && ![undefined, own.businessId].includes(rememberedOwnFile()?.businessId);
			if (isReplaced) void this.open();
			else this.#sayWhose(people.profiles, own);
		});
		await this.#shown(people);
		void before?.close();
	}

	#sayWhose(kept: Profiles, own: OwnFile | undefined): void {
		this.#storage.say(() => (own ? `${words().fromFile(own.name)} ${inSentences(kept)}` : inSentences(kept)));
	}

	#remember(own: OwnFile | undefined): void {
		this.#own = own;
		if (own) rememberOwnFile(own);
		else forgetOwnFile();
		this.#drawBack();
	}

	#drawBack(): void {
		const own = this.#own;
		this.#back.hidden = !own;
		if (own) this.#back.textContent = own.isChosen ? words().backToDemo : words().backToFile(own.name);
	}

	/** A later choice ends an earlier one, which has nothing more to say. */
	async #choose(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		this.#chosen.abort();
		this.#chosen = new AbortController();
		const { signal } = this.#chosen;
		try {
			await work(signal);
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			if (!signal.aborted) this.#storage.say(() => message);
		}
	}
}

async function opened(businessId: string, fields: CatalogueInput, signal: AbortSignal): Promise<Profiles> {
	const kept = await openProfiles(businessId, { catalogue: fields });
	if (signal.aborted) {
		void kept.close();
		throw signal.reason;
	}
	return kept;
}

async function segmentsOf(own: OwnFile): ReturnType<Profiles["segments"]> {
	const kept = await openProfiles(own.businessId, { catalogue: catalogueOf(own) });
	try {
		return await kept.segments();
	} finally {
		void kept.close();
	}
}

async function wipe(own: OwnFile): Promise<void> {
	const kept = await openProfiles(own.businessId, { catalogue: catalogueOf(own) });
	await kept.wipe();
	await kept.close();
}

/** How many there are, where, and as of when. */
function inSentences({ freshness, storeProblem, where }: Profiles): string {
	const { profilesKept, profilesInMemory, noneKept, asOf, notAll, inWorker, onPage, unread } = words();
	if (freshness.kind === "empty") return noneKept;
	const count = inDigits(freshness.profiles);
	return [
		storeProblem ? `${profilesInMemory(count)} ${storeProblem.message}` : profilesKept(count),
		...(freshness.problems > 0 ? [unread(inDigits(freshness.problems))] : []),
		...(freshness.kind === "partial" ? [notAll] : []),
		where === "worker" ? inWorker : onPage,
		asOf(inDayAndMinute(freshness.asOf)),
	].join(" ");
}
