// Runs in a page: the innermost loops over a million values, each against a sum of as many doubles. Ratios of speed, by loop.
import {
	bytesLookUp,
	doublesAtLeast,
	doublesWithin,
	integersAtLeast,
	integersWithin,
} from "../../src/columns/kernels/kernels.generated.ts";
import { interleave, speedUp } from "./interleave.ts";

const rows = 1_000_000;

export function measureKernels(): Readonly<Record<string, number>> {
	const doubles = Float64Array.from({ length: rows }, (_, index) => ((index * 48_271) % 100_000) / 100);
	const integers = Int32Array.from(doubles);
	const codes = Uint8Array.from(integers, (value) => value % 9);
	const table = Uint8Array.from({ length: 9 }, (_, code) => code % 2);
	const bits = new Int32Array(rows / 32);
	const [sum, ...loops] = interleave(
		[
			{
				name: "sum",
				batch() {
					let total = 0;
					for (let index = 0; index < doubles.length; index++) total += doubles[index] as number;
					return total < 0 ? 1 : 0;
				},
			},
			...Object.entries({
				"integers >=": () => integersAtLeast(integers, 0, rows, 500, bits, 0),
				"integers between": () => integersWithin(integers, 0, rows, 100, 500, bits, 0),
				"doubles >=": () => doublesAtLeast(doubles, 0, rows, 500, bits, 0),
				"doubles between": () => doublesWithin(doubles, 0, rows, 100, 500, bits, 0),
				"dictionary codes": () => bytesLookUp(codes, 0, rows, table, bits, 0),
			}).map(([name, loop]) => ({
				name,
				batch() {
					loop();
					return 0;
				},
			})),
		].map(({ name, batch }) => ({ name, batch: tenTimes(batch) })),
		{ warmUpMs: 300, rounds: 21 },
	);
	if (!sum) throw new Error("Nothing was measured.");
	return Object.fromEntries(loops.map((measured) => [measured.name, speedUp(measured, sum)]));
}

/** A page's clock is coarse. */
const tenTimes = (batch: () => number) => (): number => {
	for (let time = 0; time < 9; time++) batch();
	return batch();
};
