// The fewest single conditions to turn so that the whole becomes true. On a tree of and, or, not and "at least" that is one pass from the
// leaves up; a condition that stands in several places is tried both ways first, because turning it turns every place.
import type { Condition } from "../syntax/ast.ts";

/** The boolean structure over leaves; `id` is the same for leaves that say the same. */
export type Structure =
	| { readonly kind: "leaf"; readonly id: string; readonly condition: Condition; readonly holds: boolean }
	| { readonly kind: "not"; readonly item: Structure }
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly Structure[] };

type Leaf = Extract<Structure, { kind: "leaf" }>;

interface Plan {
	readonly cost: number;
	readonly leaves: readonly Leaf[];
}

/** Repeated conditions tried both ways; each one more doubles the work. */
const maxRepeated = 12;

/** Leaves that are looked at in all: of a long text fewer repeated conditions are tried. */
const maxLooks = 1_000_000;

/** The leaves to turn, each once, and whether no smaller set exists. Cost: leaves × 2 ** (conditions that repeat), at most `maxLooks` or the leaves. */
export function smallestChange(structure: Structure): { readonly leaves: readonly Leaf[]; readonly exact: boolean } {
	const { repeated, leaves } = repeatedLeaves(structure);
	const tried = repeated.slice(0, Math.min(maxRepeated, Math.max(0, Math.floor(Math.log2(maxLooks / leaves)))));
	const exact = tried.length === repeated.length;
	let best: Plan | undefined;
	for (let choice = 0; choice < 2 ** tried.length; choice++) {
		const fixed = new Map(tried.map((leaf, index) => [leaf.id, (choice & (1 << index)) !== 0]));
		const turned = tried.filter((leaf) => fixed.get(leaf.id) !== leaf.holds);
		const rest = cheapest(structure, true, fixed);
		if (!rest) continue;
		const cost = turned.length + rest.cost;
		if (!best || cost < best.cost) best = { cost, leaves: [...turned, ...rest.leaves] };
	}
	return { leaves: uniqueLeaves(best?.leaves ?? []), exact };
}

function repeatedLeaves(structure: Structure): { readonly repeated: readonly Leaf[]; readonly leaves: number } {
	let leaves = 0;
	const seen = new Map<string, { leaf: Leaf; count: number }>();
	const walk = (node: Structure): void => {
		if (node.kind === "leaf") {
			leaves++;
			const known = seen.get(node.id);
			if (known) known.count++;
			else seen.set(node.id, { leaf: node, count: 1 });
		} else if (node.kind === "not") walk(node.item);
		else node.items.forEach(walk);
	};
	walk(structure);
	return { repeated: [...seen.values()].filter(({ count }) => count > 1).map(({ leaf }) => leaf), leaves };
}

/** The cheapest way to make `node` answer `wanted`; undefined when the fixed leaves forbid it. */
function cheapest(node: Structure, wanted: boolean, fixed: ReadonlyMap<string, boolean>): Plan | undefined {
	if (node.kind === "not") return cheapest(node.item, !wanted, fixed);
	if (node.kind === "leaf") {
		const set = fixed.get(node.id);
		if (set !== undefined) return set === wanted ? { cost: 0, leaves: [] } : undefined;
		return node.holds === wanted ? { cost: 0, leaves: [] } : { cost: 1, leaves: [node] };
	}
	// "at least k are true" fails exactly when at least n − k + 1 are false.
	const needed = wanted ? node.count : node.items.length - node.count + 1;
	const plans = node.items.map((item) => cheapest(item, wanted, fixed)).filter((plan) => plan !== undefined);
	if (plans.length < needed) return undefined;
	const chosen = plans.sort((a, b) => a.cost - b.cost).slice(0, Math.max(0, needed));
	return { cost: chosen.reduce((sum, plan) => sum + plan.cost, 0), leaves: chosen.flatMap((plan) => plan.leaves) };
}

function uniqueLeaves(leaves: readonly Leaf[]): readonly Leaf[] {
	return [...new Map(leaves.map((leaf) => [leaf.id, leaf])).values()].sort((a, b) => a.condition.span.from - b.condition.span.from);
}
