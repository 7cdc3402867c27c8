// Somebody's words in a sentence of ours: as many as anybody reads, whatever stands in a text of a megabyte. No character is halved.

/** UTF-16 units that are shown of somebody's words. */
export const longestShown = 100;

/** The text; of a longer one its first UTF-16 units, a hundred by default, and `…` behind them. */
export const cut = (text: string, most: number = longestShown): string => (text.length <= most ? text : `${beginning(text, most)}…`);

/** The text on one line of `most` UTF-16 units; of a longer one as much as fits, the `…` included. */
export function oneLine(text: string, most: number): string {
	const words = beginning(text, 20 * most)
		.trim()
		.replace(/\s+/g, " ");
	return words.length <= most ? words : `${beginning(words, most - 1).trimEnd()}…`;
}

const beginning = (text: string, most: number): string => text.slice(0, /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most);
