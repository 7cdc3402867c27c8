// Somebody's words in a sentence of ours: as many as anybody reads, whatever stands in a text of a megabyte.

/** UTF-16 units that are shown of somebody's words. */
export const longestShown = 100;

/** The text; of a longer one its first UTF-16 units, a hundred by default, and `…`. No character is halved. */
export function cut(text: string, most: number = longestShown): string {
	if (text.length <= most) return text;
	const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
	return `${text.slice(0, end)}…`;
}
