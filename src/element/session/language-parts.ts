// The language as elements load it: what every editor needs first, and parts beside it that are loaded when somebody asks for them.
import { LoadedPart } from "./loaded-part.ts";

export type Language = typeof import("./language.ts");
export type RowLanguage = typeof import("./row-language.ts");
export type FormLanguage = typeof import("./form-language.ts");

export interface PartLoaders {
	/** Where the language comes from; default: its own module, loaded on demand. */
	readonly loadLanguage?: (() => Promise<Language>) | undefined;
	/** The same for the language with rows. */
	readonly loadRowLanguage?: (() => Promise<RowLanguage>) | undefined;
	/** The same for the language with its other forms. */
	readonly loadFormLanguage?: (() => Promise<FormLanguage>) | undefined;
}

export interface PartsListener {
	languageCame(): void;
	partCame(): void;
	/** Any of them. */
	failed(): void;
}

export class LanguageParts {
	readonly #language: LoadedPart<Language>;
	readonly #rows: LoadedPart<RowLanguage>;
	readonly #forms: LoadedPart<FormLanguage>;
	/** What somebody has asked for beside the language. */
	readonly #asked = new Set<LoadedPart<unknown>>();

	constructor(
		{
			loadLanguage = () => import("./language.ts"),
			loadRowLanguage = () => import("./row-language.ts"),
			loadFormLanguage = () => import("./form-language.ts"),
		}: PartLoaders,
		{ languageCame, partCame, failed }: PartsListener,
	) {
		this.#language = new LoadedPart(loadLanguage, { there: languageCame, failed });
		// Nobody can do anything with a part before the language is there.
		const withLanguage = async <Part>(load: () => Promise<Part>): Promise<Part> => (await Promise.all([load(), this.#language.load()]))[0];
		this.#rows = new LoadedPart(() => withLanguage(loadRowLanguage), { there: partCame, failed });
		this.#forms = new LoadedPart(() => withLanguage(loadFormLanguage), { there: partCame, failed });
	}

	/** The language, and each part that somebody has asked for, which may fail for itself. What is not there is tried again by the next call. */
	async load(): Promise<void> {
		const asked = [...this.#asked];
		const parts = Promise.allSettled(asked.map((part) => part.load()));
		await this.#language.load();
		await parts;
		const meanwhile = [...this.#asked].filter((part) => !asked.includes(part) && part.problem === undefined);
		await Promise.allSettled(meanwhile.map((part) => part.load()));
	}

	async loadRows(): Promise<void> {
		this.#asked.add(this.#rows);
		await this.#rows.load();
	}

	async loadForms(): Promise<void> {
		this.#asked.add(this.#forms);
		await this.#forms.load();
	}

	get language(): Language | undefined {
		return this.#language.module;
	}

	/** To ask for it is to load it. */
	get rowLanguage(): RowLanguage | undefined {
		return this.#ask(this.#rows);
	}

	/** To ask for it is to load it. */
	get formLanguage(): FormLanguage | undefined {
		return this.#ask(this.#forms);
	}

	get problem(): string | undefined {
		return this.#language.problem;
	}

	get rowProblem(): string | undefined {
		return this.problem ?? this.#rows.problem;
	}

	get formProblem(): string | undefined {
		return this.problem ?? this.#forms.problem;
	}

	#ask<Module>(part: LoadedPart<Module>): Module | undefined {
		if (!this.#asked.has(part)) {
			this.#asked.add(part);
			part.load().catch(() => undefined);
		}
		return part.module;
	}
}
