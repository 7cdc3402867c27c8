// How the fields and values of a row look.
import { css } from "lit";

export const fieldStyles = css`
	input,
	select,
	textarea {
		font: inherit;
		min-block-size: 2rem;
		max-inline-size: 100%;
		padding: 0.2rem 0.5rem;
		color: inherit;
		background: var(--_surface);
		border: 1px solid var(--_line);
		border-radius: calc(var(--_radius) * 0.75);
	}
	input:hover,
	select:hover,
	textarea:hover {
		border-color: var(--_field-line);
	}
	/* Chromium has focus in one of its parts, and then draws no ring around the field. */
	input[type^="date"]:focus-within {
		outline: 2px solid var(--_accent);
		outline-offset: 2px;
	}
	input::placeholder {
		color: var(--_quiet);
		opacity: 1;
	}
	input {
		field-sizing: content;
		inline-size: auto;
		min-inline-size: 5rem;
		max-inline-size: min(100%, 24rem);
	}
	select {
		field-sizing: content;
		padding-inline-end: 0.25rem;
		text-overflow: ellipsis;
	}
	/* Where fields cannot size themselves: see sized.ts. */
	.sized {
		position: relative;
		display: inline-block;
		max-inline-size: 100%;
		min-block-size: 2rem;
	}
	.sized-input {
		min-inline-size: 5rem;
		max-inline-size: min(100%, 24rem);
	}
	.sized::after {
		content: attr(data-words);
		display: block;
		padding-inline: 0.5rem calc(0.5rem + 2px);
		border-inline: 1px solid transparent;
		overflow: hidden;
		visibility: hidden;
		white-space: pre;
	}
	.sized-select::after {
		padding-inline-end: 1.5rem;
	}
	.sized > :is(input, select) {
		position: absolute;
		inset: 0;
		inline-size: 100%;
		min-inline-size: 0;
		max-inline-size: none;
		font-size: inherit;
	}
	.strong {
		font-weight: 600;
	}
	textarea {
		resize: vertical;
		line-height: 1.5;
	}
	.amount {
		min-inline-size: 3.5rem;
	}
	.number {
		min-inline-size: 4rem;
		font-variant-numeric: tabular-nums;
	}
	.code,
	.muted-words {
		font-family: var(--_mono);
		font-size: 0.9em;
	}
	.subject {
		font-weight: 600;
	}
	.wide {
		inline-size: 100%;
	}
	.content > .wide {
		flex: 1 1 14rem;
	}
	.hole {
		border-style: dashed;
		border-color: var(--_accent);
	}
	.name {
		font-weight: 600;
	}
	.comment {
		min-block-size: 1.75rem;
		padding-block: 0.1rem;
		border-color: transparent;
		background: transparent;
		color: var(--_quiet);
		font-style: italic;
		field-sizing: content;
		resize: none;
	}
	.row > .behind {
		justify-self: start;
		margin-inline-start: 1.9rem;
	}
	.row > textarea.comment {
		margin-inline-start: 1.9rem;
		inline-size: calc(100% - 1.9rem);
	}

	/* ---- values ---- */
	.chips {
		display: contents;
		list-style: none;
	}
	.chip {
		display: inline-flex;
		align-items: center;
		max-inline-size: 100%;
		min-block-size: 2rem;
		padding-inline-start: 0.55rem;
		background: var(--_raised);
		border: 1px solid var(--_line);
		border-radius: calc(var(--_radius) * 0.75);
	}
	.chip > span {
		overflow: hidden;
		text-overflow: ellipsis;
		white-space: nowrap;
		max-inline-size: 18rem;
	}
	.chip > button {
		display: grid;
		place-items: center;
		padding: 0;
		border: 0;
		background: none;
		color: var(--_quiet);
	}
	.chip > button:hover {
		color: var(--_error);
	}
	.toggle {
		min-block-size: 2rem;
		font-size: 0.875rem;
		color: var(--_quiet);
	}
	.toggle[aria-pressed="true"] {
		color: var(--_on-accent);
		background: var(--_accent);
		border-color: var(--_accent);
	}
	.tag {
		padding: 0 0.45rem;
		font-size: 0.8125rem;
		line-height: 1.5rem;
		color: var(--_quiet);
		border: 1px solid var(--_line);
		border-radius: 1rem;
	}
	.muted-words {
		flex: 0 1 auto;
		color: var(--_quiet);
		text-decoration: line-through;
		overflow-wrap: anywhere;
		white-space: pre-wrap;
	}
`;
