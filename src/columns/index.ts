// The entry `segql/columns`: many profiles at once. Build a Table, turn a checked segment into a plan, run it.
export { Bitmap } from "./bitmap.ts";
export type { Plan, PlanCondition, PlanLeaf, PlanNode, PlanValue } from "./plan.ts";
export { type PlanProblem, planProblems } from "./plan-problems.ts";
export { type Answer, run, runInSteps } from "./run.ts";
export { Table, type TableOptions } from "./table.ts";
export { toPlan } from "./to-plan.ts";
