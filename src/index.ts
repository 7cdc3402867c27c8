// The public API of `segql`, grouped by stage. Re-exports only.

// text → answers, the whole way
export { type Compiled, type CompiledSegment, type CompileOptions, compile } from "./compile.ts";

// text ⇄ tree
export type * as ast from "./syntax/ast.ts";
export { format } from "./syntax/format.ts";
export { type ParsedText, parse, type SyntaxLimits } from "./syntax/parse.ts";
export { print } from "./syntax/print.ts";
export { applyEdits, type TextEdit } from "./text/edit.ts";
export type { Span } from "./text/span.ts";

// fields
export { type Catalogue, type CatalogueInput, type CatalogueProblem, catalogue } from "./fields/catalogue.ts";
export type { Field, FieldType } from "./fields/field.ts";
export { toCatalogueFile } from "./fields/catalogue-file.ts";
export { type InferredCatalogue, inference } from "./fields/infer.ts";

// tree × fields → meaning
export { check } from "./check/check.ts";
export type { CheckedCondition, CheckedSegment } from "./check/checked.ts";
export { type Difference, difference } from "./check/difference.ts";
export { lint } from "./check/lint.ts";
export { operators } from "./check/operators.ts";
export type { DeactivatedPolicy, SegmentEntry, SegmentSource } from "./check/references.ts";

// meaning ⇄ rule
export { type FromRule, type FromRuleOptions, fromRule, type RuleLimits, type RuleNote, type RuleProblem } from "./rule/from-rule.ts";
export type { Rule } from "./rule/rule.ts";
export type { ProfileRule, ProfileRuleProblem } from "./rule/to-profile-rule.ts";
export { type ToRuleOptions, toRule } from "./rule/to-rule.ts";

// one profile
export { compileRule, compileTest } from "./eval/compile-rule.ts";
export { compileTests } from "./eval/compile-tests.ts";
export { evaluate } from "./eval/evaluate.ts";
export { explainer } from "./eval/explain.ts";
export type { ExplainedCondition, Explanation, Outcome, SmallestChange } from "./eval/explanation.ts";
export { type ProfileRecord, type QualityReport, type Recorder, recorder, toRecord } from "./eval/record.ts";

// a segment and its conditions, for `segql/preview`
export { type PreviewPlanOptions, toPreviewPlan } from "./preview/to-preview-plan.ts";
export type { PreviewCondition, PreviewPlan } from "./preview/preview-plan.ts";

// words for people
export { type DiagnosticCode, severities } from "./diagnostic/codes.ts";
export type { Diagnostic, Fix, Severity } from "./diagnostic/diagnostic.ts";
export { renderDiagnostic } from "./diagnostic/render.ts";
export { english } from "./service/english.ts";
