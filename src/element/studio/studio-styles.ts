// Where the parts of a studio stand. How wide the studio itself is decides that, not the page's window: hosts put it into columns and dialogs.
import { css } from "lit";

export const studioStyles = css`
	/* Not the host itself: a page's style sheet may have made an inline box of it. */
	.studio {
		container: segql-studio / inline-size;
		color: var(--_text);
	}
	:host(:disabled) .studio {
		opacity: 0.6;
	}
	.inside {
		display: grid;
		gap: 0.75rem;
	}
	.toolbar {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 0.5rem 0.75rem;
	}
	.buttons,
	.end {
		display: flex;
		flex-wrap: wrap;
		align-items: center;
		gap: 0.375rem;
	}
	.end {
		margin-inline-start: auto;
		gap: 0.5rem 0.75rem;
	}
	.with-icon {
		display: inline-grid;
		place-items: center;
		padding-inline: 0.3rem;
	}
	[dir="rtl"] .icon {
		transform: scaleX(-1);
	}
	.views {
		display: inline-flex;
		margin: 0;
		padding: 2px;
		border: 0;
		border-radius: calc(var(--_radius) * 0.8 + 2px);
		background: var(--_raised);
		box-shadow: inset 0 0 0 1px var(--_line);
	}
	.views label {
		position: relative;
		display: inline-flex;
	}
	.views input {
		position: absolute;
		inset: 0;
		margin: 0;
		opacity: 0;
		cursor: pointer;
	}
	.views span {
		min-block-size: 1.625rem;
		padding: 0.05rem 0.75rem;
		border-radius: calc(var(--_radius) * 0.8);
		font-size: 0.875em;
		line-height: 1.55rem;
		color: var(--_quiet);
		white-space: nowrap;
	}
	.views input:hover + span {
		color: var(--_text);
	}
	.views input:checked + span {
		color: var(--_text);
		background: var(--_surface);
		box-shadow: 0 0 0 1px var(--_line), 0 1px 2px rgb(0 0 0 / 12%);
	}
	.views input:focus-visible + span {
		outline: 2px solid var(--_accent);
		outline-offset: 1px;
	}
	.saved {
		display: inline-flex;
		align-items: center;
		gap: 0.4em;
		font-size: 0.875em;
		color: var(--_quiet);
		white-space: nowrap;
	}
	.saved::before {
		content: "";
		inline-size: 0.5em;
		block-size: 0.5em;
		border-radius: 50%;
		border: 1.5px solid currentColor;
	}
	.changed {
		color: var(--_warning);
	}
	.changed::before {
		background: currentColor;
	}
	.panes {
		display: grid;
		grid-template-columns: minmax(0, 1fr);
		gap: 1rem 1.25rem;
		align-items: start;
	}
	.pane {
		min-inline-size: 0;
	}
	/* The row above has this button. */
	.editor::part(tidy) {
		display: none;
	}
	@container segql-studio (min-width: 44rem) {
		.panes[data-view="both"] {
			grid-template-columns: repeat(2, minmax(0, 1fr));
		}
		.panes[data-view="both"] .counting {
			grid-column: 1 / -1;
		}
	}
	@container segql-studio (min-width: 56rem) {
		.panes:not([data-view="both"]) {
			grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
		}
	}
	@container segql-studio (min-width: 84rem) {
		.panes[data-view="both"] {
			grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 4fr);
		}
		.panes[data-view="both"] .counting {
			grid-column: auto;
		}
	}
	@media (forced-colors: active) {
		.views {
			border: 1px solid CanvasText;
		}
		.views input:checked + span {
			color: HighlightText;
			background: Highlight;
			forced-color-adjust: none;
		}
	}
`;
