// Why one profile is in the segment or not: chosen from a list, or found by its user_id among everyone.
import { html, nothing, type TemplateResult } from "lit";
import { isShown } from "../../privacy/policy.ts";
import { answerView } from "../answer-view.ts";
import { explainProfile, explainRecord } from "../explain-record.ts";
import type { ChosenProfile, Panel, PanelHost } from "../panel.ts";
import { Question } from "../../session/question.ts";
import { explanationView } from "../why/explanation-view.ts";
import { type FoundProfile, findAt, findByUserId } from "../why/find-profile.ts";

type Asked = { readonly userId: string } | { readonly profile: ChosenProfile };

export class WhyPanel implements Panel {
	readonly #host: PanelHost;
	readonly #question: Question<FoundProfile>;
	#asked: Asked | undefined;
	#typed = "";

	constructor(host: PanelHost) {
		this.#host = host;
		this.#question = new Question(() => host.draw());
	}

	/** Explains a row of a list. */
	choose(profile: ChosenProfile): void {
		this.#typed = "";
		this.#ask({ profile });
	}

	refresh(): void {
		const { session } = this.#host;
		const { compiled, plan, catalogue, inputs, timeZone, counts } = session;
		const asked = this.#asked;
		const source = inputs.profiles;
		if (!asked || !source || !catalogue || !compiled?.ok || !plan) return;
		// A record holds what the text reads: of another text it has to be asked for again. A profile as it came holds everything.
		const { fields } = compiled.segment;
		const hasAll = this.#question.last?.value.kind === "raw";
		// A user_id is looked for again among other profiles; a place in a list is nobody's any more.
		const revision = counts.kind === "exact" && "userId" in asked ? counts.counted.freshness.revision : "";
		if ("userId" in asked && revision === "") return;
		this.#question.ask([asked, source, hasAll ? "" : fields.join("\n"), revision, this.#showsUserIds], (how) => {
			if ("userId" in asked) return findByUserId(asked.userId, timeZone, this.#showsUserIds, { source, fields, asked: how });
			const wanted = this.#showsUserIds ? [...fields, "user_id"] : fields;
			return findAt(asked.profile, asked.profile.revision, { source, fields: wanted, asked: how });
		});
	}

	leave(): void {
		this.#question.stop();
	}

	template(): TemplateResult {
		const { say } = this.#host;
		return html`
			<form class="tools" @submit=${(event: Event) => this.#submit(event)}>
				<label>
					${say.userId}
					<input type="text" part="user-id" autocomplete="off" spellcheck="false" translate="no" .value=${this.#typed}
						@input=${(event: Event) => {
							this.#typed = (event.target as HTMLInputElement).value;
						}} />
				</label>
				<button type="submit" part="button">${say.explain}</button>
			</form>
			${this.#asked ? answerView(this.#question, this.#host, ({ value }) => this.#explained(value)) : html`<p class="hint">${say.whyHelp}</p>`}
		`;
	}

	#explained(found: FoundProfile): TemplateResult {
		const { say, session } = this.#host;
		const { compiled, plan, catalogue } = session;
		if (found.kind === "changed") return html`<p>${say.profilesChanged}</p>`;
		if (found.kind === "not-found") return this.#notFound(found.similar);
		if (!compiled?.ok || !plan || !catalogue) return html`<p class="hint">${say.whyNotNow}</p>`;
		const { segment } = compiled;
		const explanation =
			found.kind === "raw" ? explainProfile(segment, catalogue, found.profile) : explainRecord(segment, catalogue, found.record);
		// Whoever typed a user_id still sees it in the field.
		const isNamed = this.#asked && "profile" in this.#asked && this.#showsUserIds && typeof found.userId === "string";
		return html`
			${isNamed ? html`<p class="who" part="who">${say.userId} <code dir="ltr" translate="no"><bdi>${found.userId}</bdi></code></p>` : nothing}
			${explanationView(explanation, plan, this.#host)}
			${found.kind === "record" ? html`<p class="hint">${say.fromColumns}</p>` : nothing}
		`;
	}

	get #showsUserIds(): boolean {
		const { catalogue, inputs } = this.#host.session;
		return isShown(catalogue?.field("user_id"), inputs.privacy);
	}

	#notFound(similar: readonly string[]): TemplateResult {
		const { say } = this.#host;
		return html`<p>${say.notFound}</p>
			${
				similar.length > 0
					? html`<p class="similar">
							${say.similar}
							${similar.map(
								(userId) =>
									html`<button type="button" part="button" translate="no" @click=${() => this.#askFor(userId)}><bdi>${userId}</bdi></button>`,
							)}
						</p>`
					: nothing
			}`;
	}

	#submit(event: Event): void {
		event.preventDefault();
		const userId = this.#typed.trim();
		if (userId !== "") this.#askFor(userId);
	}

	#askFor(userId: string): void {
		this.#typed = userId;
		this.#ask({ userId });
	}

	#ask(asked: Asked): void {
		this.#question.reset();
		this.#asked = asked;
		this.refresh();
		this.#host.draw();
	}
}
