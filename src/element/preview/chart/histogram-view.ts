// A histogram: everyone behind, the segment in front, and lines for the values that the text compares with.
import { html, nothing, svg, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Field } from "../../../fields/field.ts";
import type { Distribution } from "../../../preview/distribution.ts";
import type { Histogram } from "../../../preview/histogram.ts";
import { timeZone } from "../../../values/time-zone.ts";
import { drawnCount } from "../../privacy/policy.ts";
import type { PanelHost } from "../panel.ts";
import { told } from "../tell.ts";
import { valueInWords } from "../value-words.ts";
import type { MoveThreshold } from "./move-threshold.ts";
import { scaleOf } from "./scale.ts";
import { thresholdHandle } from "./threshold-handle.ts";
import type { Threshold } from "./thresholds.ts";

export interface HistogramShown {
	readonly distribution: Distribution;
	readonly values: Histogram;
	readonly field: Field;
	readonly thresholds: readonly Threshold[];
	readonly move: MoveThreshold;
	/** Bars are parts of their own whole, instead of numbers of profiles. */
	readonly asShares: boolean;
}

/** Of the drawing; it is stretched to its place. */
const [width, height] = [1_000, 200];

export function histogramView(shown: HistogramShown, host: PanelHost): TemplateResult {
	const { say } = host;
	const { field, values, thresholds } = shown;
	if (values.buckets.length === 0) return html`<p class="hint">${say.noValues}</p>`;
	const scale = scaleOf(field.type, values.bounds, field.type === "number" ? field.decimals : undefined);
	const canMove = thresholds.length > 0 && !host.session.inputs.readOnly;
	return html`<figure class="chart" part="chart">
		<div class="plot" dir="ltr">
			<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${say.chartOf(field.name)}>
				${bars(shown, host)}
			</svg>
			${canMove ? thresholds.map((threshold) => thresholdHandle(threshold, scale, shown, host)) : nothing}
		</div>
		<div class="axis" dir="ltr" aria-hidden="true">
			${axisBounds(values.bounds).map((bound) => html`<span ${placed(scale.placeOf(bound))}>${boundInWords(bound, field, host)}</span>`)}
		</div>
		${canMove ? html`<p class="hint">${say.thresholdHelp}</p>` : nothing}
	</figure>`;
}

function bars({ distribution, values, field, asShares }: HistogramShown, host: PanelHost): readonly TemplateResult[] {
	const { privacy } = host.session.inputs;
	const scale = scaleOf(field.type, values.bounds);
	const { inside, everyone } = distribution.profiles;
	const part = (count: number, whole: number): number => drawnCount(count, privacy) / (asShares ? Math.max(whole, 1) : 1);
	const parts = values.buckets.map((bucket) => ({ inside: part(bucket.inside, inside), everyone: part(bucket.everyone, everyone) }));
	const most = Math.max(...parts.flatMap((bucket) => [bucket.inside, bucket.everyone]), Number.MIN_VALUE);
	const gap = parts.length > 60 ? 0 : 2;
	return parts.map((bucket, index) => {
		const from = scale.placeOf(values.bounds[index] ?? 0) * width;
		const to = parts.length === 1 ? width : scale.placeOf(values.bounds[index + 1] ?? 0) * width;
		const wide = Math.max(1, to - from - gap);
		return svg`${rect("before", from, wide, bucket.everyone / most)}${rect("inside", from + wide * 0.15, wide * 0.7, bucket.inside / most)}`;
	});
}

/** Somebody is always seen, however few. */
function rect(name: string, x: number, wide: number, part: number): TemplateResult | typeof nothing {
	if (part <= 0) return nothing;
	const high = Math.max(2, part * height);
	return svg`<rect class=${name} x=${x.toFixed(1)} y=${(height - high).toFixed(1)} width=${wide.toFixed(1)} height=${high.toFixed(1)}></rect>`;
}

const axisBounds = (bounds: readonly number[]): readonly number[] =>
	[bounds[0], bounds.length > 3 ? bounds[Math.floor(bounds.length / 2)] : undefined, bounds.at(-1)].filter((bound) => bound !== undefined);

export function boundInWords(bound: number, { type }: Field, { say, formats, session }: PanelHost): string {
	const writing = { say, formats, timeZone: session.timeZone };
	if (type !== "datetime") return valueInWords(bound, type, writing).words;
	// Buckets of instants begin with local days.
	const zone = timeZone(session.timeZone);
	const day = zone.dateOf(bound);
	return zone.startOfDay(day) === bound ? valueInWords(day, "date", writing).words : valueInWords(bound, type, writing).words;
}

/** The same as a table. */
export function histogramTable({ values, field }: HistogramShown, host: PanelHost): TemplateResult {
	const { say } = host;
	const { bounds, buckets } = values;
	return html`<div class="scroll" role="region" aria-label=${say.chartOf(field.name)} tabindex="0">
		<table part="table">
			<caption>${say.chartOf(field.name)}</caption>
			<thead>
				<tr>
					<th scope="col">${say.range}</th>
					<th scope="col" class="number">${say.inSegment}</th>
					<th scope="col" class="number">${say.everyone}</th>
				</tr>
			</thead>
			<tbody>
				${buckets.map(
					({ inside, everyone }, index) => html`<tr>
						<th scope="row">${say.fromTo(boundInWords(bounds[index] ?? 0, field, host), boundInWords(bounds[index + 1] ?? 0, field, host))}</th>
						<td class="number">${told(inside, host)}</td>
						<td class="number">${told(everyone, host)}</td>
					</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

/** A place along the plot as a property that the style sheet reads: style attributes are not allowed everywhere. */
export const placed = (place: number): ReturnType<typeof ref> =>
	ref((element) => (element as HTMLElement | undefined)?.style.setProperty("--_at", String(Math.min(Math.max(place, 0), 1))));
