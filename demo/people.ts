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

export class PeopleChoice {
	readonly #storage = new Place("storage");
	readonly #shown: (people: People) => Promise<void>;
	#open: Profiles | undefined;

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
		await this.#trying(async () => {
			const kept = await this.#reopen("demo", { catalogue });
			byId("back").hidden = true;
			await this.#shown({ catalogue, profiles: kept });
			if (kept.freshness.kind !== "complete") {
				await kept.refresh(
					{ kind: "iterable", profiles: profiles(profileCount, Date.now()) },
					{ onProgress: ({ profiles: made }) => this.#storage.say(() => words().making(inDigits(made), inDigits(profileCount))) },
				);
			}
			this.#tell(kept);
		});
	}

	/** The file's own fields are found first: columns are of a catalogue's fields. */
	async fromFile(file: File): Promise<void> {
		await this.#trying(async () => {
			this.#storage.say(() => words().reading(file.name, inDigits(0)));
			const { fieldsOfFile } = await import("../src/store/fields-of-file.ts");
			const found: CatalogueInput = { business_id: "own-file", fields: (await fieldsOfFile(file)).fields };
			const kept = await this.#reopen("own-file", { catalogue: found });
			await kept.refresh(
				{ kind: "file", file },
				{ onProgress: ({ profiles: read }) => this.#storage.say(() => words().reading(file.name, inDigits(read))) },
			);
			byId("back").hidden = false;
			await this.#shown({ catalogue: found, profiles: kept });
			this.#tell(kept, file.name);
		});
	}

	async #reopen(businessId: string, options: { readonly catalogue: CatalogueInput }): Promise<Profiles> {
		const before = this.#open;
		const opened = await openProfiles(businessId, options);
		this.#open = opened;
		void before?.close();
		return opened;
	}

	async #trying(work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			this.#storage.say(() => message);
		}
	}

	#tell({ freshness, storeProblem, where }: Profiles, fileName?: string): void {
		this.#storage.say(() => {
			const { fromFile, profilesKept, profilesInMemory, inWorker, onPage, unread } = words();
			const count = inDigits(freshness.kind === "empty" ? 0 : freshness.profiles);
			const left = freshness.kind === "empty" ? 0 : freshness.problems;
			return [
				...(fileName === undefined ? [] : [fromFile(fileName)]),
				storeProblem ? `${profilesInMemory(count)} ${storeProblem.message}` : profilesKept(count),
				...(left > 0 ? [unread(inDigits(left))] : []),
				where === "worker" ? inWorker : onPage,
			].join(" ");
		});
	}
}
