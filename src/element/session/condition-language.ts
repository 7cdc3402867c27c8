// The language with what makes a text of the seed system's conditions, for hosts that set those. It is more than they need so that bundlers do not
// cut the language in two for them.
export { fromConditions } from "../../segments/from-conditions.ts";
export * from "./language.ts";
