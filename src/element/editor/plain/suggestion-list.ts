// The list under a plain text area, drawn.
import { html, nothing, type TemplateResult } from "lit";
import { classMap } from "lit/directives/class-map.js";
import { besideOf } from "../suggestions.ts";
import type { SurfaceHost } from "../surface.ts";
import { labelOf, type Offer, type PlainSuggestions } from "./plain-suggestions.ts";

export const idOfOffer = (index: number): string => `offer-${index}`;

/** The list is always there, so that a screen reader knows what the text area controls. */
export function suggestionList(suggestions: PlainSuggestions, host: SurfaceHost): TemplateResult {
	const { offers, marked } = suggestions;
	return html`<ul
		id="offers"
		class="offers"
		part="suggestions"
		role="listbox"
		aria-label=${host.say.suggestions}
		?hidden=${offers.length === 0}
		@mousedown=${(event: Event) => event.preventDefault()}
	>
		${offers.map((offer, index) => one(offer, index, index === marked, suggestions, host))}
	</ul>`;
}

function one(offer: Offer, index: number, isMarked: boolean, suggestions: PlainSuggestions, host: SurfaceHost): TemplateResult {
	const beside = offer.kind === "item" ? besideOf(offer.item, host) : undefined;
	return html`<li
		id=${idOfOffer(index)}
		role="option"
		class=${classMap({ marked: isMarked, [offer.kind]: true })}
		aria-selected=${isMarked ? "true" : "false"}
		@click=${() => suggestions.take(offer)}
	>
		<span class="words" dir="ltr" lang="en" translate="no">${labelOf(offer)}</span>
		${beside ? html`<span class="beside" lang=${beside.isEnglish ? "en" : nothing} dir=${beside.isEnglish ? "ltr" : nothing}>${beside.text}</span>` : nothing}
	</li>`;
}
