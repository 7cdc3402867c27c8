// The README's table of columns, written from the figures of the last whole run of `npm run bench columns`.

interface Summary {
	readonly name: string;
	readonly median: number;
}

export interface SavedFigures {
	readonly on: string;
	readonly goals: readonly { readonly what: string; readonly value: number; readonly goal: string; readonly isMet: boolean }[];
	readonly sizes: readonly {
		readonly profiles: number;
		readonly shapes: readonly { readonly name: string; readonly measurements: readonly Summary[] }[];
	}[];
}

const contestants = ["rows by hand", "Arquero", "DuckDB", "json-logic-js"];

/** Milliseconds of columns, and how many times as long the others take, at the largest size measured. */
export function columnTable({ sizes }: SavedFigures): string {
	const largest = sizes.at(-1);
	if (!largest) throw new Error("Nothing was measured.");
	const size = largest.profiles.toLocaleString("en-US");
	const head = [`${size} profiles`, "columns", "conditions known", "rows by hand", "Arquero", "DuckDB, one thread", "json-logic-js"];
	const lines = largest.shapes.map(({ name, measurements }) => {
		const median = (start: string): number => measurements.find((each) => each.name.startsWith(start))?.median ?? Number.NaN;
		const [all, known] = [median("columns"), median("columns, ")];
		return [name, `${digits(all)} ms`, `${digits(known)} ms`, ...contestants.map((other) => `× ${digits(median(other) / all)}`)];
	});
	return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Two that say something. */
const digits = (value: number): string => Number(value.toPrecision(2)).toLocaleString("en-US");

/** One line for each goal, as the benchmark prints it. */
export const goalLines = ({ goals }: Pick<SavedFigures, "goals">): readonly string[] =>
	goals.map(({ what, value, goal, isMet }) => `${isMet ? "met   " : "MISSED"} ${what}: ${value.toFixed(2)} (${goal})`);

/** The goals as a table; those with a number of profiles at its front are one run's. */
export function goalTable({ goals }: Pick<SavedFigures, "goals">): string {
	const head = ["goal", "asked", "measured"];
	const lines = goals.map(({ what, value, goal, isMet }) => [what, goal, `${value.toFixed(2)}${isMet ? "" : " (missed)"}`]);
	return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
