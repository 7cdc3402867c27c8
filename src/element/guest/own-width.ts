// A width of its own for what is inside a container query: such a box counts as empty where a page sizes by content, and would be gone there.
import { css } from "lit";

export const ownWidth = css`
	/* Two points with a blank between them, unseen: as wide as that if there is room, and as narrow as a point if there is none. */
	.own-width::before {
		content: ". .";
		display: block;
		block-size: 0;
		overflow: hidden;
		visibility: hidden;
		font-size: 0;
		text-align: start;
		white-space: normal;
		word-spacing: 40rem;
	}
`;
