// What the properties once found, as cases: each file holds one fault, shrunk, with the ids that language.md gives.
import type { CaseFile } from "../cases/case.ts";

const files: readonly unknown[] = [];

export const regressions = files as readonly CaseFile[];
