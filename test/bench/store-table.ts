// The figures of `npm run bench store.b` as a table, as the bench prints it and a README can show it.

/** As a ratio in one run: what it is, what it has to be, what it was. */
export interface StoreGoal {
	readonly name: string;
	readonly goal: string;
	readonly ratio: number;
	readonly isMet: boolean;
}

export interface StoreFigures {
	/** Browser and processor. */
	readonly on: string;
	readonly profiles: number;
	readonly goals: readonly StoreGoal[];
}

export function storeTable({ profiles, goals }: StoreFigures): string {
	const head = [`${profiles.toLocaleString("en-US")} profiles in IndexedDB`, "ratio", "goal"];
	const lines = goals.map(({ name, ratio, goal, isMet }) => [name, `${digits(ratio)}${isMet ? "" : " (missed)"}`, goal]);
	return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Two that say something. */
const digits = (value: number): string => Number(value.toPrecision(value < 100 ? 2 : 3)).toLocaleString("en-US");
