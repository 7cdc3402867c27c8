// Part of `npm run build`, after tsc.
import { join } from "node:path";
import { bundleWorker } from "./bundle-worker.ts";

await bundleWorker({ outfile: join(import.meta.dirname, "..", "dist", "src", "worker", "worker.js") });
