// The known names nearest to one that is not known.

/** Longer names are compared by their first part only: a name is short, and a hostile one must not cost more. */
const maxCompared = 60;

/**
 * At most `limit` candidates that the author may have meant, the nearest first: those that differ in few keystrokes (a swap of two
 * neighbours counts as one), in letter case, or that begin with the word. Ties keep the order of `candidates`.
 * At most about `candidates` × 60 × 8 steps.
 *
 * nearest("contry", ["country", "city"]) // -> ["country"]
 */
export function nearest(word: string, candidates: Iterable<string>, limit = 3): string[] {
	const wanted = comparable(word);
	if (wanted === "") return [];
	// A third of the letters may be wrong, and never a whole short word.
	const most = Math.min(Math.max(1, Math.floor(wanted.length / 3)), 4, wanted.length - 1);
	const found: { readonly name: string; readonly distance: number }[] = [];
	for (const name of candidates) {
		const distance = distanceTo(wanted, comparable(name), most);
		if (distance !== undefined) found.push({ name, distance });
	}
	return found
		.sort((a, b) => a.distance - b.distance)
		.slice(0, limit)
		.map(({ name }) => name);
}

const comparable = (name: string): string => name.slice(0, maxCompared).toLowerCase();

/** How far apart two words are; undefined when too far. Beginnings count as nearly right. */
function distanceTo(wanted: string, candidate: string, most: number): number | undefined {
	if (wanted === candidate) return 0;
	const edits = editDistance(wanted, candidate, most);
	if (edits !== undefined) return edits;
	const isBeginning = wanted.length >= 3 && (candidate.startsWith(wanted) || candidate.split(/[._\s]/).includes(wanted));
	return isBeginning ? most + 1 : undefined;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), undefined when more than `most`.
 * Only the diagonal band of width 2 × most + 1 is computed.
 */
function editDistance(a: string, b: string, most: number): number | undefined {
	if (Math.abs(a.length - b.length) > most) return undefined;
	const far = most + 1;
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
	for (let row = 1; row <= a.length; row++) {
		const current = new Array<number>(b.length + 1).fill(far);
		current[0] = Math.min(row, far);
		let least = current[0];
		for (let column = Math.max(1, row - most); column <= Math.min(b.length, row + most); column++) {
			const isSame = a.charAt(row - 1) === b.charAt(column - 1);
			let cost = Math.min((above[column] ?? far) + 1, (current[column - 1] ?? far) + 1, (above[column - 1] ?? far) + (isSame ? 0 : 1));
			const isSwap = row > 1 && column > 1 && a.charAt(row - 1) === b.charAt(column - 2) && a.charAt(row - 2) === b.charAt(column - 1);
			if (isSwap) cost = Math.min(cost, (before[column - 2] ?? far) + 1);
			current[column] = Math.min(cost, far);
			least = Math.min(least, cost);
		}
		if (least > most) return undefined;
		before = above;
		above = current;
	}
	const distance = above[b.length] ?? far;
	return distance > most ? undefined : distance;
}

/**
 * Names in a sentence: quoted, joined by commas and a last `or`.
 *
 * quotedList(["a", "b", "c"]) // -> "a", "b" or "c"
 */
export function quotedList(names: readonly string[], joiner: "or" | "and" = "or"): string {
	const all = names.map((name) => `"${name}"`);
	return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} ${joiner} ${all.at(-1)}`;
}
