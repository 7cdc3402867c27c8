// Whose profiles are counted: the made-up ones, or those of a visitor's own file. Each are a business of their own in this browser's store.
import type { CatalogueInput } from "../src/fields/catalogue.ts";
import { openProfiles, type Profiles } from "../src/worker/index.ts";
import { catalogue } from "./catalogue.ts";
import { byId, inDigits, Place, words } from "./page.ts";
import { profiles } from "./profiles.ts";

const profileCount = 10_000;

export interface People {
	readonly catalogue: CatalogueInput;
	readonly profiles: Profiles;
}

interface Choice {
	/** Aborted when other people are chosen. */
	readonly signal: AbortSignal;
	/** Says something of these people, while they are the ones that are chosen. */
	readonly say: (sentence: () => string) => void;
}

export class PeopleChoice {
	readonly #storage = new Place("storage");
	readonly #shown: (people: People) => Promise<void>;
	#open: Profiles | undefined;
	#chosen = new AbortController();

	/** `shown` is called when other people are counted from now on. */
	constructor(shown: (people: People) => Promise<void>) {
		this.#shown = shown;
		const file = byId<HTMLInputElement>("file");
		file.addEventListener("change", () => {
			const [chosen] = file.files ?? [];
			file.value = "";
			if (chosen) void this.fromFile(chosen);
		});
		byId("back").addEventListener("click", () => void this.madeUp());
		const own = byId("own");
		const drag = (over: boolean) => (event: DragEvent) => {
			event.preventDefault();
			own.classList.toggle("over", over);
		};
		own.addEventListener("dragover", drag(true));
		own.addEventListener("dragleave", drag(false));
		own.addEventListener("drop", (event) => {
			drag(false)(event);
			const [dropped] = event.dataTransfer?.files ?? [];
			if (dropped) void this.fromFile(dropped);
		});
	}

	/** Ten thousand people, made at the first visit. */
	async madeUp(): Promise<void> {
		await this.#choose(async ({ signal, say }) => {
			const kept = await this.#reopen("demo", { catalogue }, signal);
			byId("back").hidden = true;
			await this.#shown({ catalogue, profiles: kept });
			if (kept.freshness.kind !== "complete") {
				await kept.refresh(
					{ kind: "iterable", profiles: profiles(profileCount, Date.now()) },
					{ signal, onProgress: ({ profiles: made }) => say(() => words().making(inDigits(made), inDigits(profileCount))) },
				);
			}
			say(() => inSentences(kept));
		});
	}

	/** The file's own fields are found first: columns are of a catalogue's fields. */
	async fromFile(file: File): Promise<void> {
		await this.#choose(async ({ signal, say }) => {
			const reading = (read: number) => say(() => words().reading(file.name, inDigits(read)));
			reading(0);
			const { fieldsOfFile } = await import("../src/store/fields-of-file.ts");
			const found: CatalogueInput = { business_id: "own-file", fields: (await fieldsOfFile(file, { signal })).fields };
			const kept = await this.#reopen("own-file", { catalogue: found }, signal);
			await kept.refresh({ kind: "file", file }, { signal, onProgress: ({ profiles: read }) => reading(read) });
			signal.throwIfAborted();
			byId("back").hidden = false;
			await this.#shown({ catalogue: found, profiles: kept });
			say(() => `${words().fromFile(file.name)} ${inSentences(kept)}`);
		});
	}

	async #reopen(businessId: string, options: { readonly catalogue: CatalogueInput }, signal: AbortSignal): Promise<Profiles> {
		const opened = await openProfiles(businessId, options);
		if (signal.aborted) {
			void opened.close();
			throw signal.reason;
		}
		const before = this.#open;
		this.#open = opened;
		void before?.close();
		return opened;
	}

	/** A later choice ends an earlier one, which has nothing more to say. */
	async #choose(work: (choice: Choice) => Promise<void>): Promise<void> {
		this.#chosen.abort();
		this.#chosen = new AbortController();
		const { signal } = this.#chosen;
		const say = (sentence: () => string): void => {
			if (!signal.aborted) this.#storage.say(sentence);
		};
		try {
			await work({ signal, say });
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			say(() => message);
		}
	}
}

/** How many there are, and where. */
function inSentences({ freshness, storeProblem, where }: Profiles): string {
	const { profilesKept, profilesInMemory, inWorker, onPage, unread } = words();
	const count = inDigits(freshness.kind === "empty" ? 0 : freshness.profiles);
	const left = freshness.kind === "empty" ? 0 : freshness.problems;
	return [
		storeProblem ? `${profilesInMemory(count)} ${storeProblem.message}` : profilesKept(count),
		...(left > 0 ? [unread(inDigits(left))] : []),
		where === "worker" ? inWorker : onPage,
	].join(" ");
}
