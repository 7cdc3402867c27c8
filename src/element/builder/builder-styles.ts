// How <segql-builder> looks. Logical distances only, so that it reads from right to left as well.
import type { CSSResultGroup } from "lit";
import { choiceStyles } from "./choice-styles.ts";
import { fieldStyles } from "./field-styles.ts";
import { narrowStyles } from "./narrow-styles.ts";
import { rowStyles } from "./row-styles.ts";
import { toolStyles } from "./tool-styles.ts";

export const builderStyles: CSSResultGroup = [rowStyles, fieldStyles, toolStyles, choiceStyles, narrowStyles];
