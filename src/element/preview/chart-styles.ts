// How the charts of <segql-preview> look.
import { css } from "lit";

export const chartStyles = css`
	.chart {
		margin: 0;
	}
	figure.chart {
		padding-block-start: 1.6rem;
	}
	.plot {
		position: relative;
		block-size: 9rem;
		border-block-end: 1px solid var(--_field-line);
	}
	.plot svg {
		display: block;
		inline-size: 100%;
		block-size: 100%;
	}
	.plot .before {
		fill: var(--_line);
		stroke: var(--_field-line);
		stroke-width: 1px;
		vector-effect: non-scaling-stroke;
	}
	.plot .inside {
		fill: var(--_accent);
	}
	.axis {
		position: relative;
		block-size: 1.6em;
		color: var(--_quiet);
		font-size: 0.8em;
		font-variant-numeric: tabular-nums;
	}
	/* The first begins at its place, the last ends there. */
	.axis span {
		position: absolute;
		top: 0.15em;
		left: calc(var(--_at, 0) * 100%);
		transform: translateX(calc(var(--_at, 0) * -100%));
		white-space: nowrap;
	}
	.legend {
		display: flex;
		flex-wrap: wrap;
		gap: 0.25rem 1rem;
		color: var(--_quiet);
		font-size: 0.875em;
	}
	.key::before {
		content: "";
		display: inline-block;
		inline-size: 0.7em;
		block-size: 0.7em;
		margin-inline-end: 0.4em;
		border-radius: 0.15em;
		background: var(--_line);
		border: 1px solid var(--_field-line);
	}
	.key.inside::before {
		border-color: var(--_accent);
		background: var(--_accent);
	}
	.outdated .key.inside::before {
		border-color: var(--_quiet);
		background: var(--_quiet);
	}
	.handle {
		position: absolute;
		inset-block: -1.6rem -0.35rem;
		left: calc(var(--_at, 0) * 100%);
		inline-size: 1.75rem;
		margin-left: -0.875rem;
		cursor: ew-resize;
		touch-action: none;
	}
	.handle::before {
		content: "";
		position: absolute;
		inset-block: 1.3rem 0.35rem;
		left: calc(50% - 1px);
		inline-size: 2px;
		background: var(--_text);
	}
	.handle::after {
		content: "";
		position: absolute;
		bottom: -0.2rem;
		left: calc(50% - 0.4rem);
		inline-size: 0.8rem;
		block-size: 0.8rem;
		background: var(--_text);
		border: 2px solid var(--_surface);
		border-radius: 50%;
	}
	.handle:is(:hover, :focus-visible, .moving)::before,
	.handle:is(:hover, :focus-visible, .moving)::after {
		background: var(--_accent);
	}
	.bubble {
		position: absolute;
		top: 0;
		left: 50%;
		padding: 0 0.4rem;
		transform: translateX(-50%);
		color: var(--_surface);
		font-size: 0.8em;
		font-variant-numeric: tabular-nums;
		line-height: 1.3rem;
		white-space: nowrap;
		background: var(--_text);
		border-radius: 0.3rem;
		pointer-events: none;
	}
	.handle:is(:hover, :focus-visible, .moving) .bubble {
		background: var(--_accent);
		color: var(--_on-accent);
	}
	.handle.at-end .bubble {
		transform: translateX(-90%);
	}
	.handle.at-start .bubble {
		transform: translateX(-10%);
	}
	@media (forced-colors: active) {
		.plot svg,
		.key::before {
			forced-color-adjust: none;
		}
		.plot .before {
			fill: Canvas;
			stroke: CanvasText;
		}
		.key::before {
			background: Canvas;
			border-color: CanvasText;
		}
		.plot .inside {
			fill: Highlight;
		}
		.key.inside::before {
			background: Highlight;
		}
		.handle::before,
		.handle::after {
			background: CanvasText;
		}
		.bubble {
			border: 1px solid CanvasText;
		}
	}
`;
