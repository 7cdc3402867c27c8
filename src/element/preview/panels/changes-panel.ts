// Who comes in and who goes with this text, against the saved one.
import { html, nothing, type TemplateResult } from "lit";
import type { Plan } from "../../../columns/plan.ts";
import { type Change, changePlan } from "../../../preview/change-plan.ts";
import type { VersionDifference } from "../../../preview/version-difference.ts";
import { answerView } from "../answer-view.ts";
import { otherPlan } from "../other-plan.ts";
import type { Panel, PanelHost } from "../panel.ts";
import { ProfileList } from "../profiles/profile-list.ts";
import { Question } from "../../session/question.ts";
import { bar, told } from "../tell.ts";

export class ChangesPanel implements Panel {
	readonly #host: PanelHost;
	readonly #question: Question<VersionDifference>;
	#list: ProfileList;
	#listed: Change | undefined;

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => host.draw());
		this.#list = new ProfileList(host);
	}

	refresh(): void {
		const { counts, plan, inputs } = this.#host.session;
		const before = this.#before();
		const source = inputs.profiles;
		if (counts.kind !== "exact" || !plan || !source || !before) return;
		const about = { before, after: plan.plan };
		this.#question.ask([counts.counted, source, inputs.saved], (asked) => source.versionDifference(about, {}, asked));
		if (this.#listed) this.#list.show(changePlan(before, plan.plan, this.#listed), counts.counted);
	}

	leave(): void {
		this.#question.stop();
		this.#list.leave();
	}

	template(): TemplateResult {
		const { say } = this.#host;
		if (!this.#before()) return html`<p class="hint">${say.savedHasErrors}</p>`;
		return html`${answerView(this.#question, this.#host, ({ value }) => this.#table(value))} ${this.#listed ? this.#list.template() : nothing}`;
	}

	#table({ enters, leaves, stays }: VersionDifference): TemplateResult {
		const { say } = this.#host;
		const whole = Math.max(1, enters + leaves + stays);
		const row = (change: Change, words: string, count: number): TemplateResult => html`<tr role="row">
			<th scope="row" role="rowheader">${words}</th>
			<td role="cell" class="wide">${bar(count, whole, this.#host)}</td>
			<td role="cell" class="number">${told(count, this.#host)}</td>
			<td role="cell">
				<button type="button" part="button" aria-pressed=${this.#listed === change} aria-label="${say.list}: ${words}" @click=${() => this.#choose(change)}>
					${say.list}
				</button>
			</td>
		</tr>`;
		return html`<table part="table" class="steps" role="table">
			<caption>${say.againstSaved}</caption>
			<tbody role="rowgroup">
				${row("enters", say.comesIn, enters)} ${row("leaves", say.goesOut, leaves)} ${row("stays", say.stays, stays)}
			</tbody>
		</table>`;
	}

	#choose(change: Change): void {
		this.#listed = this.#listed === change ? undefined : change;
		// Another list begins at its first page.
		this.#list.leave();
		this.#list = new ProfileList(this.#host);
		this.refresh();
		this.#host.draw();
	}

	#before(): Plan | undefined {
		const { saved } = this.#host.session.inputs;
		return saved === undefined ? undefined : otherPlan(this.#host.session, saved)?.plan;
	}
}
