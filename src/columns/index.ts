// The entry `segql/columns`: many profiles at once. Build a Table, turn a checked segment into a plan, run it; save the table, and load it.
export { Bitmap } from "./bitmap.ts";
export type { Plan, PlanCondition, PlanLeaf, PlanNode, PlanValue } from "./plan.ts";
export { type PlanProblem, type PlanProblemCode, planProblems } from "./plan-problems.ts";
export { rowsOfIds, rowsOfIdsInSteps } from "./rows-of-ids.ts";
export { type Answer, run, type RunOptions, runInSteps } from "./run.ts";
export { joinFields } from "./saved/join-fields.ts";
export { type JoinedManifest, joinManifests } from "./saved/join-manifests.ts";
export {
	type Loaded,
	type LoadOptions,
	loadColumns,
	loadColumnsInSteps,
	loadTable,
	loadTableInSteps,
	type SavedParts,
	type VerifyOptions,
} from "./saved/load-table.ts";
export type { SavedProblem, SavedProblemCode } from "./saved/problems.ts";
export { type SavedColumn, type SavedTable, type SaveOptions, saveTable, saveTableInSteps } from "./saved/save-table.ts";
export { type Steps, toEnd } from "./steps.ts";
export { Table, type TableOptions } from "./table.ts";
export { toPlan } from "./to-plan.ts";
