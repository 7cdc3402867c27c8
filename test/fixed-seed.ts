/// <reference types="node" />
// Loaded before the tests when mutants are run: properties then try the same examples every time, so that whether a mutant
// is found does not depend on luck; and fewer examples than usual are tried, because all of them are for every mutant that is not found.
import { configureGlobal } from "fast-check";

configureGlobal({ seed: 20_260_501 });
process.env.SEGQL_RUNS ??= "100";
process.env.SEGQL_EVERY ??= "23";
