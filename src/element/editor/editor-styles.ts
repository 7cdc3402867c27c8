// How <segql-editor> looks, but for the inside of the code editor, which brings its own.
import { css } from "lit";

export const editorStyles = css`
	:host {
		--_code-keyword: var(--segql-code-keyword, light-dark(#7a3ea8, #d3a6ff));
		--_code-string: var(--segql-code-string, light-dark(#1a6b3c, #8fdcab));
		--_code-number: var(--segql-code-number, light-dark(#9a3b00, #f5b27a));
		--_code-date: var(--segql-code-date, light-dark(#00656e, #7fd8e0));
		--_code-collection: var(--segql-code-collection, light-dark(#1f5fbf, #8ab8ff));
		--_sans: var(--segql-sans, inherit);
	}
	.editor {
		display: grid;
		align-content: start;
		gap: 0.4rem;
		min-width: 0;
	}
	label {
		font-weight: 600;
		justify-self: start;
	}
	.surface {
		min-width: 0;
		background: var(--_surface);
		border: 1px solid var(--_field-line);
		border-radius: var(--_radius);
		overflow: hidden;
	}
	.surface:focus-within {
		outline: 2px solid var(--_accent);
		outline-offset: 1px;
	}
	.surface.invalid {
		border-color: var(--_error);
	}
	.surface.disabled {
		opacity: 0.65;
	}
	textarea {
		display: block;
		width: 100%;
		min-height: var(--segql-editor-min-height, 6rem);
		max-height: var(--segql-editor-max-height, 24rem);
		margin: 0;
		padding: 0.6rem 0.8rem;
		resize: none;
		field-sizing: content;
		font-family: var(--_mono);
		font-size: 0.95em;
		line-height: 1.6;
		tab-size: 2;
		color: inherit;
		background: none;
		border: 0;
		outline: none;
	}
	textarea::placeholder {
		color: var(--_quiet);
		opacity: 1;
	}
	[hidden] {
		display: none !important;
	}
	.tooltips {
		position: fixed;
		inset: 0 auto auto 0;
		width: 0;
		height: 0;
		margin: 0;
		padding: 0;
		border: 0;
		overflow: visible;
		background: none;
		color: var(--_text);
		font-size: inherit;
	}
	ul {
		margin: 0;
		padding: 0;
		list-style: none;
	}
	.offers {
		max-height: 14rem;
		overflow-y: auto;
		background: var(--_surface);
		border: 1px solid var(--_field-line);
		border-radius: var(--_radius);
		box-shadow: 0 4px 16px rgb(0 0 0 / 0.12);
	}
	.offers li {
		display: flex;
		flex-wrap: wrap;
		gap: 0 1.5rem;
		justify-content: space-between;
		align-items: center;
		min-height: 1.75rem;
		padding: 0.15rem 0.8rem;
		cursor: pointer;
		font-size: 0.9em;
	}
	.offers .words {
		font-family: var(--_mono);
		overflow-wrap: anywhere;
	}
	.offers .beside {
		color: var(--_quiet);
		font-variant-numeric: tabular-nums;
	}
	.offers .marked {
		color: var(--_on-accent);
		background: var(--_accent);
	}
	.offers .marked .beside {
		color: inherit;
	}
	.under {
		display: flex;
		flex-wrap: wrap;
		gap: 0.25rem 1rem;
		align-items: baseline;
	}
	.under .state {
		flex: 1 1 12rem;
		margin: 0;
		color: var(--_quiet);
		font-size: 0.875em;
		min-height: 1.5em;
	}
	summary {
		padding-block: 0.15rem;
		min-height: 1.5rem;
		color: var(--_quiet);
		font-size: 0.875em;
		cursor: pointer;
	}
	.shortcuts dl {
		display: grid;
		gap: 0.25rem;
		margin: 0.3rem 0 0;
		font-size: 0.875em;
	}
	.shortcuts div {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
	}
	.shortcuts dt {
		min-width: 8rem;
	}
	.shortcuts dd {
		margin: 0;
	}
	kbd {
		padding: 0.05rem 0.4rem;
		font-family: inherit;
		font-size: 0.95em;
		background: var(--_raised);
		border: 1px solid var(--_line);
		border-radius: 0.3rem;
		white-space: nowrap;
	}
	.notice {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem 0.75rem;
		align-items: baseline;
		padding: 0.45rem 0.75rem;
		font-size: 0.9em;
		background: var(--_raised);
		border-inline-start: 3px solid var(--_warning);
		border-start-end-radius: calc(var(--_radius) * 0.8);
		border-end-end-radius: calc(var(--_radius) * 0.8);
	}
	.notice p {
		flex: 1 1 20ch;
		margin: 0;
	}
	.notice ul {
		flex: 1 1 100%;
	}
	.problems {
		display: grid;
		gap: 0.35rem;
		max-height: 16rem;
		overflow-y: auto;
	}
	.problems li {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem 0.6rem;
		align-items: baseline;
		padding: 0.4rem 0.75rem;
		font-size: 0.9375em;
		background: var(--_raised);
		border-inline-start: 3px solid var(--_quiet);
		border-start-end-radius: calc(var(--_radius) * 0.8);
		border-end-end-radius: calc(var(--_radius) * 0.8);
	}
	.problems .error {
		border-inline-start-color: var(--_error);
	}
	.problems .warning {
		border-inline-start-color: var(--_warning);
	}
	.severity {
		font-weight: 600;
	}
	.error .severity {
		color: var(--_error);
	}
	.warning .severity {
		color: var(--_warning);
	}
	.message {
		flex: 1 1 20ch;
		overflow-wrap: anywhere;
	}
	.place {
		padding: 0 0.2rem;
		min-height: 1.5rem;
		border: 0;
		background: none;
		color: var(--_quiet);
		text-decoration: underline;
		text-underline-offset: 0.15em;
	}
	@media (forced-colors: active) {
		.offers .marked {
			color: HighlightText;
			background: Highlight;
			forced-color-adjust: none;
		}
	}
`;
