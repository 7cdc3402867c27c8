// How the values of one field are spread, in the segment and among everyone.
import { html, nothing, type TemplateResult } from "lit";
import { planFields } from "../../../columns/plan-fields.ts";
import type { Field } from "../../../fields/field.ts";
import type { Distribution } from "../../../preview/distribution.ts";
import { isShown } from "../../privacy/policy.ts";
import { answerView } from "../answer-view.ts";
import { histogramTable, histogramView } from "../chart/histogram-view.ts";
import { MoveThreshold } from "../chart/move-threshold.ts";
import { thresholdsOf } from "../chart/thresholds.ts";
import { topValuesView } from "../chart/top-values-view.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { Question } from "../../session/question.ts";
import { told } from "../tell.ts";

export class ValuesPanel implements Panel {
	readonly #host: PanelHost;
	readonly #question: Question<Distribution>;
	readonly #move: MoveThreshold;
	/** The name of the field that was chosen; undefined for the one that suits the text. */
	#chosen: string | undefined;
	/** The one that suited the text when it last could be read. */
	#suited: string | undefined;
	#isTable = false;
	#asShares = false;

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => host.draw());
		this.#move = new MoveThreshold(host.session);
	}

	refresh(): void {
		const { counts, plan, inputs } = this.#host.session;
		// Thresholds are found in rows: they come with the answer, not after it.
		this.#host.session.loadRows().catch(() => undefined);
		const field = this.#field();
		if (this.#question.last && this.#question.last.value.field !== field?.name) this.#question.reset();
		if (counts.kind !== "exact" || !plan || !inputs.profiles || !field) return;
		const source = inputs.profiles;
		const about = { plan: plan.plan, field: field.name };
		this.#question.ask([counts.counted, source, field.name], (asked) => source.distribution(about, {}, asked));
	}

	leave(): void {
		this.#question.stop();
	}

	template(): TemplateResult {
		const { say, formats } = this.#host;
		const fields = this.#fields();
		const field = this.#field();
		const hidden = this.#all().length - fields.length;
		return html`
			<div class="tools">
				<label>
					${say.field}
					<select translate="no" part="select" ?disabled=${!field} @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
						${fields.map(({ name }) => html`<option value=${name} .selected=${name === field?.name}>${name}</option>`)}
					</select>
				</label>
				${this.#switches()}
			</div>
			${hidden > 0 ? html`<p class="hint">${say.hiddenFields(formats, hidden)}</p>` : nothing}
			${field ? answerView(this.#question, this.#host, ({ value }) => this.#shown(value, field)) : html`<p class="hint">${say.noFieldToDraw}</p>`}
		`;
	}

	#switches(): TemplateResult | typeof nothing {
		const { say } = this.#host;
		if (this.#question.last?.value.values.kind !== "histogram") return nothing;
		return html`<button type="button" part="button" @click=${() => this.#set(!this.#isTable, this.#asShares)}>
				${this.#isTable ? say.showChart : say.showTable}
			</button>
			${
				this.#isTable
					? nothing
					: html`<label class="check"
						><input type="checkbox" .checked=${this.#asShares} @change=${() => this.#set(this.#isTable, !this.#asShares)} /> ${say.compareShares}</label
					>`
			}`;
	}

	#shown(distribution: Distribution, field: Field): TemplateResult {
		const { say, formats, session } = this.#host;
		const { values, missing } = distribution;
		const rows = session.rows;
		const shown =
			values.kind === "histogram"
				? {
						...{ distribution, values, field, move: this.#move, asShares: this.#asShares },
						thresholds: rows ? thresholdsOf(rows, field, session.timeZone) : [],
					}
				: undefined;
		return html`
			${shown && !this.#isTable ? this.#legend() : nothing}
			${shown ? (this.#isTable ? histogramTable(shown, this.#host) : histogramView(shown, this.#host)) : topValuesView(distribution, field, this.#host)}
			${
				missing.everyone > 0
					? html`<p class="hint">${say.withoutValue(formats, told(missing.inside, this.#host), told(missing.everyone, this.#host))}</p>`
					: nothing
			}
		`;
	}

	#legend(): TemplateResult {
		const { say } = this.#host;
		return html`<p class="legend"><span class="key inside">${say.inSegment}</span> <span class="key before">${say.everyone}</span></p>`;
	}

	#set(isTable: boolean, asShares: boolean): void {
		this.#isTable = isTable;
		this.#asShares = asShares;
		this.#host.draw();
	}

	#choose(name: string): void {
		this.#chosen = name;
		this.refresh();
		this.#host.draw();
	}

	#all(): readonly Field[] {
		return this.#host.session.catalogue?.fields.filter(({ type }) => type !== "collection") ?? [];
	}

	#fields(): readonly Field[] {
		const { privacy } = this.#host.session.inputs;
		return this.#all().filter((field) => isShown(field, privacy));
	}

	/** The chosen field, else the first number or date that the text reads, else any field that it reads, else any number or date. */
	#field(): Field | undefined {
		const fields = this.#fields();
		const { plan, text } = this.#host.session;
		const named = fields.find(({ name }) => name === (this.#chosen ?? (plan ? undefined : this.#suited)));
		if (named) return named;
		const read = new Set(plan ? planFields(plan.plan) : []);
		const inText = fields.filter(({ name }) => read.has(name)).sort((a, b) => text.indexOf(a.name) - text.indexOf(b.name));
		const isSpread = ({ type }: Field): boolean => type === "number" || type === "date" || type === "datetime";
		const field = inText.find(isSpread) ?? inText[0] ?? fields.find(isSpread) ?? fields[0];
		this.#suited = field?.name;
		return field;
	}
}
