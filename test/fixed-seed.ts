// Loaded before the tests when mutants are run: properties then try the same examples every time, so that whether a mutant
// is found does not depend on luck.
import { configureGlobal } from "fast-check";

configureGlobal({ seed: 20_260_501 });
