// Whether a formula can be true at all: tries cells of one variable after the other, and gives a branch up as soon as the variables
// chosen so far decide the answer (Davis, Logemann and Loveland 1962, over more than two values).
import type { Cell, Formula, Variables } from "./formula.ts";

export type Satisfiable = "yes" | "no" | "unknown";

/** Evaluations of the formula before the question is given up as unknown. */
const defaultBudget = 4_000;

export function satisfiable(formula: Formula, variables: Variables, budget: number = defaultBudget): Satisfiable {
	const chosen = new Map<string, Cell>();
	let left = budget;
	const search = (): Satisfiable => {
		if (--left < 0) return "unknown";
		const { answer, open } = evaluate(formula, chosen);
		if (answer !== undefined) return answer ? "yes" : "no";
		if (open === undefined) return "unknown";
		for (const cell of variables.cells(open)) {
			chosen.set(open, cell);
			const found = search();
			if (found !== "no") return found;
		}
		chosen.delete(open);
		return "no";
	};
	return search();
}

interface Evaluated {
	/** Undefined while it depends on a variable that is not chosen yet. */
	readonly answer: boolean | undefined;
	/** The first such variable. */
	readonly open?: string | undefined;
}

function evaluate(formula: Formula, chosen: ReadonlyMap<string, Cell>): Evaluated {
	switch (formula.kind) {
		case "atom":
			return chosen.has(formula.variable)
				? { answer: formula.test(chosen.get(formula.variable)) }
				: { answer: undefined, open: formula.variable };
		case "not": {
			const { answer, open } = evaluate(formula.item, chosen);
			return { answer: answer === undefined ? undefined : !answer, open };
		}
		case "at-least": {
			let missing = formula.count;
			let remaining = formula.items.length;
			let open: string | undefined;
			for (const item of formula.items) {
				if (missing <= 0) return { answer: true };
				if (remaining < missing) return { answer: false };
				const evaluated = evaluate(item, chosen);
				if (evaluated.answer === true) missing--;
				if (evaluated.answer !== undefined) remaining--;
				else open ??= evaluated.open;
			}
			if (missing <= 0) return { answer: true };
			return remaining < missing ? { answer: false } : { answer: undefined, open };
		}
	}
}
