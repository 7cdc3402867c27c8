// An explanation as a tree: each condition with its answer in words, what the profile has and what is wanted; what is personal stays hidden.
import { html, nothing, type TemplateResult } from "lit";
import type { ExplainedCondition, Explanation, Outcome } from "../../../eval/explanation.ts";
import type { PreviewCondition, PreviewPlan } from "../../../preview/preview-plan.ts";
import { fieldsRead, mayBeSeen } from "../../privacy/fields-read.ts";
import { conditionLabel } from "../condition-label.ts";
import type { PanelHost } from "../panel.ts";

export function explanationView(explanation: Explanation, plan: PreviewPlan, host: PanelHost): TemplateResult {
	const { say, session } = host;
	const { matches, condition, change } = explanation;
	return html`<div class="explanation" part="explanation">
		<p class="verdict ${matches ? "passed" : "failed"}" part="verdict">${matches ? say.isIn : say.isOut}</p>
		<ul class="conditions">${conditionView(condition, plan.condition, plan, host)}</ul>
		${
			change && change.conditions.length > 0
				? html`<div class="change" part="change">
						<p>${change.exact ? say.smallestChange : say.someChange}</p>
						<ul>
							${change.conditions.map(
								({ label, span, mustBe }) =>
									html`<li>${conditionLabel(label, span, host, session.version)} <span>${mustBe ? say.mustHold : say.mustNotHold}</span></li>`,
							)}
						</ul>
					</div>`
				: nothing
		}
	</div>`;
}

/** The tree of an explanation is that of the plan: the plan knows which fields a condition reads. */
function conditionView(
	{ label, span, outcome, actual, wanted, items }: ExplainedCondition,
	planned: PreviewCondition | undefined,
	plan: PreviewPlan,
	host: PanelHost,
): TemplateResult {
	const { session, say } = host;
	const isSeen =
		planned !== undefined && mayBeSeen(fieldsRead(plan.plan, planned.node), session.catalogue?.fields ?? [], session.inputs.privacy);
	return html`<li>
		<div class="explained ${outcome}">
			<span class="outcome">${outcomeInWords(outcome, host)}</span>
			${conditionLabel(label, span, host, session.version)}
			${actual === undefined ? nothing : html`<span class="quiet">${say.has} ${isSeen ? code(actual) : say.hidden}</span>`}
			${wanted === undefined || wanted === "" ? nothing : html`<span class="quiet">${say.wants} ${code(wanted)}</span>`}
		</div>
		${items.length > 0 ? html`<ul>${items.map((item, index) => conditionView(item, planned?.items[index], plan, host))}</ul>` : nothing}
	</li>`;
}

const longest = 300;

const code = (words: string): TemplateResult =>
	html`<code lang="en" dir="ltr" translate="no">${words.length > longest ? `${words.slice(0, longest)}…` : words}</code>`;

function outcomeInWords(outcome: Outcome, { say }: PanelHost): string {
	switch (outcome) {
		case "passed":
			return say.holds;
		case "failed":
			return say.doesNotHold;
		case "missing":
			return say.noValue;
	}
}
