// How <segql-segment> looks. Hosts set the custom properties below and `color-scheme`; a style sheet object, never a style attribute,
// so that it works under a strict content-security policy.
import { css } from "lit";

export const segmentStyles = css`
	:host {
		--_accent: var(--segql-accent, light-dark(#1f5fbf, #8ab8ff));
		--_text: var(--segql-text, light-dark(#1c2127, #e6e9ee));
		--_quiet: var(--segql-quiet, light-dark(#57606c, #a3acb9));
		--_surface: var(--segql-surface, light-dark(#ffffff, #171a1f));
		--_raised: var(--segql-raised, light-dark(#f4f6f9, #20242b));
		--_line: var(--segql-line, light-dark(#d5dae2, #353b45));
		--_field-line: var(--segql-field-line, light-dark(#7c8694, #78828f));
		--_error: var(--segql-error, light-dark(#b3261e, #ffb4ab));
		--_warning: var(--segql-warning, light-dark(#8a5100, #f5c26b));
		--_mono: var(--segql-mono, ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace);
		display: block;
		color: var(--_text);
		font: inherit;
		line-height: 1.5;
	}
	:host([hidden]) {
		display: none;
	}
	* {
		box-sizing: border-box;
	}
	.editor {
		display: grid;
		gap: 0.4rem;
	}
	label {
		font-weight: 600;
	}
	.hint {
		margin: 0;
		color: var(--_quiet);
		font-size: 0.875em;
	}
	textarea {
		width: 100%;
		min-height: 6rem;
		padding: 0.7rem 0.8rem;
		resize: vertical;
		field-sizing: content;
		font-family: var(--_mono);
		font-size: 0.95em;
		line-height: 1.6;
		tab-size: 2;
		color: inherit;
		background: var(--_surface);
		border: 1px solid var(--_field-line);
		border-radius: 0.5rem;
	}
	textarea[aria-invalid="true"] {
		border-color: var(--_error);
	}
	:focus-visible {
		outline: 2px solid var(--_accent);
		outline-offset: 2px;
	}
	button {
		min-height: 1.75rem;
		padding: 0.15rem 0.6rem;
		font: inherit;
		font-size: 0.875em;
		color: var(--_accent);
		background: var(--_surface);
		border: 1px solid var(--_line);
		border-radius: 0.4rem;
		cursor: pointer;
	}
	button:hover:not(:disabled) {
		border-color: var(--_accent);
	}
	button:disabled {
		color: var(--_quiet);
		cursor: default;
	}
	.under {
		display: flex;
		flex-wrap: wrap;
		gap: 0.5rem;
		align-items: baseline;
		justify-content: space-between;
	}
	ul {
		margin: 0;
		padding: 0;
		list-style: none;
	}
	.problems li {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem 0.6rem;
		align-items: baseline;
		padding: 0.45rem 0.7rem;
		border-inline-start: 3px solid var(--_quiet);
		background: var(--_raised);
		border-radius: 0 0.4rem 0.4rem 0;
	}
	.problems li + li {
		margin-top: 0.35rem;
	}
	.problems li.error {
		border-color: var(--_error);
	}
	.problems li.warning {
		border-color: var(--_warning);
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
		padding: 0;
		min-height: 1.5rem;
		border: 0;
		background: none;
		color: var(--_quiet);
		text-decoration: underline;
		text-underline-offset: 0.15em;
	}
	.preview {
		margin-top: 1.25rem;
	}
	.result {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
		align-items: baseline;
		margin: 0;
	}
	.matches {
		font-size: 2.25em;
		font-weight: 650;
		line-height: 1.2;
		font-variant-numeric: tabular-nums;
	}
	.share {
		color: var(--_quiet);
		font-variant-numeric: tabular-nums;
	}
	.matches,
	td {
		/* A count that comes at once does not flicker. */
		transition: color 0.1s 0.15s;
	}
	.outdated .matches,
	.outdated td {
		color: var(--_quiet);
	}
	svg {
		display: block;
		width: 100%;
		height: 0.4rem;
		margin: 0.4rem 0 0.5rem;
		border-radius: 0.2rem;
		background: var(--_line);
	}
	rect {
		fill: var(--_accent);
	}
	.outdated rect {
		fill: var(--_quiet);
	}
	.state {
		margin: 0;
		color: var(--_quiet);
		font-size: 0.875em;
		min-height: 1.5em;
	}
	.sample {
		margin-top: 0.9rem;
		max-width: 100%;
		overflow-x: auto;
		border: 1px solid var(--_line);
		border-radius: 0.5rem;
	}
	table {
		width: 100%;
		border-collapse: collapse;
		font-size: 0.875em;
	}
	caption {
		padding: 0.5rem 0.75rem;
		text-align: start;
		color: var(--_quiet);
	}
	th,
	td {
		padding: 0.4rem 0.75rem;
		text-align: start;
		border-top: 1px solid var(--_line);
		white-space: nowrap;
		max-width: 28ch;
		overflow: hidden;
		text-overflow: ellipsis;
	}
	th {
		background: var(--_raised);
		font-weight: 600;
	}
	.number {
		text-align: end;
		font-variant-numeric: tabular-nums;
	}
	.missing {
		color: var(--_quiet);
		font-style: italic;
	}
	.words {
		margin-top: 0.9rem;
	}
	.words ul {
		margin-top: 0.3rem;
		padding-inline-start: 1.2rem;
		list-style: disc;
	}
	summary {
		cursor: pointer;
		color: var(--_quiet);
		font-size: 0.875em;
	}
	.only-spoken {
		position: absolute;
		width: 1px;
		height: 1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}
	@media (forced-colors: active) {
		rect {
			fill: Highlight;
		}
	}
`;
