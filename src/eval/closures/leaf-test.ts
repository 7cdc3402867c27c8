// Leaves as closures: the last name of the path is read by the lane's fused test, the names before it descend.
import { leave, type Test } from "./data.ts";
import { laneOf } from "./lane-of.ts";
import type { Lane } from "./lane.ts";
import { type Leaf, type LeafTest, valueTest } from "./leaf.ts";
import { type Path, walk } from "./path.ts";

/** Paths longer than this are walked in a loop, so that a path of any length runs in constant stack. */
export const maxFusedPath = 8;

/** The leaf's truth. */
export function leafTest(leaf: Leaf): Test {
	return testAt(leaf.path, leaf);
}

function testAt(path: Path, leaf: LeafTest): Test {
	const [name, ...rest] = path;
	if (name === undefined || path.length > maxFusedPath) {
		const test = valueTest(leaf);
		return name === undefined ? (data) => test(leave(data)) : (data) => test(walk(data, path, null));
	}
	return rest.length === 0 ? laneTest(laneOf(name), leaf) : laneOf(name).within(testAt(rest, leaf));
}

function laneTest(lane: Lane, leaf: LeafTest): Test {
	switch (leaf.kind) {
		case "truthy":
			return lane.isTruthy();
		case "set":
			return lane.isSet();
		case "not-set":
			return lane.isNotSet();
		case "equal":
			return lane.isEqual(leaf.constant);
		case "not-equal":
			return lane.isNotEqual(leaf.constant);
		case "order":
			return orderTests[leaf.operator](lane, leaf.constant);
		case "between":
			return lane.isBetween(leaf.low, leaf.high);
		case "among":
		case "satisfies":
			return lane.satisfies(valueTest(leaf));
	}
}

const orderTests = {
	"<": (lane: Lane, constant: number): Test => lane.isLess(constant),
	"<=": (lane: Lane, constant: number): Test => lane.isAtMost(constant),
	">": (lane: Lane, constant: number): Test => lane.isGreater(constant),
	">=": (lane: Lane, constant: number): Test => lane.isAtLeast(constant),
};
