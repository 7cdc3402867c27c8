// How <segql-preview> looks: the count, the tabs and lists.
import { css } from "lit";

export const previewStyles = css`
	.preview {
		container-type: inline-size;
	}
	p,
	ul,
	h3 {
		margin: 0;
		padding: 0;
	}
	ul {
		list-style: none;
	}
	h3 {
		font-size: 0.875em;
		font-weight: 600;
	}
	.result {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
		align-items: baseline;
		min-height: 3rem;
	}
	.number {
		font-variant-numeric: tabular-nums;
	}
	.result .number {
		font-size: 2.25rem;
		font-weight: 650;
		line-height: 3rem;
		letter-spacing: -0.015em;
	}
	.share,
	.quiet,
	.hint,
	.state {
		color: var(--_quiet);
	}
	.share,
	.digits {
		font-variant-numeric: tabular-nums;
	}
	.digits {
		white-space: nowrap;
	}
	.state,
	.hint {
		font-size: 0.875em;
	}
	.state {
		min-height: 2.25rem;
		padding-block-start: 0.35rem;
	}
	.state button,
	.hint button {
		margin-inline-start: 0.25rem;
	}
	.hint:empty {
		display: none;
	}
	.hint {
		margin-block: 0.35rem;
	}
	/* What comes at once does not flicker. Letters stay dark enough to be read. */
	.count .number,
	.answer,
	.code,
	rect {
		transition:
			color 0.12s 0.15s,
			fill 0.12s 0.15s;
	}
	.outdated :is(.number, .code, td, th, p, li),
	.outdated {
		color: var(--_quiet);
	}
	.outdated rect.inside {
		fill: var(--_quiet);
	}
	.bar {
		display: block;
		inline-size: 100%;
		block-size: 0.4rem;
		border-radius: 0.2rem;
		background: var(--_raised);
	}
	[dir="rtl"] .bar {
		transform: scaleX(-1);
	}
	.bar .before {
		fill: var(--_line);
	}
	.bar .inside {
		fill: var(--_accent);
	}
	[role="tablist"] {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.15rem;
		margin-block: 0.75rem 0.9rem;
		border-block-end: 1px solid var(--_line);
	}
	[role="tab"] {
		min-height: 2.1rem;
		margin-block-end: -1px;
		color: var(--_quiet);
		background: none;
		border: 0;
		border-block-end: 2px solid transparent;
		border-radius: 0.25rem 0.25rem 0 0;
	}
	[role="tab"]:hover {
		color: var(--_text);
		background: var(--_raised);
	}
	[role="tab"][aria-selected="true"] {
		color: var(--_text);
		font-weight: 600;
		border-block-end-color: var(--_accent);
	}
	.tools,
	.pager,
	.export,
	.similar {
		display: flex;
		flex-wrap: wrap;
		gap: 0.4rem 0.75rem;
		align-items: center;
		margin-block-end: 0.6rem;
		font-size: 0.875em;
	}
	.tools button,
	.pager button,
	.export button,
	.similar button,
	.through-missing button {
		font-size: 1em;
	}
	.tools label {
		display: inline-flex;
		flex-wrap: wrap;
		gap: 0.15rem 0.4rem;
		align-items: center;
		color: var(--_quiet);
	}
	input[type="search"],
	input[type="text"],
	select {
		min-height: 1.9rem;
		max-inline-size: 100%;
		padding: 0.1rem 0.45rem;
		font: inherit;
		color: var(--_text);
		background: var(--_surface);
		border: 1px solid var(--_field-line);
		border-radius: calc(var(--_radius) * 0.8);
	}
	.check {
		min-height: 1.75rem;
		cursor: pointer;
	}
	input[type="checkbox"] {
		inline-size: 1.1rem;
		block-size: 1.1rem;
		accent-color: var(--_accent);
	}
	.pager {
		justify-content: space-between;
	}
	.pager .rows {
		color: var(--_quiet);
		font-variant-numeric: tabular-nums;
	}
	.pager .buttons {
		display: inline-flex;
		gap: 0.25rem;
	}
	.pager button[aria-disabled="true"] {
		color: var(--_quiet);
		cursor: default;
		border-color: transparent;
		background: none;
	}
	.export,
	table + .tools,
	.answer + .tools {
		margin-block-start: 0.75rem;
	}
	.export {
		margin-block-end: 0;
	}
	.said {
		margin-block-end: 0.5rem;
		font-size: 0.9em;
	}
	.export progress {
		inline-size: 8rem;
		accent-color: var(--_accent);
	}
	.columns {
		flex: 1 1 12rem;
	}
	summary {
		min-height: 1.75rem;
		line-height: 1.75rem;
		color: var(--_quiet);
		cursor: pointer;
	}
	.columns ul {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.9rem;
		max-block-size: 10rem;
		overflow: auto;
	}
	.errors {
		display: grid;
		gap: 0.25rem;
		margin-block-end: 0.9rem;
	}
	.errors button {
		padding-inline: 0.6rem 0;
		text-align: start;
		color: var(--_error);
		background: none;
		border-color: transparent;
		border-inline-start: 3px solid var(--_error);
		border-radius: 0;
	}
	.errors button:hover {
		text-decoration: underline;
	}
	.conditions ul {
		margin-inline-start: 0.35rem;
		padding-inline-start: 0.75rem;
		border-inline-start: 2px solid var(--_line);
	}
	.condition {
		display: grid;
		grid-template-columns: minmax(0, 1fr) auto 4.5em;
		gap: 0 0.75rem;
		align-items: baseline;
		padding-block: 0.25rem 0.4rem;
	}
	.condition .digits {
		text-align: end;
	}
	.condition .bar {
		grid-column: 1 / -1;
		block-size: 0.25rem;
	}
	.code {
		min-height: 1.5rem;
		max-inline-size: 100%;
		padding: 0 0.2rem;
		margin-inline: -0.2rem;
		overflow: hidden;
		font-family: var(--_mono);
		font-size: 0.85em;
		color: var(--_text);
		text-align: start;
		text-overflow: ellipsis;
		white-space: nowrap;
		background: none;
		border-color: transparent;
	}
	.condition .code {
		justify-self: start;
	}
	code {
		font-family: var(--_mono);
		font-size: 0.95em;
		overflow-wrap: anywhere;
	}
	.through-missing {
		display: flex;
		flex-wrap: wrap;
		gap: 0.25rem 0.6rem;
		align-items: center;
		padding: 0.2rem 0.6rem;
		margin-block-end: 0.4rem;
		font-size: 0.875em;
		background: var(--_raised);
		border-inline-start: 3px solid var(--_warning);
		border-radius: 0 0.4rem 0.4rem 0;
	}
	[dir="rtl"] .through-missing {
		border-radius: 0.4rem 0 0 0.4rem;
	}
	.scroll {
		max-inline-size: 100%;
		overflow-x: auto;
		border: 1px solid var(--_line);
		border-radius: var(--_radius);
	}
	h3 + ul + .scroll,
	.conditions + .scroll {
		margin-block-start: 0.9rem;
	}
`;
