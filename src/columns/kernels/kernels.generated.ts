// Written by test/bench/columns-generate.ts from kernels.ts; do not edit.

/** low <= value. NaN gives 0. */
export function integersAtLeast(values: Int32Array, at: number, count: number, low: number, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				(+((values[from] as number) >= low) << 28) |
				(+((values[from + 1] as number) >= low) << 29) |
				(+((values[from + 2] as number) >= low) << 30) |
				(+((values[from + 3] as number) >= low) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) rest |= +((values[from++] as number) >= low) << bit;
	bits[to] = rest;
}

/** low <= value. NaN gives 0. */
export function doublesAtLeast(values: Float64Array, at: number, count: number, low: number, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				(+((values[from] as number) >= low) << 28) |
				(+((values[from + 1] as number) >= low) << 29) |
				(+((values[from + 2] as number) >= low) << 30) |
				(+((values[from + 3] as number) >= low) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) rest |= +((values[from++] as number) >= low) << bit;
	bits[to] = rest;
}

/** low <= value <= high. NaN gives 0. */
export function integersWithin(values: Int32Array, at: number, count: number, low: number, high: number, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				((+((values[from] as number) >= low) & +((values[from] as number) <= high)) << 28) |
				((+((values[from + 1] as number) >= low) & +((values[from + 1] as number) <= high)) << 29) |
				((+((values[from + 2] as number) >= low) & +((values[from + 2] as number) <= high)) << 30) |
				((+((values[from + 3] as number) >= low) & +((values[from + 3] as number) <= high)) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) {
		rest |= (+((values[from] as number) >= low) & +((values[from] as number) <= high)) << bit;
		from++;
	}
	bits[to] = rest;
}

/** low <= value <= high. NaN gives 0. */
export function doublesWithin(values: Float64Array, at: number, count: number, low: number, high: number, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				((+((values[from] as number) >= low) & +((values[from] as number) <= high)) << 28) |
				((+((values[from + 1] as number) >= low) & +((values[from + 1] as number) <= high)) << 29) |
				((+((values[from + 2] as number) >= low) & +((values[from + 2] as number) <= high)) << 30) |
				((+((values[from + 3] as number) >= low) & +((values[from + 3] as number) <= high)) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) {
		rest |= (+((values[from] as number) >= low) & +((values[from] as number) <= high)) << bit;
		from++;
	}
	bits[to] = rest;
}

/** `table` holds 0 or 1 for every code. */
export function bytesLookUp(codes: Uint8Array, at: number, count: number, table: Uint8Array, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				((table[codes[from] as number] as number) << 28) |
				((table[codes[from + 1] as number] as number) << 29) |
				((table[codes[from + 2] as number] as number) << 30) |
				((table[codes[from + 3] as number] as number) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) rest |= (table[codes[from++] as number] as number) << bit;
	bits[to] = rest;
}

/** `table` holds 0 or 1 for every code. */
export function shortsLookUp(codes: Uint16Array, at: number, count: number, table: Uint8Array, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				((table[codes[from] as number] as number) << 28) |
				((table[codes[from + 1] as number] as number) << 29) |
				((table[codes[from + 2] as number] as number) << 30) |
				((table[codes[from + 3] as number] as number) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) rest |= (table[codes[from++] as number] as number) << bit;
	bits[to] = rest;
}

/** `table` holds 0 or 1 for every code. */
export function integersLookUp(codes: Int32Array, at: number, count: number, table: Uint8Array, bits: Int32Array, word: number): void {
	const end = at + count;
	const whole = at + (count & ~31);
	let to = word;
	let from = at;
	while (from < whole) {
		let made = 0;
		for (const stop = from + 32; from < stop; from += 4) {
			made =
				(made >>> 4) |
				((table[codes[from] as number] as number) << 28) |
				((table[codes[from + 1] as number] as number) << 29) |
				((table[codes[from + 2] as number] as number) << 30) |
				((table[codes[from + 3] as number] as number) << 31);
		}
		bits[to++] = made;
	}
	if (from === end) return;
	let rest = 0;
	for (let bit = 0; from < end; bit++) rest |= (table[codes[from++] as number] as number) << bit;
	bits[to] = rest;
}
