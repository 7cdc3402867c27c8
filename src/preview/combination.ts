// Plan nodes to a list of word operations, each once however often it is asked for: what a preview counts has most of its parts in common.
import type { PlanNode } from "../columns/plan.ts";

/** `a`, `b` and `items` are places in the list, all before the operation's own. */
export type Operation =
	| { readonly kind: "leaf"; readonly leaf: number }
	| { readonly kind: "constant"; readonly value: boolean }
	| { readonly kind: "and" | "or" | "and-not"; readonly a: number; readonly b: number }
	| { readonly kind: "not"; readonly a: number }
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly number[] };

export class Combination {
	readonly operations: Operation[] = [];
	private readonly places = new Map<string, number>();

	/** The place of what the node asks. */
	placeOf(node: PlanNode): number {
		switch (node.kind) {
			case "leaf":
				return this.add({ kind: "leaf", leaf: node.leaf });
			case "constant":
				return this.add(node);
			case "not":
				return this.not(this.placeOf(node.item));
			case "and":
			case "or":
				return this.chain(
					node.kind,
					node.items.map((item) => this.placeOf(item)),
				).at(-1) as number;
			case "at-least":
				return this.add({ kind: "at-least", count: node.count, items: node.items.map((item) => this.placeOf(item)) });
		}
	}

	/** What the first item asks, the first two, …: the last is all of them. Of no items it is the one constant. */
	chain(kind: "and" | "or", items: readonly number[]): readonly number[] {
		const [first, ...others] = items;
		if (first === undefined) return [this.add({ kind: "constant", value: kind === "and" })];
		const places = [first];
		let so = first;
		for (const item of others) {
			so = this.join(kind, so, item);
			places.push(so);
		}
		return places;
	}

	/** For each item, what all the others ask: those before it and those after it, so that it takes three operations an item and not all of them. */
	chainWithout(kind: "and" | "or", items: readonly number[]): readonly number[] {
		const before = this.chain(kind, items.slice(0, -1));
		const after = this.chain(kind, items.slice(1).reverse()).toReversed();
		return items.map((_, index) => {
			const [left, right] = [before[index - 1], after[index]];
			return left === undefined || right === undefined ? ((left ?? right) as number) : this.join(kind, left, right);
		});
	}

	and(a: number, b: number): number {
		const negated = this.operations[b];
		return negated?.kind === "not" ? this.andNot(a, negated.a) : this.add({ kind: "and", a, b });
	}

	andNot(a: number, b: number): number {
		return this.add({ kind: "and-not", a, b });
	}

	private join(kind: "and" | "or", a: number, b: number): number {
		return kind === "and" ? this.and(a, b) : this.add({ kind, a, b });
	}

	private not(a: number): number {
		const inner = this.operations[a];
		return inner?.kind === "not" ? inner.a : this.add({ kind: "not", a });
	}

	private add(operation: Operation): number {
		const key = JSON.stringify(operation);
		const known = this.places.get(key);
		if (known !== undefined) return known;
		const place = this.operations.push(operation) - 1;
		this.places.set(key, place);
		return place;
	}
}
