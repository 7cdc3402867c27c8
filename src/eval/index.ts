// The entry `segql/eval`: runs stored rules over records. No parser, no checker.
export { compileRule, compileTest } from "./compile-rule.ts";
export { compileTests } from "./compile-tests.ts";
export { evaluate } from "./evaluate.ts";
export type { Rule } from "../rule/rule.ts";
export { type ProfileRecord, type QualityReport, type Recorder, recorder, toRecord } from "./record.ts";
