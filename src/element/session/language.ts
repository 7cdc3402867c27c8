// Everything of the language that elements use, as one module that is loaded on demand: a page shows its text before the parser is there.
export { operatorRow, operatorsFor } from "../../check/operators.ts";
export { compile, compiledOf } from "../../compile.ts";
export * as document from "../../document/index.ts";
export { catalogue as readCatalogue } from "../../fields/catalogue.ts";
export { toPreviewPlan } from "../../preview/to-preview-plan.ts";
export { Analyses } from "../../service/analysis.ts";
export { serviceOver } from "../../service/language-service.ts";
export { fromRule } from "../../rule/from-rule.ts";
export { fromConditions } from "../../segments/from-conditions.ts";
export { toConditions } from "../../segments/to-conditions.ts";
export { canNegate } from "../../syntax/operators.ts";
export { printExpressionAt } from "../../syntax/print-expression.ts";
