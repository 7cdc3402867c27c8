// Reads a file that a visitor chose or dropped anywhere on the page, beside the people that are counted meanwhile; it says how far it is and can be stopped.
import { openProfiles, type Profiles } from "../src/worker/index.ts";
import { catalogueOf, type OwnFile, placeBeside, rememberedOwnFile } from "./own-file.ts";
import { byId, inDigits, Place, words } from "./page.ts";

export class FileReading {
	readonly #told = new Place("own-said");
	readonly #progress = new Place("reading-said");
	readonly #bar = byId<HTMLProgressElement>("reading-share");
	readonly #stopButton = byId<HTMLButtonElement>("reading-stop");
	readonly #take: (own: OwnFile, kept: Profiles) => Promise<void>;
	#running: AbortController | undefined;
	#ended = Promise.resolve();

	/** `take` gets the profiles of a file once all of them are kept. */
	constructor(take: (own: OwnFile, kept: Profiles) => Promise<void>) {
		this.#take = take;
		const input = byId<HTMLInputElement>("file");
		input.addEventListener("change", () => {
			const [chosen] = input.files ?? [];
			input.value = "";
			if (chosen) this.#begin(chosen);
		});
		this.#stopButton.addEventListener("click", () => this.stop());
		this.#followDrags();
	}

	stop(): void {
		this.#running?.abort();
	}

	/** Something about files, in place of what was said before. */
	say(sentence: () => string): void {
		this.#told.say(sentence);
	}

	/** In the place of one that is still read. */
	#begin(file: File): void {
		this.stop();
		const running = new AbortController();
		this.#running = running;
		this.say(() => "");
		this.#show(file.name, 0, undefined);
		this.#ended = this.#ended.then(() => this.#read(file, running));
	}

	/** The file's own fields are found first: columns are of a catalogue's fields. */
	async #read(file: File, running: AbortController): Promise<void> {
		const { signal } = running;
		const { name } = file;
		const businessId = placeBeside(rememberedOwnFile());
		let kept: Profiles | undefined;
		try {
			signal.throwIfAborted();
			const { fieldsOfFile } = await import("../src/store/fields-of-file.ts");
			const { fields } = await fieldsOfFile(file, { signal });
			const own: OwnFile = { name, businessId, fields, isChosen: true };
			kept = await openProfiles(businessId, { catalogue: catalogueOf(own) });
			await kept.refresh(
				{ kind: "file", file },
				{ signal, onProgress: ({ profiles, share }) => running === this.#running && this.#show(name, profiles, share) },
			);
			signal.throwIfAborted();
			await this.#take(own, kept);
			if (running === this.#running) this.#hide();
		} catch (error) {
			await kept?.wipe().catch(() => undefined);
			void kept?.close();
			// Another file has taken its place.
			if (running !== this.#running) return;
			this.#hide();
			const message = error instanceof Error ? error.message : String(error);
			this.say(() => (signal.aborted ? words().stopped(name) : message));
		}
	}

	#show(name: string, profiles: number, share: number | undefined): void {
		byId("reading").hidden = false;
		this.#progress.say(() => words().reading(name, inDigits(profiles)));
		if (share === undefined) this.#bar.removeAttribute("value");
		else this.#bar.value = share;
	}

	#hide(): void {
		const hadFocus = document.activeElement === this.#stopButton;
		byId("reading").hidden = true;
		if (hadFocus) byId("file").focus();
	}

	/** Wherever it is dropped: elsewhere the browser would leave the page for the file, or the editor would take it for text. */
	#followDrags(): void {
		const own = byId("own");
		const follow = (name: "dragover" | "dragleave" | "drop", isOver: boolean): void =>
			addEventListener(
				name,
				(event) => {
					if (!event.dataTransfer?.types.includes("Files")) return;
					event.preventDefault();
					event.stopPropagation();
					own.classList.toggle("over", isOver);
					const [dropped] = name === "drop" ? event.dataTransfer.files : [];
					if (dropped) this.#begin(dropped);
				},
				{ capture: true },
			);
		follow("dragover", true);
		follow("dragleave", false);
		follow("drop", false);
	}
}
