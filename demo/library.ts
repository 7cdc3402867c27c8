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
	open(text: string): void;
	/** The text is a version of this saved one; undefined where it is of none. */
	compareWith(saved: string | undefined): void;
	/** Calls with the segments after every change. */
	changed(segments: readonly SavedSegment[], library: SegmentLibrary): void;
}

export class Library {
	readonly #host: LibraryHost;
	readonly #said = new Place("library-said");
	readonly #saveButton = byId<HTMLButtonElement>("save-button");
	readonly #undoButton = byId<HTMLButtonElement>("library-undo");
	#profiles: Profiles | undefined;
	#segments: readonly SavedSegment[] = [];
	/** The name of the one that is open. */
	#open: string | undefined;
	/** The name whose text the next press replaces. */
	#replaced: string | undefined;
	/** What can be had back. */
	#removed: (SavedSegment & { readonly wasOpen: boolean }) | undefined;

	constructor(host: LibraryHost) {
		this.#host = host;
		const form = byId<HTMLFormElement>("save");
		form.addEventListener("submit", (event) => {
			event.preventDefault();
			void this.#save(String(new FormData(form).get("name") ?? "").trim());
		});
		form.addEventListener("input", () => this.#offerToReplace(undefined));
		this.#undoButton.addEventListener("click", () => void this.#bringBack());
		inWords(() => this.#draw());
	}

	/** Of these people, and with nothing open. */
	async use(profiles: Profiles): Promise<void> {
		this.#profiles = profiles;
		this.#setOpen(undefined);
		this.#tell(() => "");
		await this.#read();
	}

	async #save(name: string): Promise<void> {
		const text = this.#host.sound();
		if (text === undefined || name === "") {
			this.#tell(() => words().notSaved);
			return;
		}
		const before = this.#segments.find((segment) => segment.name === name);
		if (before && before.text !== text && this.#replaced !== name) {
			this.#tell(() => words().taken(name));
			this.#offerToReplace(name);
			return;
		}
		await this.#keep({ name, text });
		this.#setOpen({ name, text });
		this.#tell(() => words().saved(name));
	}

	async #remove({ name, text }: SavedSegment): Promise<void> {
		const wasOpen = this.#open === name;
		await this.#profiles?.removeSegments([name]);
		if (wasOpen) this.#setOpen(undefined);
		await this.#read();
		this.#tell(() => words().removed(name), { name, text, wasOpen });
		this.#undoButton.focus();
	}

	async #bringBack(): Promise<void> {
		const removed = this.#removed;
		if (!removed) return;
		await this.#keep(removed);
		if (removed.wasOpen && this.#open === undefined) this.#setOpen(removed);
		byId("library").querySelectorAll<HTMLButtonElement>(".open")[this.#segments.findIndex(({ name }) => name === removed.name)]?.focus();
		this.#tell(() => words().back(removed.name));
	}

	async #keep({ name, text }: SavedSegment): Promise<void> {
		await this.#profiles?.putSegments([{ id: name, document: { text } }]);
		await this.#read();
	}

	#setOpen(segment: SavedSegment | undefined): void {
		this.#open = segment?.name;
		this.#host.compareWith(segment?.text);
	}

	/** What was done last; nothing that was done before it can be taken back any more. */
	#tell(sentence: () => string, removed?: SavedSegment & { readonly wasOpen: boolean }): void {
		this.#offerToReplace(undefined);
		this.#removed = removed;
		this.#undoButton.hidden = removed === undefined;
		this.#said.say(sentence);
	}

	#offerToReplace(name: string | undefined): void {
		this.#replaced = name;
		const word = name === undefined ? "save" : "replace";
		this.#saveButton.dataset.word = word;
		this.#saveButton.textContent = words()[word];
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
		byId("library-none").hidden = this.#segments.length > 0;
		this.#draw();
	}

	#draw(): void {
		byId("library").replaceChildren(...this.#segments.map((segment) => this.#item(segment)));
	}

	#item(segment: SavedSegment): HTMLElement {
		const item = document.createElement("li");
		const open = button(segment.name, words().open(segment.name));
		open.className = "open";
		open.addEventListener("click", () => {
			this.#host.open(segment.text);
			this.#setOpen(segment);
		});
		const remove = button("×", words().remove(segment.name));
		remove.className = "remove";
		remove.addEventListener("click", () => void this.#remove(segment));
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
