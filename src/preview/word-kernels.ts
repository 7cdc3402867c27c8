// Combining stretches of answers into a third array, 32 rows at a time: `words` words of each, from its own place on.

export function andWords(a: Int32Array, aAt: number, b: Int32Array, bAt: number, into: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[word] = (a[aAt + word] as number) & (b[bAt + word] as number);
}

export function orWords(a: Int32Array, aAt: number, b: Int32Array, bAt: number, into: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[word] = (a[aAt + word] as number) | (b[bAt + word] as number);
}

/** The bits of `a` that are not in `b`. */
export function andNotWords(a: Int32Array, aAt: number, b: Int32Array, bAt: number, into: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[word] = (a[aAt + word] as number) & ~(b[bAt + word] as number);
}

export function notWords(a: Int32Array, aAt: number, into: Int32Array, words: number): void {
	for (let word = 0; word < words; word++) into[word] = ~(a[aAt + word] as number);
}
