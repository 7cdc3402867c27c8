// The big number, its share, its bar and its state: always there, always as high, whatever is known.
import { html, nothing, type TemplateResult } from "lit";
import type { CountsState } from "../session/live-counts.ts";
import { lastCounted, stateInWords, type Surroundings } from "./counts-in-words.ts";
import { bar, type TellingHost, told, toldShare } from "./tell.ts";

export interface CountViewHost extends TellingHost, Surroundings {
	retry(): void;
}

export function countView(state: CountsState, host: CountViewHost): TemplateResult {
	const { say, formats } = host;
	const counted = lastCounted(state);
	const { count = 0, size = 0 } = counted?.preview ?? {};
	const { sentences, detail, canRetry } = stateInWords(state, host);
	return html`<div class="count ${state.kind === "exact" ? "" : "outdated"}" aria-busy=${state.kind === "computing"}>
		<p class="result">
			<span class="number" part="count">${counted ? told(count, host) : "–"}</span>
			<span class="share" part="share">${counted ? say.ofProfiles(formats, size, toldShare(count, size, host)) : nothing}</span>
		</p>
		${bar(count, size, host)}
		<p class="state" part="state">
			<span>${sentences.join(" ")}</span>
			${detail === undefined ? nothing : html` <span lang="en" dir="ltr">${detail}</span>`}
			${canRetry ? html`<button type="button" class="retry" part="button" @click=${() => host.retry()}>${say.tryAgain}</button>` : nothing}
		</p>
	</div>`;
}

/** For those who do not see it: the count and its state in one go. */
export function countAnnounced(state: CountsState, host: CountViewHost): string {
	const { say, formats } = host;
	const { sentences, detail } = stateInWords(state, host);
	if (state.kind !== "exact") return [...sentences, detail ?? ""].join(" ").trim();
	const { count, size } = state.counted.preview;
	return `${told(count, host)} ${say.ofProfiles(formats, size, toldShare(count, size, host))}. ${sentences.join(" ")}`;
}
