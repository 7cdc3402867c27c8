// What changes with little width, and with the colours of the system. Last of all: it goes before the others.
import { css } from "lit";

export const narrowStyles = css`
	.narrow .tools {
		margin-inline-start: auto;
	}
	.narrow .row {
		padding-inline: 0.2rem;
	}
	.narrow .line,
	.narrow .content {
		gap: 0.25rem;
	}
	.narrow .joint {
		min-inline-size: 0;
	}
	.narrow .content > :is(input, select),
	.narrow .sized > :is(input, select),
	.narrow .sized::after {
		padding-inline-start: 0.35rem;
	}
	.narrow .content > .sized-input {
		min-inline-size: 3.5rem;
	}
	.narrow .content > input {
		min-inline-size: 3.5rem;
		padding-inline-end: 0.35rem;
	}
	.narrow .additions {
		gap: 0.1rem;
	}
	.narrow .add {
		padding-inline: 0.3rem;
	}
	.narrow .row > .additions {
		margin-inline-start: 0.4rem;
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
		/* Where colours are the system's, every transparent border is drawn. */
		.tool,
		.add,
		.comment,
		.chip > button {
			border-color: Canvas;
		}
		:is(.tool, .add, .comment, .chip > button):is(:hover, :focus-visible, [aria-expanded="true"]) {
			border-color: CanvasText;
		}
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
