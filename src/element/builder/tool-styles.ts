// How what stands beside and below a row looks: counts, buttons, panels, problems.
import { css } from "lit";

export const toolStyles = css`
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
		flex: none;
	}
	.quick {
		display: flex;
		position: absolute;
		inset-block-start: 0;
		inset-inline-end: 1.75rem;
		opacity: 0;
		pointer-events: none;
	}
	.quick > .tool {
		inline-size: 1.5rem;
		min-width: 1.5rem;
	}
	.roomy .quick {
		opacity: 1;
		pointer-events: auto;
	}
	/* Reached by keys where there is no room: a line of their own. */
	.line:not(.roomy):has(.quick :focus-visible) {
		flex-wrap: wrap;
	}
	.line:not(.roomy) > .tools:has(.quick :focus-visible) {
		display: flex;
		flex: 1 0 100%;
		justify-content: end;
	}
	.line:not(.roomy) .quick:has(:focus-visible) {
		position: static;
		opacity: 1;
		pointer-events: auto;
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
	.additions {
		display: flex;
		flex-wrap: wrap;
		gap: 0.3rem;
	}
	.add,
	.with-sign {
		display: inline-flex;
		gap: 0.2rem;
		align-items: center;
	}
	.add {
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
	.refusals {
		display: grid;
		gap: 0.2rem;
	}
	[aria-invalid="true"],
	[aria-invalid="true"]:hover {
		border-color: var(--_error);
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
`;
