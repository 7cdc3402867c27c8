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
	const rows = threeRows();
	const found: { readonly name: string; readonly distance: number }[] = [];
	for (const name of candidates) {
		const distance = distanceTo(wanted, comparable(name), most, rows);
		if (distance !== undefined) found.push({ name, distance });
	}
	return found
		.sort((a, b) => a.distance - b.distance)
		.slice(0, limit)
		.map(({ name }) => name);
}

const comparable = (name: string): string => name.slice(0, maxCompared).toLowerCase();

/** How far apart two words are; undefined when too far. Beginnings count as nearly right. */
function distanceTo(wanted: string, candidate: string, most: number, rows: Rows): number | undefined {
	if (wanted === candidate) return 0;
	const edits = editDistance(wanted, candidate, most, rows);
	if (edits !== undefined) return edits;
	const isBeginning = wanted.length >= 3 && (candidate.startsWith(wanted) || candidate.split(/[._\s]/).includes(wanted));
	return isBeginning ? most + 1 : undefined;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment), undefined when more than `most`.
 * Only the diagonal band of width 2 × most + 1 is computed, between what both words begin and end with.
 */
function editDistance(a: string, b: string, most: number, rows: Rows): number | undefined {
	if (Math.abs(a.length - b.length) > most) return undefined;
	let from = 0;
	let [toA, toB] = [a.length, b.length];
	while (from < toA && from < toB && a.charCodeAt(from) === b.charCodeAt(from)) from++;
	while (toA > from && toB > from && a.charCodeAt(toA - 1) === b.charCodeAt(toB - 1)) {
		toA--;
		toB--;
	}
	return bandDistance(a.slice(from, toA), b.slice(from, toB), most, rows);
}

/** The row above the one above, the row above, and the current one: made once for all candidates. */
type Rows = readonly [Uint8Array, Uint8Array, Uint8Array];

const threeRows = (): Rows => [new Uint8Array(maxCompared + 1), new Uint8Array(maxCompared + 1), new Uint8Array(maxCompared + 1)];

function bandDistance(a: string, b: string, most: number, rows: Rows): number | undefined {
	const far = most + 1;
	let [before, above, current] = rows;
	for (let column = 0; column <= b.length; column++) above[column] = Math.min(column, far);
	for (let row = 1; row <= a.length; row++) {
		current.fill(far, 0, b.length + 1);
		current[0] = Math.min(row, far);
		let least = row <= most ? row : far;
		const last = Math.min(b.length, row + most);
		for (let column = Math.max(1, row - most); column <= last; column++) {
			const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
			let cost = Math.min((above[column] ?? far) + 1, (current[column - 1] ?? far) + 1, (above[column - 1] ?? far) + (isSame ? 0 : 1));
			const mayBeSwap = !isSame && row > 1 && column > 1;
			if (mayBeSwap && a.charCodeAt(row - 1) === b.charCodeAt(column - 2) && a.charCodeAt(row - 2) === b.charCodeAt(column - 1)) {
				cost = Math.min(cost, (before[column - 2] ?? far) + 1);
			}
			if (cost < far) current[column] = cost;
			if (cost < least) least = cost;
		}
		if (least > most) return undefined;
		[before, above, current] = [above, current, before];
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
