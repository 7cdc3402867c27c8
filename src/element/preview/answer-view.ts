// Any answer of a source with its state in words: one moment, slow, nothing there, failed with "Try again".
import { html, nothing, type TemplateResult } from "lit";
import type { PanelHost } from "./panel.ts";
import { type Question, slowMs, type Told } from "../session/question.ts";

export function answerView<Value>(
	question: Question<Value>,
	{ say, formats, session }: Pick<PanelHost, "say" | "formats" | "session">,
	show: (told: Told<Value>) => TemplateResult,
): TemplateResult {
	const { state, last } = question;
	const isCurrent = state.kind === "told" && session.counts.kind === "exact";
	return html`<div class="answer ${isCurrent ? "" : "outdated"}" aria-busy=${state.kind === "asking"}>
		<p class="hint" part="state">${sentence()} ${canRetry() ? retry() : nothing}</p>
		${last ? show(last) : nothing}
	</div>`;

	function sentence(): TemplateResult | string {
		if (state.kind === "failed") {
			return html`${say.notAnswered} ${state.message === undefined ? nothing : html`<span lang="en" dir="ltr">${state.message}</span>`}`;
		}
		if (state.kind === "nothing") return say.noProfiles;
		if (state.kind === "asking") return state.isSlow ? say.slowAnswer(formats, slowMs / 1_000) : last ? "" : say.asking;
		if (isCurrent || session.counts.kind === "computing") return "";
		if (last) return say.notUpToDate;
		return session.counts.kind === "stale" ? say.notWithErrors : "";
	}

	function canRetry(): boolean {
		return state.kind === "failed" || (state.kind === "asking" && state.isSlow);
	}

	function retry(): TemplateResult {
		return html`<button type="button" part="button" @click=${() => void question.again()}>${say.tryAgain}</button>`;
	}
}
