// Colours, letters and distances that all elements share. Hosts set the `--segql-*` properties and `color-scheme`. A style sheet object, never a
// style attribute, so that it works under a strict content-security policy; every rule is inside a shadow root, so a host's do not reach it.
import { css } from "lit";

export const theme = css`
	:host {
		--_accent: var(--segql-accent, light-dark(#1f5fbf, #8ab8ff));
		--_on-accent: var(--segql-on-accent, light-dark(#ffffff, #10243f));
		--_text: var(--segql-text, light-dark(#1c2127, #e6e9ee));
		--_quiet: var(--segql-quiet, light-dark(#57606c, #a3acb9));
		--_surface: var(--segql-surface, light-dark(#ffffff, #171a1f));
		--_raised: var(--segql-raised, light-dark(#f4f6f9, #20242b));
		--_line: var(--segql-line, light-dark(#d5dae2, #353b45));
		--_field-line: var(--segql-field-line, light-dark(#7c8694, #78828f));
		--_error: var(--segql-error, light-dark(#b3261e, #ffb4ab));
		--_warning: var(--segql-warning, light-dark(#8a5100, #f5c26b));
		--_good: var(--segql-good, light-dark(#1a6b3c, #7fd6a2));
		--_radius: var(--segql-radius, 0.5rem);
		--_mono: var(--segql-mono, ui-monospace, "SF Mono", "Cascadia Code", "DejaVu Sans Mono", Menlo, Consolas, monospace);
		display: block;
		color: var(--_text);
		font: inherit;
		line-height: 1.5;
		text-align: start;
	}
	:host([hidden]) {
		display: none !important;
	}
	*,
	*::before,
	*::after {
		box-sizing: border-box;
	}
	:focus-visible {
		outline: 2px solid var(--_accent);
		outline-offset: 2px;
	}
	button {
		min-height: 1.75rem;
		min-width: 1.75rem;
		padding: 0.15rem 0.6rem;
		font: inherit;
		font-size: 0.875em;
		color: var(--_accent);
		background: var(--_surface);
		border: 1px solid var(--_line);
		border-radius: calc(var(--_radius) * 0.8);
		cursor: pointer;
	}
	button:hover:not(:disabled) {
		border-color: var(--_accent);
	}
	button:disabled {
		color: var(--_quiet);
		cursor: default;
	}
	/* WebKitGTK draws grey buttons of the system, whatever colours a style sheet asks for. The arrow is drawn, since pictures would have to be fetched. */
	@media (forced-colors: none) {
		select:not([multiple], [size]) {
			appearance: none;
			padding-inline-end: 1.5rem;
			background-image: linear-gradient(45deg, transparent 50%, var(--_quiet) 50%), linear-gradient(-45deg, transparent 50%, var(--_quiet) 50%);
			background-size: 0.3rem 0.3rem;
			background-position: right 0.8rem center, right 0.5rem center;
			background-repeat: no-repeat;
		}
		select:not([multiple], [size]):dir(rtl) {
			background-position: left 0.5rem center, left 0.8rem center;
		}
	}
	.only-spoken {
		position: absolute;
		width: 1px;
		height: 1px;
		margin: -1px;
		overflow: hidden;
		clip-path: inset(50%);
		white-space: nowrap;
	}
	@media (prefers-reduced-motion: reduce) {
		*,
		*::before,
		*::after {
			animation: none !important;
			transition: none !important;
			scroll-behavior: auto !important;
		}
	}
	@media (forced-colors: active) {
		/* Whatever else a part says of them: nothing but this tells that they do nothing. */
		button:is(:disabled, [aria-disabled="true"]) {
			color: GrayText !important;
			opacity: 1 !important;
		}
	}
`;
