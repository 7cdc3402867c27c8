// A condition that is only a `?`: all of it is still to be chosen.
import type { Row } from "../../document/row.ts";

export const isPlaceholder = (row: Row): boolean => row.kind === "condition" && row.operator === "true" && row.subject.editor === "hole";
