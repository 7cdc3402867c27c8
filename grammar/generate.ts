// Writes what follows from the grammar: cst.ts. `--check` writes nothing and exits 1 when one is stale.
import { writeFileSync } from "node:fs";
import { generateCstDts } from "chevrotain";
import { segmentParser } from "./parser.ts";

writeFileSync(new URL("cst.ts", import.meta.url), generateCstDts(segmentParser().getGAstProductions(), { includeVisitorInterface: false }));
