// Profiles page by page: any of a million is a page away, and the source is asked for what is seen and for nothing else.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Plan } from "../../../columns/plan.ts";
import type { Page } from "../../../preview/page.ts";
import { planFinding } from "../../../preview/search.ts";
import { mayBeListed } from "../../privacy/policy.ts";
import { answerView } from "../answer-view.ts";
import type { PanelHost } from "../panel.ts";
import { Question, type Told } from "../../session/question.ts";
import { askedFields, columnsOf, type ListColumn, searchedFields } from "./columns.ts";
import { columnChooser } from "./column-chooser.ts";
import { pager, rowsPerPage } from "./pager.ts";
import { profileTable } from "./profile-table.ts";

/** Milliseconds without a keystroke before a search begins. */
const searchPauseMs = 150;

export class ProfileList {
	readonly #host: PanelHost;
	readonly #question: Question<Page>;
	#offset = 0;
	/** As it stands in the field; what is searched follows after a pause. */
	#typed = "";
	#search = "";
	#timer: ReturnType<typeof setTimeout> | undefined;
	#chosen: readonly string[] | undefined;
	#typedColumn = "";
	#plan: Plan | undefined;
	#about: unknown;

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => this.#answered());
	}

	/** Who is listed, as the last question asked it. */
	get plan(): Plan | undefined {
		return this.#plan && planFinding(this.#plan, this.#search, searchedFields(this.columns));
	}

	get total(): number | undefined {
		return this.#question.state.kind === "told" ? this.#question.state.told.value.total : undefined;
	}

	get columns(): readonly ListColumn[] {
		const { catalogue, inputs } = this.#host.session;
		return catalogue ? columnsOf(catalogue, this.#plan, this.#chosen, inputs.privacy) : [];
	}

	/** Lists the profiles of a plan; `about` is what the answer is true of: with another one it is asked again. */
	show(plan: Plan, about: unknown): void {
		this.#plan = plan;
		const { profiles } = this.#host.session.inputs;
		if (!profiles) return;
		const fields = askedFields(this.columns);
		const [found, offset] = [this.plan ?? plan, this.#offset];
		const key = [about, profiles, offset, this.#search, JSON.stringify(fields)];
		this.#question.ask(key, (asked) => profiles.page(found, { offset, limit: rowsPerPage, fields }, asked));
		this.#about = about;
	}

	leave(): void {
		this.#searchNow();
		this.#question.stop();
	}

	template(): TemplateResult {
		const { say } = this.#host;
		return html`
			<div class="tools">
				<label>
					${say.search}
					<input
						type="search"
						part="search"
						autocomplete="off"
						spellcheck="false"
						.value=${live(this.#typed)}
						@input=${(event: Event) => this.#searchFor((event.target as HTMLInputElement).value)}
					/>
				</label>
				${columnChooser(
					{
						chosen: this.columns.map(({ field }) => field.name),
						typed: this.#typedColumn,
						toggle: (name) => this.#toggle(name),
						type: (text) => {
							this.#typedColumn = text;
							this.#host.draw();
						},
					},
					this.#host,
				)}
			</div>
			${answerView(this.#question, this.#host, (told) => this.#page(told))}
		`;
	}

	#page({ value, freshness }: Told<Page>): TemplateResult {
		const { say, formats, session } = this.#host;
		const { total, offset, profiles } = value;
		const { privacy } = session.inputs;
		if (total === 0) return html`<p class="hint">${this.#search === "" ? say.nobodyInside : say.nobodyFound}</p>`;
		if (!mayBeListed(total, privacy)) return html`<p class="hint">${say.tooFew(formats, privacy.smallestCount)}</p>`;
		const plan = this.plan;
		return html`
			${pager({ offset, total, rows: profiles.length, go: (to) => this.#go(to) }, this.#host)}
			${profileTable({ page: value, columns: this.columns }, this.#host, (index) => {
				if (plan) this.#host.explain({ revision: freshness.revision, plan, offset: offset + index });
			})}
		`;
	}

	#go(offset: number): void {
		this.#offset = offset;
		this.#again();
	}

	#searchFor(typed: string): void {
		this.#typed = typed;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#searchNow();
			this.#again();
		}, searchPauseMs);
	}

	#searchNow(): void {
		clearTimeout(this.#timer);
		const search = this.#typed.trim();
		if (search === this.#search) return;
		this.#search = search;
		this.#offset = 0;
	}

	#toggle(name: string): void {
		const names = this.columns.map(({ field }) => field.name);
		this.#chosen = names.includes(name) ? names.filter((each) => each !== name) : [...names, name];
		this.#again();
	}

	#again(): void {
		if (this.#plan) this.show(this.#plan, this.#about);
		this.#host.draw();
	}

	/** Profiles have gone since: what was the third page is none any more. */
	#answered(): void {
		const { total } = this;
		if (total !== undefined && this.#offset > 0 && this.#offset >= total) {
			this.#go(total === 0 ? 0 : Math.floor((total - 1) / rowsPerPage) * rowsPerPage);
			return;
		}
		this.#host.draw();
	}
}
