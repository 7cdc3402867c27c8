// The language with what makes a text of its other forms, for hosts that set a rule or the seed system's conditions. It is more than they need so
// that bundlers do not cut the language in two for them.
export { fromRule } from "../../rule/from-rule.ts";
export { fromConditions } from "../../segments/from-conditions.ts";
export * from "./language.ts";
