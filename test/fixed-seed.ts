/// <reference types="node" />
// Loaded before the tests when mutants are run: fewer examples than usual are tried, because all of them are for every mutant that is not
// found, and of so few always the same, so that whether a mutant is found does not depend on luck.
process.env.SEGQL_SEED ??= "20260501";
process.env.SEGQL_RUNS ??= "100";
process.env.SEGQL_EVERY ??= "23";
