// What was wrong with the values that the text reads, or with those of all fields.
import { html, nothing, type TemplateResult } from "lit";
import { planFields } from "../../../columns/plan-fields.ts";
import type { FieldQuality, QualityReport } from "../../../fields/quality.ts";
import { isShown } from "../../privacy/policy.ts";
import { answerView } from "../answer-view.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { Question } from "../../session/question.ts";
import { told } from "../tell.ts";

export class QualityPanel implements Panel {
	readonly #host: PanelHost;
	readonly #question: Question<QualityReport>;
	#isOfAll = false;

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => host.draw());
	}

	refresh(): void {
		const { counts, plan, inputs, catalogue } = this.#host.session;
		const source = inputs.profiles;
		if (counts.kind !== "exact" || !plan || !source || !catalogue) return;
		const names = this.#isOfAll ? catalogue.fields.map(({ name }) => name) : planFields(plan.plan);
		const key = [counts.counted.freshness.revision, source, names.join("\n")];
		this.#question.ask(key, (asked) => source.quality(names, asked));
	}

	leave(): void {
		this.#question.stop();
	}

	template(): TemplateResult {
		const { say } = this.#host;
		return html`
			<div class="tools">
				<label class="check"><input type="checkbox" .checked=${this.#isOfAll} @change=${() => this.#toggle()} /> ${say.allFields}</label>
			</div>
			${answerView(this.#question, this.#host, ({ value }) => this.#report(value))}
		`;
	}

	#report({ fields, notObjects }: QualityReport): TemplateResult {
		const { say, formats } = this.#host;
		const isWrong = fields.some(({ wrongType, droppedItems }) => wrongType + droppedItems > 0);
		const hasItems = fields.some(({ droppedItems }) => droppedItems > 0);
		return html`
			<p class="said">${isWrong ? say.wrongCountsAsMissing : say.allUsable} ${notObjects > 0 ? say.notObjects(formats, notObjects) : nothing}</p>
			<div class="scroll" role="region" aria-label=${say.quality} tabindex="0">
				<table part="table">
					<thead>
						<tr>
							<th scope="col">${say.field}</th>
							<th scope="col" class="number">${say.usable}</th>
							<th scope="col" class="number">${say.absent}</th>
							<th scope="col" class="number">${say.wrongType}</th>
							${hasItems ? html`<th scope="col" class="number">${say.entriesLeftOut}</th>` : nothing}
							<th scope="col">${say.forExample}</th>
						</tr>
					</thead>
					<tbody>
						${fields.map((field) => this.#row(field, hasItems))}
					</tbody>
				</table>
			</div>
		`;
	}

	#row({ field, seen, missing, wrongType, droppedItems, example }: FieldQuality, hasItems: boolean): TemplateResult {
		const digits = (count: number): TemplateResult =>
			html`<td class="number ${count === 0 ? "quiet" : ""}">${told(count, this.#host)}</td>`;
		return html`<tr>
			<th scope="row" class="data" translate="no"><bdi>${field}</bdi></th>
			${digits(seen - missing - wrongType)}${digits(missing)}${digits(wrongType)}${hasItems ? digits(droppedItems) : nothing}
			<td class="data" translate="no"><bdi>${this.#mayBeSeen(field) ? (example ?? "") : ""}</bdi></td>
		</tr>`;
	}

	/** Reports have no examples of personal fields; a source of the host's own may know less of them than the catalogue here. */
	#mayBeSeen(name: string): boolean {
		const { catalogue, inputs } = this.#host.session;
		const [outer] = catalogue?.fields.filter((field) => name === field.name || name.startsWith(`${field.name}.`)) ?? [];
		const inner = outer && "fields" in outer ? outer.fields.find((field) => `${outer.name}.${field.name}` === name) : undefined;
		return isShown(outer, inputs.privacy) && isShown(inner, inputs.privacy, outer?.name);
	}

	#toggle(): void {
		this.#isOfAll = !this.#isOfAll;
		this.refresh();
		this.#host.draw();
	}
}
