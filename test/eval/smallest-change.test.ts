// The smallest change against trying every set of leaves.
import { expect } from "chai";
import fc from "fast-check";
import { smallestChange, type Structure } from "../../src/eval/smallest-change.ts";
import type { Condition } from "../../src/syntax/ast.ts";

const condition: Condition = { kind: "broken", span: { from: 0, to: 0 } };
const names = ["a", "b", "c", "d", "e"];

/** Leaves of the same name hold alike, as they do in a text. */
const structures = fc.array(fc.boolean(), { minLength: names.length, maxLength: names.length }).chain((holds) => {
	const leaf = fc
		.nat(names.length - 1)
		.map((index): Structure => ({ kind: "leaf", id: names[index] ?? "a", condition, holds: holds[index] ?? false }));
	const { tree } = fc.letrec<{ tree: Structure }>((tie) => ({
		tree: fc.oneof(
			{ depthSize: "small", withCrossShrink: true },
			leaf,
			tie("tree").map((item): Structure => ({ kind: "not", item })),
			fc
				.tuple(fc.array(tie("tree"), { minLength: 1, maxLength: 3 }), fc.nat(2))
				.map(([items, count]): Structure => ({ kind: "at-least", count: Math.min(count + 1, items.length), items })),
		),
	}));
	return fc.tuple(tree, fc.constant(holds));
});

function answer(node: Structure, values: ReadonlyMap<string, boolean>): boolean {
	if (node.kind === "leaf") return values.get(node.id) ?? false;
	if (node.kind === "not") return !answer(node.item, values);
	return node.items.filter((item) => answer(item, values)).length >= node.count;
}

describe("smallestChange", () => {
	it("finds a set that works, and no smaller one does", () => {
		fc.assert(
			fc.property(structures, ([tree, holds]) => {
				const values = (turned: ReadonlySet<string>) =>
					new Map(names.map((name, index) => [name, turned.has(name) !== (holds[index] ?? false)]));
				const sizes: number[] = [];
				for (let mask = 0; mask < 2 ** names.length; mask++) {
					const turned = new Set(names.filter((_, index) => mask & (1 << index)));
					if (answer(tree, values(turned))) sizes.push(turned.size);
				}
				if (sizes.length === 0) return;
				const { leaves, exact } = smallestChange(tree);
				const turned = new Set(leaves.map((leaf) => leaf.id));
				expect(exact).to.equal(true);
				expect(turned.size).to.equal(leaves.length);
				expect(answer(tree, values(turned))).to.equal(true);
				expect(turned.size).to.equal(Math.min(...sizes));
			}),
			{ numRuns: 300 },
		);
	});
});
