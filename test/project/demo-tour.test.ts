// The demo as people use it, in every browser here: with clicks and keys alone, from the first letter to a page without its server.
// What the windows showed is in .cache/demo-tour, to be looked at.
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildDemo } from "../../demo/build.ts";
import { type Serving, serve } from "../../demo/serve.ts";
import { openDriver } from "../browser/drivers/open-driver.ts";
import { chooseEngines } from "../browser/engines.ts";
import { root } from "./source-files.ts";
import { atHome } from "./tour/at-home.ts";
import { building } from "./tour/building.ts";
import { looking } from "./tour/looking.ts";
import { Tour } from "./tour/tour.ts";
import { writing } from "./tour/writing.ts";

const pictures = join(root, ".cache", "demo-tour");
const { engines, absent } = chooseEngines();
/** Not a part of any driver: a page notes its own complaints, and is looked through by axe, in the same way in every browser. */
const inPage = {
	"watch.js": join(root, "test", "browser", "drivers", "watch.js"),
	"axe.js": join(root, "node_modules", "axe-core", "axe.min.js"),
};

describe("a tour of the demo", () => {
	let folder: string;

	before(async () => {
		const scripts = Object.keys(inPage).map((name) => `<script src="./${name}"></script>`);
		const withScripts = {
			name: "with-scripts",
			transformIndexHtml: { order: "post", handler: (page: string) => page.replace("<script", `${scripts.join("")}<script`) },
		} as const;
		folder = await buildDemo({ plugins: [withScripts] });
		for (const [name, file] of Object.entries(inPage)) copyFileSync(file, join(folder, name));
		rmSync(pictures, { recursive: true, force: true });
		mkdirSync(pictures, { recursive: true });
	});

	after(() => rmSync(join(root, "demo", "dist"), { recursive: true, force: true }));

	for (const reason of absent) it.skip(`in ${reason}`, () => undefined);

	for (const engine of engines) {
		describe(`in ${engine}`, () => {
			let serving: Serving;
			let tour: Tour;

			before(async () => {
				serving = await serve(folder, 0);
				tour = new Tour(await openDriver[engine](), serving, join(pictures, engine));
				await tour.driver.resize(1400, 1100);
			});

			after(async () => {
				await tour?.driver.close();
				await serving?.stop();
			});

			afterEach(function () {
				return this.currentTest?.isFailed() ? tour.screenshot("failed") : undefined;
			});

			for (const steps of [writing, building, looking, atHome]) steps(() => tour);
		});
	}
});
