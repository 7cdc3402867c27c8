// How the list under a field looks.
import { css } from "lit";

export const choiceStyles = css`
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
`;
