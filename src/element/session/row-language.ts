// The language with the rows of a text and what is done to them: for builders, which load it beside what editors need.
export * as document from "../../document/index.ts";
export * from "./language.ts";
