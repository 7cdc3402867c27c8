// What changes with little width, and with the colours of the system. Last of all: it goes before the others.
import { css } from "lit";

export const narrowStyles = css`
	/* All of a row's tools have a line of their own, while something of the row has focus. */
	.narrow .row:not(:focus-within) > .line .tool:not(:last-child),
	.narrow .row:has(.row:focus-within) > .line .tool:not(:last-child) {
		display: none;
	}
	.narrow .row:focus-within:not(:has(.row:focus-within)) > .line {
		flex-wrap: wrap;
	}
	.narrow .row:focus-within:not(:has(.row:focus-within)) > .line > .content {
		flex-basis: calc(100% - 6.5rem);
	}
	.narrow .tools {
		margin-inline-start: auto;
	}
	.narrow .count {
		font-size: 0.8125rem;
	}
	.narrow .field {
		grid-template-columns: 1fr;
	}
	.narrow .row > .rows {
		margin-inline-start: 0.15rem;
		padding-inline-start: 0.4rem;
	}
	.narrow .panel,
	.narrow .problems li,
	.narrow .row > textarea.comment {
		margin-inline-start: 0;
	}
	@media (forced-colors: active) {
		.row.marked {
			outline: 2px solid Highlight;
		}
		.drop-line {
			background: Highlight;
		}
		.choice[aria-selected="true"] {
			forced-color-adjust: none;
			color: HighlightText;
			background: Highlight;
		}
		.toggle[aria-pressed="true"] {
			forced-color-adjust: none;
			color: HighlightText;
			background: Highlight;
		}
	}
`;
