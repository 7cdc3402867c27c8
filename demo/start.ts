// `npm start`: builds the demo and serves it. `npm start -- --port 8080` or PORT=8080 choose the port; a taken one gives way to a free one.
import { parseArgs } from "node:util";
import { buildDemo } from "./build.ts";
import { serve } from "./serve.ts";

const { values } = parseArgs({ options: { port: { type: "string", default: process.env.PORT ?? "4173" } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
	console.error(`A port is a whole number from 0 to 65535, not "${values.port}".`);
	process.exit(2);
}
const { url } = await serve(await buildDemo(), port);
console.log(`SegQL demo: ${url} (Ctrl+C stops it)`);
