// How tables and explanations look; and, last of all, what changes with little width and with the colours of the system.
import { css } from "lit";

export const tableStyles = css`
	table {
		inline-size: 100%;
		border-collapse: collapse;
		font-size: 0.875em;
	}
	caption {
		padding: 0.45rem 0.75rem;
		font-weight: 600;
		text-align: start;
	}
	th,
	td {
		padding: 0.35rem 0.75rem;
		font-weight: 400;
		text-align: start;
		border-block-start: 1px solid var(--_line);
		white-space: nowrap;
	}
	thead th {
		color: var(--_quiet);
		background: var(--_raised);
		font-weight: 600;
	}
	tr:first-child > :is(th, td) {
		border-block-start-color: transparent;
	}
	caption ~ thead tr:first-child > th {
		border-block-start-color: var(--_line);
	}
	td,
	th[scope="row"],
	bdi {
		max-inline-size: 28ch;
		overflow: hidden;
		text-overflow: ellipsis;
	}
	td.number,
	th.number {
		text-align: end;
	}
	td.wide {
		inline-size: 40%;
		min-inline-size: 5rem;
		vertical-align: middle;
	}
	td.quiet:not(.number) {
		font-style: italic;
	}
	.steps th[scope="row"] {
		white-space: normal;
		overflow-wrap: anywhere;
	}
	.why {
		margin-inline-start: 0.35rem;
	}
	.verdict {
		margin-block-end: 0.4rem;
		font-weight: 600;
	}
	.verdict.passed,
	.passed > .outcome {
		color: var(--_good);
	}
	.verdict.failed,
	.failed > .outcome {
		color: var(--_error);
	}
	.missing > .outcome {
		color: var(--_warning);
	}
	.explained {
		display: flex;
		flex-wrap: wrap;
		gap: 0 0.75rem;
		align-items: baseline;
		padding-block: 0.2rem;
		font-size: 0.9em;
	}
	.outcome {
		flex: 0 0 auto;
		font-weight: 600;
	}
	.change {
		padding: 0.4rem 0.75rem;
		margin-block-start: 0.6rem;
		font-size: 0.9em;
		background: var(--_raised);
		border-radius: var(--_radius);
	}
	.broken {
		padding: 0.4rem 0.75rem;
		border-inline-start: 3px solid var(--_error);
		background: var(--_raised);
	}
	@container (max-width: 26rem) {
		.state {
			min-height: 3.25rem;
		}
		.condition {
			grid-template-columns: minmax(0, 1fr) auto;
		}
		.condition .code {
			grid-column: 1 / -1;
		}
		.condition .digits:not(.quiet) {
			text-align: start;
		}
		th,
		td {
			padding-inline: 0.5rem;
		}
	}
	/* A name has a line to itself, and below it stand its bar and numbers. Their roles are written out: this takes those of a table away. */
	@container (max-width: 30rem) {
		.steps {
			display: grid;
			grid-template-columns: minmax(4.5rem, 1fr) auto auto;
		}
		.steps :is(thead, tbody, tr) {
			display: grid;
			grid-column: 1 / -1;
			grid-template-columns: subgrid;
			align-items: center;
		}
		.steps caption,
		.steps th[scope="row"] {
			grid-column: 1 / -1;
			max-inline-size: none;
		}
		.steps caption {
			padding-inline: 0.5rem;
		}
		.steps th[scope="row"] {
			min-inline-size: 0;
			padding-block-end: 0;
		}
		.steps thead th {
			align-self: stretch;
			white-space: normal;
		}
		.steps td {
			border-block-start: 0;
		}
		.steps td.wide {
			inline-size: auto;
			min-inline-size: 0;
		}
	}
	@media (forced-colors: active) {
		.bar {
			forced-color-adjust: none;
			background: Canvas;
			border: 1px solid CanvasText;
		}
		.bar .before {
			fill: Canvas;
		}
		.bar .inside {
			fill: Highlight;
		}
		[role="tab"] {
			margin-block-end: 0;
			border-block-end-color: Canvas;
		}
		[role="tab"][aria-selected="true"] {
			border-block-end: 3px solid Highlight;
		}
	}
`;
