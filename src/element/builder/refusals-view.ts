// Why a row did not take what somebody did or typed: of the last gesture until the next one, of a control for as long as it holds what was typed.
import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view.ts";

export const refusalsId = (row: number): string => `refusals-${row}`;

export function refusalsView({ acts, typing }: Pick<View, "acts" | "typing">, row: number): TemplateResult | typeof nothing {
	const ofGesture = acts.refused?.row === row ? [acts.refused.reason] : [];
	const reasons = [...new Set([...typing.reasonsIn(row), ...ofGesture])];
	if (reasons.length === 0) return nothing;
	return html`<div class="refusals" id=${refusalsId(row)}>
		${reasons.map((reason) => html`<p class="refusal" part="refusal"><bdi>${reason}</bdi></p>`)}
	</div>`;
}
