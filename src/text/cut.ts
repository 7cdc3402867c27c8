// Somebody's words in a sentence of ours: as many as anybody reads, whatever stands in a text of a megabyte.

/** UTF-16 units that are shown of somebody's words. */
export const longestShown = 100;

/** The text; of a longer one its first hundred UTF-16 units and `…`. No character is halved. */
export function cut(text: string): string {
	if (text.length <= longestShown) return text;
	const end = /[\uD800-\uDBFF]/.test(text.charAt(longestShown - 1)) ? longestShown - 1 : longestShown;
	return `${text.slice(0, end)}…`;
}
