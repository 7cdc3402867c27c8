// Focus that stays where it is while rows move and are drawn anew: by the key of a control, not by its element.

export class FocusKeeper {
	readonly #root: () => HTMLElement | DocumentFragment;
	#kept: { readonly key: string; readonly element: Element; readonly from: number | null; readonly to: number | null } | undefined;
	#wanted: string | number | undefined;
	readonly #otherwise: () => number;

	/** `otherwise`: the row to go to from one that is gone, by id. */
	constructor(root: () => HTMLElement | DocumentFragment, otherwise: () => number) {
		this.#root = root;
		this.#otherwise = otherwise;
	}

	/** Once what is drawn is up to date: a control by its key, or the first control of a row. */
	want(target: string | number): void {
		this.#wanted = target;
	}

	/** Before drawing. */
	remember(): void {
		const element = this.#active();
		const key = element?.getAttribute("data-key");
		// What a drawing before this one took away has not been given back yet.
		if (!element || !key) return;
		const [from, to] = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? selectionOf(element) : [null, null];
		this.#kept = { key, element, from, to };
	}

	/** After drawing. */
	restore(): void {
		const wanted = this.#wanted;
		this.#wanted = undefined;
		const kept = this.#kept;
		// Also when it is not needed now: a later drawing must not take the focus from where somebody has put it since.
		this.#kept = undefined;
		if (wanted !== undefined && this.#focusOn(wanted)) return;
		if (!kept || this.#active() === kept.element) return;
		// Someone else has it by now, outside of what was drawn.
		if (this.#active()?.getAttribute("data-key")) return;
		const { element } = kept;
		const again = element.isConnected ? element : this.#inPlaceOf(kept.key);
		if (!(again instanceof HTMLElement)) return;
		again.focus({ preventScroll: true });
		if (kept.from !== null && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) {
			again.setSelectionRange(kept.from, kept.to);
		}
	}

	/** What was to be given is there now, under the name of what is; else its row, or where its row was. */
	#inPlaceOf(key: string): HTMLElement | null {
		return this.#byKey(key.replace("/new-", "/")) ?? this.#firstOf(Number.parseInt(key, 10)) ?? this.#firstOf(this.#otherwise());
	}

	#focusOn(wanted: string | number): boolean {
		const element =
			typeof wanted === "string" ? (this.#byKey(wanted) ?? this.#firstOf(Number.parseInt(wanted, 10))) : this.#firstOf(wanted);
		element?.focus();
		return element !== null;
	}

	#active(): Element | null {
		const root = this.#root();
		return root instanceof ShadowRoot ? root.activeElement : null;
	}

	#byKey(key: string): HTMLElement | null {
		return this.#root().querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
	}

	/** In its line, where it has something there: a comment above is not what somebody moved. */
	#firstOf(row: number): HTMLElement | null {
		const control = (within: string) =>
			this.#root().querySelector<HTMLElement>(`[data-row="${row}"] ${within} [data-key]:not([tabindex="-1"])`);
		return control("> .line > .content") ?? control("");
	}
}

/** Fields for dates and numbers have none. */
function selectionOf(element: HTMLInputElement | HTMLTextAreaElement): readonly [number | null, number | null] {
	try {
		return [element.selectionStart, element.selectionEnd];
	} catch {
		return [null, null];
	}
}
