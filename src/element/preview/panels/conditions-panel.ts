// How many pass each condition, alone and one after the other: from the answer that holds the count.
import { html, nothing, type TemplateResult } from "lit";
import type { CountedCondition, CountedStep, Preview } from "../../../preview/preview.ts";
import { conditionLabel } from "../condition-label.ts";
import { lastCounted } from "../counts-in-words.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { bar, told, toldShare } from "../tell.ts";

/** Conditions of one level: a keystroke must not wait for the drawing of thousands. */
const mostShown = 100;

/** Of a broken text: its editor lists them all. */
const mostErrors = 3;

export class ConditionsPanel implements Panel {
	readonly #host: PanelHost;

	constructor(host: PanelHost) {
		this.#host = host;
	}

	refresh(): void {}

	leave(): void {}

	template(): TemplateResult {
		const { say, session } = this.#host;
		const counted = lastCounted(session.counts);
		const errors = session.counts.kind === "stale" ? this.#errors(counted ? say.conditionsOfBefore : say.noConditionsYet) : nothing;
		if (!counted) return html`${errors}`;
		const { preview, version } = counted;
		return html`${errors}<div class=${session.counts.kind === "exact" ? "" : "outdated"}>
			<h3 id="alone">${say.eachAlone}</h3>
			<ul class="conditions" aria-labelledby="alone">${this.#condition(preview.condition, preview.size, version)}</ul>
			${preview.without.length > 0 || preview.funnel.length > 1 ? this.#steps(preview, version) : nothing}
		</div>`;
	}

	/** What keeps the conditions from being counted. */
	#errors(why: string): TemplateResult {
		const { session, saysErrors } = this.#host;
		const hint = html`<p class="hint">${why}</p>`;
		if (!saysErrors) return hint;
		const errors = session.diagnostics.filter(({ severity }) => severity === "error");
		return html`${hint}
			<ul class="errors" lang="en" dir="ltr">
				${errors.slice(0, mostErrors).map(
					({ message, span }) => html`<li>
						<button type="button" part="button" @click=${() => session.select(span, "preview")}>${message}</button>
					</li>`,
				)}
			</ul>`;
	}

	#condition(condition: CountedCondition, size: number, version: number): TemplateResult {
		const { label, span, count, items } = condition;
		return html`<li>
			<div class="condition">
				${conditionLabel(label, span, this.#host, version)}
				<span class="digits">${told(count, this.#host)}</span>
				<span class="digits quiet">${toldShare(count, size, this.#host) ?? ""}</span>
				${bar(count, size, this.#host)}
			</div>
			${condition.throughMissing > 0 ? this.#missing(condition, version) : nothing}
			${items.length > 0 ? html`<ul>${items.slice(0, mostShown).map((item) => this.#condition(item, size, version))}</ul>` : nothing}
			${this.#more(items.length)}
		</li>`;
	}

	#missing({ throughMissing, fix, label }: CountedCondition, version: number): TemplateResult {
		const { say, formats, session } = this.#host;
		return html`<p class="through-missing" part="through-missing">
			${say.throughMissing(formats, told(throughMissing, this.#host), throughMissing)}
			${
				fix && !session.inputs.readOnly
					? html`<button
						type="button"
						part="button"
						?disabled=${version !== session.version}
						aria-label=${`${say.askForValue}: ${label}`}
						@click=${() => session.edit(fix.edits, { origin: "preview" })}
					>${say.askForValue}</button>`
					: nothing
			}
		</p>`;
	}

	#more(items: number): TemplateResult | typeof nothing {
		const { say, formats } = this.#host;
		return items > mostShown ? html`<p class="hint">${say.moreConditions(formats, items - mostShown)}</p>` : nothing;
	}

	#steps({ funnel, without, size, count }: Preview, version: number): TemplateResult {
		const { say } = this.#host;
		const steps = funnel.length > 0 ? funnel : without;
		return html`<div class="scroll" role="region" aria-label=${say.stepByStep} tabindex="0">
			<table part="table" class="steps" role="table">
				<caption>${say.stepByStep}</caption>
				<thead role="rowgroup">
					<tr role="row">
						<th scope="col" role="columnheader">${say.condition}</th>
						${funnel.length > 0 ? html`<th scope="col" role="columnheader" class="number" colspan="2" aria-colspan="2">${say.leftAfter}</th>` : nothing}
						${without.length > 0 ? html`<th scope="col" role="columnheader" class="number">${say.withoutIt}</th>` : nothing}
					</tr>
				</thead>
				<tbody role="rowgroup">
					${steps.slice(0, mostShown).map(
						({ label, span }, index) => html`<tr role="row">
							<th scope="row" role="rowheader">${conditionLabel(label, span, this.#host, version)}</th>
							${funnel.length > 0 ? this.#left(funnel, index, size) : nothing}
							${without.length > 0 ? html`<td role="cell" class="number">${this.#change(without[index], count)}</td>` : nothing}
						</tr>`,
					)}
				</tbody>
			</table>
			${this.#more(steps.length)}
		</div>`;
	}

	#left(funnel: readonly CountedStep[], index: number, size: number): TemplateResult {
		const { count = 0 } = funnel[index] ?? {};
		return html`<td role="cell" class="wide">${bar(count, size, this.#host, funnel[index - 1]?.count ?? size)}</td>
			<td role="cell" class="number">${told(count, this.#host)}</td>`;
	}

	/** Without a condition: how many, and how many more or fewer than with it. */
	#change(step: CountedStep | undefined, count: number): TemplateResult {
		if (!step) return html``;
		const { formats } = this.#host;
		const difference = step.count - count;
		const exact = toldShare(step.count, 1, this.#host) !== undefined && toldShare(count, 1, this.#host) !== undefined;
		return html`${told(step.count, this.#host)}
		${exact ? html`<bdi class="quiet" dir="ltr">${difference < 0 ? "−" : "+"}${formats.number(Math.abs(difference))}</bdi>` : nothing}`;
	}
}
