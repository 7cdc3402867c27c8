// How rows, groups and their lines look.
import { css } from "lit";

export const rowStyles = css`
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
		position: relative;
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

	.lock {
		display: contents;
	}
`;
