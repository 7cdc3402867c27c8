// How the segment and others overlap: every combination with somebody in it, each of which can become the text.
import { html, nothing, type TemplateResult } from "lit";
import type { Overlap, Region } from "../../../preview/overlap.ts";
import type { PreviewPlan } from "../../../preview/preview-plan.ts";
import { editsBetween } from "../../../text/edits-between.ts";
import { answerView } from "../answer-view.ts";
import { otherPlan } from "../other-plan.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { Question } from "../../session/question.ts";
import { bar, told } from "../tell.ts";

export class OverlapPanel implements Panel {
	readonly #host: PanelHost;
	readonly #question: Question<Overlap>;
	/** Of the other segments that were asked about, in the order of the answer. */
	#names: readonly string[] = [];

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => host.draw());
	}

	refresh(): void {
		const { session, compareWith } = this.#host;
		const { counts, plan, inputs } = session;
		const source = inputs.profiles;
		if (counts.kind !== "exact" || !plan || !source) return;
		const others = this.#others().flatMap(({ name, plan: other }) => (other ? [{ name, plan: other }] : []));
		this.#names = others.map(({ name }) => name);
		const plans = [plan, ...others.map((other) => other.plan)];
		this.#question.ask([counts.counted, source, compareWith], (asked) => source.overlap(plans, { maxSegments: 30 }, asked));
	}

	leave(): void {
		this.#question.stop();
	}

	template(): TemplateResult {
		const { say } = this.#host;
		const broken = this.#others().filter(({ plan }) => !plan);
		return html`
			${broken.map(({ name }) => html`<p class="hint">${say.leftOut(name)}</p>`)}
			${answerView(this.#question, this.#host, ({ value }) => this.#regions(value))}
		`;
	}

	#regions({ regions, others, outside, size }: Overlap): TemplateResult {
		const { say, formats } = this.#host;
		const most = Math.max(1, ...regions.map(({ count }) => count));
		return html`<div class="scroll" role="region" aria-label=${say.overlap} tabindex="0">
			<table part="table" class="steps" role="table">
				<thead role="rowgroup">
					<tr role="row">
						<th scope="col" role="columnheader">${say.segments}</th>
						<th scope="col" role="columnheader" class="number" colspan="2" aria-colspan="2">${say.count}</th>
						<th scope="col" role="columnheader"><span class="only-spoken">${say.useAsText}</span></th>
					</tr>
				</thead>
				<tbody role="rowgroup">
					${regions.map((region) => this.#region(region, most))}
					<tr role="row">
						<th scope="row" role="rowheader" class="quiet">${say.inNone}</th>
						<td role="cell" class="wide"></td>
						<td role="cell" class="number quiet">${told(outside, this.#host)}</td>
						<td role="cell"></td>
					</tr>
				</tbody>
			</table>
			${others.regions > 0 ? html`<p class="hint">${say.otherRegions(formats, others.regions, told(others.count, this.#host))}</p>` : nothing}
			${size === 0 ? html`<p class="hint">${say.noProfiles}</p>` : nothing}
		</div>`;
	}

	#region({ segments, count, text }: Region, most: number): TemplateResult {
		const { say, formats, session } = this.#host;
		const words = say.onlyIn(
			formats,
			segments.map((index) => (index === 0 ? say.thisText : (this.#names[index - 1] ?? ""))),
		);
		return html`<tr role="row">
			<th scope="row" role="rowheader"><bdi>${words}</bdi></th>
			<td role="cell" class="wide">${bar(count, most, this.#host)}</td>
			<td role="cell" class="number">${told(count, this.#host)}</td>
			<td role="cell">
				${
					session.inputs.readOnly
						? nothing
						: html`<button type="button" part="button" aria-label="${say.useAsText}: ${words}" @click=${() => this.#use(text)}>${say.useAsText}</button>`
				}
			</td>
		</tr>`;
	}

	#use(text: string): void {
		const { session } = this.#host;
		session.edit(editsBetween(session.text, text), { origin: "preview", selection: { from: text.length, to: text.length } });
	}

	/** A saved segment is named in texts where its name means something; else its text is written out. */
	#others(): readonly { readonly name: string; readonly plan: PreviewPlan | undefined }[] {
		const { session, compareWith } = this.#host;
		return compareWith.map(({ name, text }) => {
			const isKnown = session.inputs.segments?.find(name) !== undefined;
			return { name, plan: otherPlan(session, text, isKnown ? name : undefined) };
		});
	}
}
