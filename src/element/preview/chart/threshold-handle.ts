// A line in a histogram at a value of the text: dragged, or moved with keys, it changes the text.
import { html, type TemplateResult } from "lit";
import type { PanelHost } from "../panel.ts";
import { told } from "../tell.ts";
import { boundInWords, type HistogramShown, placed } from "./histogram-view.ts";
import type { Scale } from "./scale.ts";
import type { Threshold } from "./thresholds.ts";

export function thresholdHandle(threshold: Threshold, scale: Scale, { field, move }: HistogramShown, host: PanelHost): TemplateResult {
	const { say, session } = host;
	const place = scale.placeOf(threshold.value);
	const words = boundInWords(threshold.value, field, host);
	const { counts } = session;
	const count = counts.kind === "exact" ? `, ${told(counts.counted.preview.count, host)}` : "";
	const valueUnder = (event: PointerEvent): number => {
		const { left, width } = ((event.currentTarget as Element).parentElement as Element).getBoundingClientRect();
		return scale.valueAt(width > 0 ? (event.clientX - left) / width : 0);
	};
	return html`<div
		${placed(place)}
		class="handle ${move.key === threshold.key ? "moving" : ""} ${place > 0.8 ? "at-end" : place < 0.2 ? "at-start" : ""}"
		part="threshold"
		role="slider"
		tabindex="0"
		aria-orientation="horizontal"
		aria-label=${say.threshold(field.name)}
		aria-valuemin=${scale.low}
		aria-valuemax=${scale.high}
		aria-valuenow=${Math.min(Math.max(threshold.value, scale.low), scale.high)}
		aria-valuetext="${words}${count}"
		@pointerdown=${(event: PointerEvent) => {
			if (event.button !== 0) return;
			const handle = event.currentTarget as HTMLElement;
			handle.setPointerCapture(event.pointerId);
			handle.focus();
			event.preventDefault();
			move.begin(threshold);
		}}
		@pointermove=${(event: PointerEvent) => {
			if ((event.currentTarget as HTMLElement).hasPointerCapture(event.pointerId)) move.to(valueUnder(event), field);
		}}
		@pointerup=${() => {
			move.end();
			host.draw();
		}}
		@pointercancel=${() => {
			move.cancel();
			host.draw();
		}}
		@keydown=${(event: KeyboardEvent) => {
			if (event.key === "Escape" && move.key !== undefined) move.cancel();
			else if (event.ctrlKey || event.metaKey || event.altKey || !move.press(event, threshold, scale, field)) return;
			event.preventDefault();
		}}
		@keyup=${() => move.end()}
	>
		<span class="bubble" aria-hidden="true">${words}</span>
	</div>`;
}
