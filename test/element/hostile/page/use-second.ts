// A host that takes the second version's class under a name of its own.
import type { StudioElement as Studio } from "../../../../src/element/index.ts";
// @ts-expect-error: the file is there once the tests are built
import { StudioElement } from "./second/segql.js";

customElements.define("second-studio", class extends (StudioElement as typeof Studio) {});
document.body.append(document.createElement("second-studio"));
