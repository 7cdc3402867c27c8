// The visual builder. Re-exports only.
export { BuilderElement } from "./builder-element.ts";
export type { BuilderWords } from "./words.ts";
