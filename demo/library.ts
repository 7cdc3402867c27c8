// The visitor's own segments: kept in the store beside the profiles, used by `in segment "…"`, opened again by a click.
import { type SegmentLibrary, segmentLibrary } from "../src/segments/library.ts";
import type { Profiles } from "../src/worker/index.ts";
import { byId, inWords, Place, words } from "./page.ts";

export interface SavedSegment {
	readonly name: string;
	readonly text: string;
}

export interface LibraryHost {
	/** The text to save; undefined while it has errors. */
	sound(): string | undefined;
	open(segment: SavedSegment): void;
	/** Calls with the segments after every change. */
	changed(segments: readonly SavedSegment[], library: SegmentLibrary): void;
}

export class Library {
	readonly #host: LibraryHost;
	readonly #said = new Place("library-said");
	#profiles: Profiles | undefined;
	#segments: readonly SavedSegment[] = [];

	constructor(host: LibraryHost) {
		this.#host = host;
		byId<HTMLFormElement>("save").addEventListener("submit", (event) => {
			event.preventDefault();
			const form = event.target as HTMLFormElement;
			void this.#save(String(new FormData(form).get("name") ?? "").trim());
		});
		inWords(() => this.#draw());
	}

	async use(profiles: Profiles): Promise<void> {
		this.#profiles = profiles;
		await this.#read();
	}

	async #save(name: string): Promise<void> {
		const text = this.#host.sound();
		if (text === undefined || name === "") {
			this.#said.say(() => words().notSaved);
			return;
		}
		await this.#profiles?.putSegments([{ id: name, document: { text } }]);
		await this.#read();
		this.#said.say(() => words().saved(name));
	}

	async #read(): Promise<void> {
		const kept = (await this.#profiles?.segments()) ?? [];
		this.#segments = kept.flatMap(({ id, document }) => {
			const text = (document as { text?: unknown } | null)?.text;
			return typeof text === "string" ? [{ name: id, text }] : [];
		});
		const made = segmentLibrary(
			"demo",
			this.#segments.map(({ name, text }) => ({ id: name, name, text, active: true })),
		);
		if ("library" in made) this.#host.changed(this.#segments, made.library);
		this.#draw();
	}

	#draw(): void {
		if (this.#segments.length === 0) {
			this.#said.say(() => words().libraryEmpty);
			byId("library").replaceChildren();
			return;
		}
		byId("library").replaceChildren(...this.#segments.map((segment) => this.#item(segment)));
	}

	#item(segment: SavedSegment): HTMLElement {
		const item = document.createElement("li");
		const open = button(segment.name, words().open(segment.name));
		open.addEventListener("click", () => this.#host.open(segment));
		const remove = button("×", words().remove(segment.name));
		remove.className = "remove";
		remove.addEventListener("click", async () => {
			await this.#profiles?.removeSegments([segment.name]);
			await this.#read();
		});
		item.append(open, remove);
		return item;
	}
}

function button(text: string, label: string): HTMLButtonElement {
	const made = document.createElement("button");
	made.type = "button";
	made.textContent = text;
	made.setAttribute("aria-label", label);
	return made;
}
