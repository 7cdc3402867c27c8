// How <segql-builder> looks. Logical distances only, so that it reads from right to left as well.
import { css } from "lit";

export const builderStyles = css`
	.builder {
		position: relative;
		font-size: 0.9375rem;
	}
	.root,
	.rows {
		display: grid;
		gap: 0.35rem;
	}
	.root {
		gap: 0.5rem;
	}
	.row {
		display: grid;
		gap: 0.35rem;
		min-width: 0;
		border-radius: var(--_radius);
		background: var(--_surface);
		border: 1px solid var(--_line);
		padding: 0.3rem 0.4rem;
	}
	/* Of very many rows those out of sight are not laid out; one under the pointer or with focus may show tips outside of itself. */
	.many .row:not(:hover, :focus-within) {
		content-visibility: auto;
		contain-intrinsic-block-size: auto 2.75rem;
	}
	.row.group,
	.row.nested {
		background: var(--_raised);
		padding-block-end: 0.4rem;
	}
	.row > .rows {
		margin-inline-start: 0.55rem;
		padding-inline-start: 0.55rem;
		border-inline-start: 2px solid var(--_line);
	}
	.row > .additions {
		margin-inline-start: 1.1rem;
	}
	.row.marked {
		border-color: var(--_accent);
	}
	.row.muted {
		border-style: dashed;
	}
	.row.note {
		background: transparent;
		border-style: dashed;
	}
	.row.dragged {
		opacity: 0.5;
	}
	.line {
		display: flex;
		gap: 0.4rem;
		align-items: start;
		min-width: 0;
	}
	.content {
		display: flex;
		flex: 1 1 auto;
		flex-wrap: wrap;
		gap: 0.35rem;
		align-items: center;
		min-width: 0;
	}
	.grip {
		display: grid;
		place-items: center;
		flex: none;
		inline-size: 1.5rem;
		block-size: 2rem;
		color: var(--_quiet);
		cursor: grab;
		touch-action: none;
		border-radius: 0.25rem;
	}
	.grip:hover {
		color: var(--_text);
		background: var(--_raised);
	}
	.dragged .grip {
		cursor: grabbing;
	}
	.joint {
		flex: none;
		min-inline-size: 2.1em;
		line-height: 2rem;
		font-size: 0.8125rem;
		font-weight: 600;
		color: var(--_quiet);
	}
	.word {
		line-height: 2rem;
		color: var(--_quiet);
	}

	/* ---- fields ---- */
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
	input::placeholder {
		color: var(--_quiet);
		opacity: 1;
	}
	input {
		field-sizing: content;
		min-inline-size: 7rem;
		inline-size: 12rem;
	}
	@supports (field-sizing: content) {
		input {
			inline-size: auto;
			min-inline-size: 5rem;
			max-inline-size: min(100%, 24rem);
		}
	}
	select {
		field-sizing: content;
		padding-inline-end: 0.25rem;
		text-overflow: ellipsis;
	}
	select.strong {
		font-weight: 600;
	}
	textarea {
		resize: vertical;
		line-height: 1.5;
	}
	.amount {
		min-inline-size: 3.5rem;
		inline-size: 4.5rem;
	}
	.number {
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
	.name::after {
		content: ":";
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
	.comment.behind {
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
		flex: 1 1 10rem;
		color: var(--_quiet);
		text-decoration: line-through;
		overflow-wrap: anywhere;
		white-space: pre-wrap;
	}

	/* ---- beside and below ---- */
	.count {
		position: relative;
		flex: none;
		line-height: 2rem;
		font-size: 0.875rem;
		font-variant-numeric: tabular-nums;
		color: var(--_quiet);
	}
	.count.outdated {
		font-style: italic;
	}
	.tools {
		display: flex;
		flex: none;
	}
	.tool {
		position: relative;
		display: grid;
		place-items: center;
		inline-size: 1.75rem;
		block-size: 2rem;
		padding: 0;
		border-color: transparent;
		background: transparent;
		color: var(--_quiet);
	}
	.tool:hover,
	.tool[aria-expanded="true"] {
		color: var(--_accent);
		background: var(--_raised);
	}
	.panel button[aria-disabled="true"] {
		color: var(--_quiet);
		opacity: 0.6;
	}
	.tool[aria-disabled="true"] > svg {
		opacity: 0.4;
	}
	.tip {
		position: absolute;
		inset-block-end: 100%;
		inset-inline-end: 0;
		z-index: 2;
		inline-size: max-content;
		max-inline-size: 16rem;
		padding: 0.15rem 0.5rem;
		font-size: 0.8125rem;
		line-height: 1.4;
		font-style: normal;
		color: var(--_surface);
		background: var(--_text);
		border-radius: 0.25rem;
		pointer-events: none;
		visibility: hidden;
	}
	.tool:hover > .tip,
	.tool:focus-visible > .tip,
	.count:hover > .tip {
		visibility: visible;
		transition: visibility 0s 0.4s;
	}
	@media (hover: hover) {
		.tool {
			opacity: 0;
		}
		.tools > :last-child,
		.line:hover .tool,
		.row:focus-within > .line .tool,
		.tool:focus-visible {
			opacity: 1;
		}
	}
	.additions {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem;
	}
	.add {
		display: inline-flex;
		gap: 0.2rem;
		align-items: center;
		border-color: transparent;
		background: transparent;
	}
	.panel {
		display: grid;
		gap: 0.4rem;
		margin-inline-start: 1.9rem;
		padding: 0.5rem;
		background: var(--_raised);
		border-radius: calc(var(--_radius) * 0.75);
	}
	.row.group > .panel {
		background: var(--_surface);
	}
	.buttons {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem;
	}
	.field {
		display: grid;
		grid-template-columns: minmax(6rem, 9rem) minmax(0, 1fr);
		gap: 0.4rem;
		align-items: center;
	}
	.field-name {
		font-size: 0.875rem;
		color: var(--_quiet);
	}
	.problems {
		display: grid;
		gap: 0.25rem;
		margin: 0;
		padding: 0;
		list-style: none;
		font-size: 0.875rem;
	}
	.problems li {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem 0.6rem;
		align-items: baseline;
		margin-inline-start: 1.9rem;
		padding-inline-start: 0.5rem;
		border-inline-start: 3px solid var(--_quiet);
	}
	.problems .error {
		border-color: var(--_error);
	}
	.problems .error .message {
		color: var(--_error);
	}
	.problems .warning {
		border-color: var(--_warning);
	}
	.message {
		overflow-wrap: anywhere;
	}
	.problems .hole {
		border-style: none;
		border-inline-start: 3px dashed var(--_accent);
		color: var(--_quiet);
	}
	.refusal {
		margin-block: 0;
		margin-inline: 1.9rem 0;
		font-size: 0.875rem;
		color: var(--_error);
		overflow-wrap: anywhere;
	}
	.state {
		margin: 0;
		color: var(--_quiet);
	}
	.drop-line {
		position: absolute;
		z-index: 3;
		block-size: 3px;
		margin-block-start: -1.5px;
		border-radius: 2px;
		background: var(--_accent);
		pointer-events: none;
	}
	.drop-line[hidden] {
		display: none;
	}

	/* ---- the list under a field ---- */
	.choices {
		position: fixed;
		inset: auto;
		margin: 0;
		padding: 0.25rem;
		overflow: hidden;
		color: var(--_text);
		background: var(--_surface);
		border: 1px solid var(--_field-line);
		border-radius: var(--_radius);
		box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
	}
	.choices:popover-open {
		display: flex;
		flex-direction: column;
	}
	.choices > [role="listbox"] {
		overflow: auto;
		min-block-size: 0;
	}
	.choice {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
		align-items: baseline;
		padding: 0.25rem 0.5rem;
		border-radius: calc(var(--_radius) * 0.6);
		cursor: pointer;
	}
	.choice:hover {
		background: var(--_raised);
	}
	.choice[aria-selected="true"] {
		color: var(--_on-accent);
		background: var(--_accent);
	}
	.choice[aria-selected="true"] > * {
		color: inherit;
	}
	.choice-label {
		font-family: var(--_mono);
		font-size: 0.9em;
		overflow-wrap: anywhere;
	}
	.choice-detail,
	.choice-description,
	.choice-note {
		font-size: 0.8125rem;
		color: var(--_quiet);
	}
	.choice-detail {
		margin-inline-start: auto;
	}
	.choice-description {
		flex-basis: 100%;
	}
	.choice-note {
		margin: 0;
		padding: 0.25rem 0.5rem;
	}

	.lock {
		display: contents;
	}
	/* ---- little width ---- */
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
