// What is known of a row: how many pass it, and what is wrong with it.
import { html, nothing, type TemplateResult } from "lit";
import type { Row } from "../../document/row.ts";
import { shownCount } from "../privacy/policy.ts";
import type { RowCount } from "./row-counts.ts";
import { isHole } from "./row-problems.ts";
import { keyOf, type View } from "./view.ts";

/** The same sentence for everybody, where there is room for it. */
export function countSentence(view: View, row: Row): TemplateResult | typeof nothing {
	const found = view.counts.of(row, view.document);
	return found?.isCurrent ? html`<p class="state">${sentenceOf(found, view)}</p>` : nothing;
}

/** The number for eyes, a sentence for ears and, on hover or focus, for both. */
export function countView(view: View, row: Row): TemplateResult | typeof nothing {
	const found = view.counts.of(row, view.document);
	if (!found) return nothing;
	const { throughMissing, isCurrent } = found;
	const sentence = isCurrent ? sentenceOf(found, view) : view.say.counting;
	return html`<span class="count${isCurrent ? "" : " outdated"}" part="count">
		<span aria-hidden="true"><bdi dir="ltr">${digitsOf(found, view)}</bdi>${throughMissing > 0 ? html`<span class="missing">*</span>` : nothing}</span>
		<span class="only-spoken">${sentence}</span><span class="tip" aria-hidden="true">${sentence}</span>
	</span>`;
}

function sentenceOf({ count, throughMissing }: RowCount, { formats, say, session }: View): string {
	const { privacy } = session.inputs;
	return say.count(formats, shownCount(count, privacy), shownCount(throughMissing, privacy));
}

function digitsOf({ count }: RowCount, { formats, session }: View): string {
	const shown = shownCount(count, session.inputs.privacy);
	return shown.kind === "count" ? formats.number(shown.count) : `<${formats.number(shown.than)}`;
}

/** Messages are the core's, in English. */
export function problemsView({ problems, document, commands }: View, row: Row): TemplateResult | typeof nothing {
	const own = problems.get(row.id);
	if (!own) return nothing;
	return html`<ul class="problems" part="problems" id="problems-${row.id}">
		${own.map(
			(problem, index) => html`<li class=${isHole(document, problem) ? "hole" : problem.severity}>
				<span class="message" lang="en" dir="ltr">${problem.message}</span>
				${problem.fixes.map(
					(fix, at) =>
						html`<button type="button" lang="en" dir="ltr" data-key=${keyOf(row, `fix-${index}-${at}`)} @click=${() => commands.fixProblem(row.id, index, at)}>${fix.title}</button>`,
				)}
			</li>`,
		)}
	</ul>`;
}
