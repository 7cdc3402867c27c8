// Part of `npm run build`, after tsc: the directives for Angular, the files for pages without a build, and what editors read about the elements.
import { join } from "node:path";
import { buildAngular } from "./angular.ts";
import { bundleElements } from "./bundle-elements.ts";
import { bundleProfiles } from "./bundle-profiles.ts";
import { bundleWorker } from "./bundle-worker.ts";
import { writeElementData } from "./element-data.ts";

const folder = join(import.meta.dirname, "..", "dist");
await buildAngular(folder);
await bundleProfiles({ outfile: join(folder, "segql-profiles.js") });
await bundleWorker({ outfile: join(folder, "worker.js") });
await bundleElements({ folder, others: ["segql-profiles.js", "worker.js"] });
await writeElementData(folder);
