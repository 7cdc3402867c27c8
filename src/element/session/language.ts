// What an editor needs of the language, as one module that is loaded on demand: a page shows its text before the parser is there.
// `row-language.ts` is that and rows.
export { operatorRow, operatorsFor } from "../../check/operators.ts";
export { catalogue as readCatalogue } from "../../fields/catalogue.ts";
export { toPreviewPlan } from "../../preview/to-preview-plan.ts";
export { Analyses } from "../../service/analysis.ts";
export { editingService } from "../../service/editing-service.ts";
export { toConditions } from "../../segments/to-conditions.ts";
export { printExpressionAt } from "../../syntax/print-expression.ts";
export { translate, translationOf } from "../../translate.ts";
