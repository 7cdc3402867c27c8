// The list under a plain text area: words that fit, or fixes of what is at the caret. One of them is marked, and Enter or Tab takes it.
import type { CodeAction } from "../../../service/code-actions.ts";
import type { CompletionItem, CompletionList } from "../../../service/complete/complete.ts";
import { isThere, isWorthShowing, suggestionsAt, withValues } from "../suggestions.ts";
import type { SurfaceHost } from "../surface.ts";

export type Offer = { readonly kind: "item"; readonly item: CompletionItem } | { readonly kind: "fix"; readonly fix: CodeAction };

/** Rows that PageDown goes on by. */
const page = 8;

export class PlainSuggestions {
	/** Empty while the list is closed. */
	offers: readonly Offer[] = [];
	marked = 0;
	readonly #host: SurfaceHost;
	readonly #changed: () => void;
	/** Where the list is for; another text or caret closes it. */
	#for: { readonly text: string; readonly at: number } | undefined;
	/** Lists asked for so far: an answer that comes late is for nobody. */
	#asked = 0;

	constructor(host: SurfaceHost, changed: () => void) {
		this.#host = host;
		this.#changed = changed;
	}

	get isOpen(): boolean {
		return this.offers.length > 0;
	}

	/** Opens the list. `isWanted`: by a key, so that it is also said when there is nothing. */
	offer(isWanted: boolean): void {
		const { text, selection } = this.#host.session;
		const at = selection.to;
		const list = this.#host.canEdit ? suggestionsAt(this.#host, at) : undefined;
		if (!list) {
			this.close();
			return;
		}
		const asked = ++this.#asked;
		const show = (shown: CompletionList): void => {
			if (asked !== this.#asked || this.#host.session.text !== text || this.#host.session.selection.to !== at) return;
			const isOfUse = isWanted || isWorthShowing(shown, text, at);
			const isEmpty = shown.items.length === 0;
			this.#host.valuesAre(isOfUse || isEmpty ? shown.values : undefined);
			if (isEmpty && isWanted && shown.values !== "loading") this.#host.announce(this.#host.say.nothingToSuggest);
			this.#show(!isOfUse ? [] : shown.items.map((item) => ({ kind: "item", item })), { text, at });
		};
		if (!list.later) show(list);
		else
			void withValues(list).then((soon) => {
				show(soon);
				if (soon.values === "loading") void soon.later?.then(show);
			});
	}

	offerFixes(): void {
		const { session, canEdit, say, announce } = this.#host;
		const { text, selection } = session;
		const fixes = canEdit && !this.#host.isLongText ? (session.service?.codeActions(text, selection) ?? []) : [];
		this.#asked++;
		if (fixes.length === 0) announce.call(this.#host, say.noFixHere);
		this.#show(
			fixes.map((fix) => ({ kind: "fix", fix })),
			{ text, at: selection.to },
		);
	}

	/** The same for the text as it is now, where a list is open. */
	renew(): void {
		if (this.isOpen && this.offers[0]?.kind === "item") this.offer(false);
		else this.close();
	}

	/** Unless the caret is where the list is for. */
	closeElsewhere(): void {
		const { text, selection } = this.#host.session;
		if (this.#for?.text !== text || this.#for.at !== selection.to) this.close();
	}

	close(): void {
		this.#asked++;
		this.#host.valuesAre(undefined);
		this.#show([], undefined);
	}

	take(offer: Offer): void {
		const { session } = this.#host;
		this.close();
		if (offer.kind === "fix") {
			session.edit(offer.fix.edits, { origin: "editor" });
			return;
		}
		const { span, insert, caret } = offer.item;
		const at = span.from + caret;
		session.edit([{ span, text: insert }], { origin: "editor", selection: { from: at, to: at } });
		if (caret > insert.trimEnd().length || caret < insert.length) this.offer(false);
	}

	/** Whether the key was for the list. */
	pressed({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
		if (!this.isOpen || ctrlKey || altKey || metaKey || shiftKey) return false;
		switch (key) {
			case "ArrowDown":
				return this.#mark((this.marked + 1) % this.offers.length);
			case "ArrowUp":
				return this.#mark((this.marked - 1 + this.offers.length) % this.offers.length);
			case "PageDown":
				return this.#mark(Math.min(this.marked + page, this.offers.length - 1));
			case "PageUp":
				return this.#mark(Math.max(this.marked - page, 0));
			case "Enter":
			case "Tab": {
				const offer = this.offers[this.marked] as Offer;
				const isForNewLine = key === "Enter" && offer.kind === "item" && isThere(offer.item, this.#host.session.text);
				if (isForNewLine) this.close();
				else this.take(offer);
				return !isForNewLine;
			}
			case "Escape":
				this.close();
				return true;
			default:
				return false;
		}
	}

	#mark(index: number): true {
		this.marked = index;
		this.#changed();
		return true;
	}

	#show(offers: readonly Offer[], place: { readonly text: string; readonly at: number } | undefined): void {
		if (offers.length === 0 && this.offers.length === 0) return;
		// Values that come late are put in without moving the mark of somebody who has chosen.
		const kept = this.marked > 0 && place && this.#for?.text === place.text ? labelOf(this.offers[this.marked]) : undefined;
		this.offers = offers;
		this.marked = Math.max(0, kept === undefined ? 0 : offers.findIndex((offer) => labelOf(offer) === kept));
		this.#for = place;
		this.#changed();
	}
}

export const labelOf = (offer: Offer | undefined): string | undefined =>
	offer && (offer.kind === "fix" ? offer.fix.title : offer.item.label);
