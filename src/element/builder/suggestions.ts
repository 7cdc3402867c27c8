// The list under a combobox: one for the whole builder, in the top layer, so that no host can clip it. Focus stays in the text field.
import { html, type LitElement, nothing, type ReactiveController, render } from "lit";
import type { BuilderWords } from "./words.ts";
import type { Formats } from "../guest/formats.ts";

export interface Suggestion {
	readonly label: string;
	readonly detail?: string;
	readonly description?: string;
	choose(): void;
}

export interface Suggested {
	readonly items: readonly Suggestion[];
	/** More are on their way. */
	readonly later?: Promise<Suggested>;
}

export type Find = (typed: string) => Suggested;

/** Items that are drawn; the others are found by typing. */
const maxShown = 60;

export class Suggestions implements ReactiveController {
	readonly #host: LitElement;
	readonly #say: () => { readonly say: BuilderWords; readonly formats: Formats };
	#input: HTMLInputElement | undefined;
	#found: Suggested = { items: [] };
	#active = -1;
	#question = 0;

	constructor(host: LitElement, say: () => { readonly say: BuilderWords; readonly formats: Formats }) {
		this.#host = host;
		this.#say = say;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.close();
	}

	isOpenAt(input: EventTarget | null): boolean {
		return this.#input !== undefined && this.#input === input;
	}

	/** Opens the list, or asks anew for what is typed now. `isChosen`: the first item is what Enter takes. */
	open(input: HTMLInputElement, find: Find, typed: string, isChosen: boolean): void {
		if (this.#input !== input) this.close();
		this.#input = input;
		const question = ++this.#question;
		const found = find(typed);
		// Nothing is typed, and there is nothing to choose: there is nothing to say either.
		if (typed === "" && found.items.length === 0 && !found.later) {
			this.close();
			return;
		}
		this.#show(found, isChosen);
		this.#found.later?.then(
			(found) => {
				if (question === this.#question && this.#input === input) this.#show(found, isChosen && this.#active <= 0);
			},
			() => undefined,
		);
	}

	close(): void {
		const input = this.#input;
		if (!input) return;
		this.#question++;
		this.#input = undefined;
		this.#found = { items: [] };
		input.setAttribute("aria-expanded", "false");
		input.removeAttribute("aria-activedescendant");
		const list = this.#list;
		if (!list) return;
		render(nothing, list);
		if (list.matches(":popover-open")) list.hidePopover();
		globalThis.removeEventListener("scroll", this.#place, true);
		globalThis.removeEventListener("resize", this.#place);
	}

	/** Moves what Enter takes; true when there was something to move to. */
	step(by: 1 | -1): boolean {
		const count = this.#shown.length;
		if (!this.#input || count === 0) return false;
		this.#active = this.#active < 0 ? (by > 0 ? 0 : count - 1) : (this.#active + by + count) % count;
		this.#draw();
		return true;
	}

	/** Takes the item that is marked; true when one was. */
	take(): boolean {
		const item = this.#shown[this.#active];
		if (!this.#input || !item) return false;
		this.close();
		item.choose();
		return true;
	}

	get #shown(): readonly Suggestion[] {
		return this.#found.items.slice(0, maxShown);
	}

	get #list(): HTMLElement | null {
		return this.#host.renderRoot.querySelector<HTMLElement>("#choices");
	}

	#show(found: Suggested, isChosen: boolean): void {
		this.#found = found;
		this.#active = isChosen && found.items.length > 0 ? 0 : -1;
		this.#draw();
	}

	#draw(): void {
		const [list, input] = [this.#list, this.#input];
		if (!list || !input) return;
		const { say, formats } = this.#say();
		const { items, later } = this.#found;
		const hidden = items.length - maxShown;
		render(
			html`<div role="listbox" id="choice-list" part="choices" aria-label=${say.choices}>
					${this.#shown.map(
						(item, index) => html`<div
							role="option"
							id="choice-${index}"
							part="choice"
							class="choice"
							aria-selected=${index === this.#active ? "true" : "false"}
							@pointerdown=${(event: Event) => event.preventDefault()}
							@click=${() => this.#click(item)}
						>
							<span class="choice-label" dir="ltr" translate="no">${item.label}</span>
							${item.detail ? html`<span class="choice-detail">${item.detail}</span>` : nothing}
							${item.description ? html`<span class="choice-description">${item.description}</span>` : nothing}
						</div>`,
					)}
				</div>
				${hidden > 0 ? html`<p class="choice-note">${say.moreChoices(formats, hidden)}</p>` : nothing}
				${later ? html`<p class="choice-note">${say.valuesLoading}</p>` : nothing}
				${items.length === 0 && !later ? html`<p class="choice-note">${say.noMatch}</p>` : nothing}`,
			list,
		);
		if (!list.matches(":popover-open")) {
			list.showPopover();
			globalThis.addEventListener("scroll", this.#place, true);
			globalThis.addEventListener("resize", this.#place);
		}
		this.#place();
		input.setAttribute("aria-expanded", "true");
		if (this.#active < 0) input.removeAttribute("aria-activedescendant");
		else {
			input.setAttribute("aria-activedescendant", `choice-${this.#active}`);
			list.querySelector(`#choice-${this.#active}`)?.scrollIntoView({ block: "nearest" });
		}
	}

	#click(item: Suggestion): void {
		this.close();
		item.choose();
	}

	/** Under the text field, or above it where there is more room. */
	readonly #place = (): void => {
		const [list, input] = [this.#list, this.#input];
		if (!list || !input) return;
		const at = input.getBoundingClientRect();
		const [below, above] = [globalThis.innerHeight - at.bottom, at.top];
		const isAbove = below < 180 && above > below;
		const width = Math.min(Math.max(at.width, 280), globalThis.innerWidth - 16);
		const isFromRight = getComputedStyle(input).direction === "rtl" && this.#say().formats.direction === "rtl";
		const start = isFromRight ? at.right - width : at.left;
		const left = Math.min(Math.max(start, 8), globalThis.innerWidth - width - 8);
		const { style } = list;
		style.setProperty("left", `${left}px`);
		style.setProperty("width", `${width}px`);
		style.setProperty("max-height", `${Math.min(320, (isAbove ? above : below) - 12)}px`);
		style.setProperty("top", isAbove ? "auto" : `${at.bottom + 4}px`);
		style.setProperty("bottom", isAbove ? `${globalThis.innerHeight - at.top + 4}px` : "auto");
	};
}
