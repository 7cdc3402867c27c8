// The problems of the text, outside it: each in words, with a button that goes there and buttons that mend it.
import { html, nothing, type TemplateResult } from "lit";
import type { Diagnostic, Severity } from "../../diagnostic/diagnostic.ts";
import type { TextEdit } from "../../text/edit.ts";
import { lineIndex } from "../../text/line-index.ts";
import type { Spoken } from "../guest/announcer.ts";
import type { SurfaceHost } from "./surface.ts";

export interface ProblemActions {
	goTo(problem: Diagnostic): void;
	mend(edits: readonly TextEdit[]): void;
}

/** Problems that are listed; nobody mends more at once, and to lay out thousands takes seconds. */
export const mostListed = 50;

/** The first error has the id `first-error`, by which the text is said to be invalid. */
export function problemList(problems: readonly Diagnostic[], host: SurfaceHost, actions: ProblemActions): TemplateResult | typeof nothing {
	if (problems.length === 0) return nothing;
	const { say, formats, session, canEdit } = host;
	const lines = lineIndex(session.text);
	const firstError = problems.find(({ severity }) => severity === "error");
	const first = problems.slice(0, mostListed);
	// The text is said to be invalid by it.
	const listed = !firstError || first.includes(firstError) ? first : [...first.slice(0, -1), firstError];
	const more = problems.length - listed.length;
	const placeOf = (at: number): string => {
		const { line, column } = lines.positionAt(at);
		// People count characters, and from 1.
		return say.place(formats, line + 1, [...lines.lineText(line).slice(0, column)].length + 1);
	};
	const one = (problem: Diagnostic): TemplateResult => html`<li class=${problem.severity} part="problem">
		<span class="severity">${say.severity[problem.severity]}</span>
		<span class="message" lang="en" dir="ltr" id=${problem === firstError ? "first-error" : nothing}>${problem.message}</span>
		<button type="button" class="place" part="place" @click=${() => actions.goTo(problem)}>${placeOf(problem.span.from)}</button>
		${
			canEdit
				? problem.fixes.map(
						({ title, edits }) =>
							html`<button type="button" class="fix" part="fix" lang="en" dir="ltr" @click=${() => actions.mend(edits)}>${title}</button>`,
					)
				: nothing
		}
	</li>`;
	return html`<ul class="problems" part="problems" aria-label=${say.problems} tabindex=${problems.length > 6 ? "0" : nothing}>
		${listed.map(one)}
		${more > 0 ? html`<li class="more">${say.moreProblems(formats, more)}</li>` : nothing}
	</ul>`;
}

/** `1 error, 2 warnings.` and the first message. */
export function problemsSpoken(problems: readonly Diagnostic[], { say, formats }: SurfaceHost): readonly Spoken[] {
	const first = problems.find(({ severity }) => severity === "error") ?? problems[0];
	if (!first) return [{ text: say.noProblems }];
	const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
	for (const { severity } of problems) counts[severity]++;
	return [{ text: `${say.problemCount(formats, counts)}.` }, { text: first.message, isEnglish: true }];
}
