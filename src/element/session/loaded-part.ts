// A part of the code that is loaded on demand: once, and again after it could not be.

export interface PartListener<Module> {
	/** Called once. */
	there(module: Module): void;
	failed(): void;
}

export class LoadedPart<Module> {
	readonly #load: () => Promise<Module>;
	readonly #listener: PartListener<Module>;
	#module: Module | undefined;
	#problem: string | undefined;
	#loading: Promise<void> | undefined;

	constructor(load: () => Promise<Module>, listener: PartListener<Module>) {
		this.#load = load;
		this.#listener = listener;
	}

	/** Undefined until it is loaded. */
	get module(): Module | undefined {
		return this.#module;
	}

	/** Why it is not there, for people. */
	get problem(): string | undefined {
		return this.#problem;
	}

	/** Rejects with an Error whose message is the problem; the next call tries again. */
	load(): Promise<void> {
		this.#loading ??= this.#load().then(
			(module) => {
				this.#module = module;
				this.#problem = undefined;
				this.#listener.there(module);
			},
			(cause: unknown) => {
				this.#loading = undefined;
				this.#problem = "A part of this page could not be loaded. Check the connection, then reload the page.";
				this.#listener.failed();
				throw new Error(this.#problem, { cause });
			},
		);
		return this.#loading;
	}
}
