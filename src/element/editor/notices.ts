// What keeps the editor from doing all its work, in words, and what can be done about it.
import { html, nothing, type TemplateResult } from "lit";
import { longestEasyText, type SurfaceHost } from "./surface.ts";

export interface NoticeActions {
	readonly codeEditorFailed: boolean;
	loadCodeEditor(): void;
	loadLanguage(): void;
}

export function notices(host: SurfaceHost, { codeEditorFailed, loadCodeEditor, loadLanguage }: NoticeActions): readonly unknown[] {
	const { say, formats, session } = host;
	return [
		codeEditorFailed ? notice(say.codeEditorFailed, retry(say.tryAgain, loadCodeEditor)) : nothing,
		session.problem === undefined ? nothing : notice(say.languageFailed, retry(say.tryAgain, loadLanguage)),
		host.isLongText ? notice(say.longText(formats, longestEasyText), nothing) : nothing,
		session.catalogueProblems.length === 0
			? nothing
			: notice(
					say.brokenCatalogue,
					html`<ul lang="en" dir="ltr">
						${session.catalogueProblems.map(({ message }) => html`<li>${message}</li>`)}
					</ul>`,
				),
	];
}

const notice = (words: string, more: TemplateResult | typeof nothing): TemplateResult =>
	html`<div class="notice" part="notice"><p>${words}</p>${more}</div>`;

const retry = (words: string, again: () => void): TemplateResult =>
	html`<button type="button" class="retry" @click=${again}>${words}</button>`;
