// Every property tries the same examples at every run, so that the tests say the same of the same code: what chance finds is found by a
// longer look, not by somebody else's change. Loaded before all tests: by .mocharc.json in Node, by test/browser/bundle.ts in browsers.
import fc from "fast-check";
import { environment, seedOf } from "./runs.ts";

const seed = seedOf(environment);
fc.configureGlobal(seed === undefined ? {} : { seed });
