// What the properties once found, as cases: each file holds the faults of one kind, shrunk, with the ids that language.md gives.
import type { CaseFile } from "../cases/case.ts";
import noCondition from "./no-condition.json" with { type: "json" };
import points from "./points.json" with { type: "json" };

const files: readonly unknown[] = [noCondition, points];

export const regressions = files as readonly CaseFile[];
