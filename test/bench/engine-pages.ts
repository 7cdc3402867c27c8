// Pages for benchmarks in any engine, by its driver: on a disk of the browser's own, with nothing but the functions of one module, each opened anew.
import { rmSync } from "node:fs";
import { serve } from "../../demo/serve.ts";
import type { Plain } from "../browser/drivers/driver.ts";
import { openDriver } from "../browser/drivers/open-driver.ts";
import type { Engine } from "../browser/engines.ts";
import { folderOf, type PageModule } from "./page-folder.ts";

/** What a call has come to; undefined while it goes on. */
type Outcome = { readonly answer: Plain } | { readonly error: string } | undefined;

interface BenchGlobal {
	readonly benchPage: Readonly<Record<string, (...given: readonly Plain[]) => Promise<Plain>>>;
	outcome?: Outcome;
}

/** Calls a function of the module in a page that was just opened. */
export type CallFresh = <Answer extends Plain>(name: string, ...given: readonly Plain[]) => Promise<Answer>;

/** Everything is removed afterwards. */
export async function withEnginePages<T>(engine: Engine, module: PageModule, work: (call: CallFresh) => Promise<T>): Promise<T> {
	const folder = await folderOf(module);
	const server = await serve(folder, 0);
	try {
		const driver = await openDriver[engine]();
		try {
			return await work(async (name, ...given) => {
				await driver.open(server.url);
				await driver.evaluate(start, name, given);
				for (;;) {
					const outcome = await driver.evaluate(look);
					if (outcome && "error" in outcome) throw new Error(`${engine}: ${outcome.error}`);
					// The function says what it gives.
					if (outcome) return outcome.answer as never;
					await new Promise((resolve) => setTimeout(resolve, pollMs));
				}
			});
		} finally {
			await driver.close();
		}
	} finally {
		await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Seldom, so that looking costs what is measured nothing. */
const pollMs = 500;

/** In the page. Drivers cannot wait for an answer as long as it may take. */
function start(name: string, given: readonly Plain[]): void {
	const page = globalThis as unknown as BenchGlobal;
	page.benchPage[name]?.(...given).then(
		(answer) => {
			page.outcome = { answer };
		},
		(error: unknown) => {
			page.outcome = { error: `${error}` };
		},
	);
}

/** In the page. */
const look = (): Outcome => (globalThis as unknown as BenchGlobal).outcome;
