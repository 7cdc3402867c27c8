// The same on real data: the buyers of ../shared/data/cdnow.ndjson.gz, where it is beside the checkout.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { run, Table, toPlan } from "../../src/columns/index.ts";
import { catalogue, compile, inference } from "../../src/index.ts";
import { interleave, type Measurement } from "./interleave.ts";

const path = join(import.meta.dirname, "..", "..", "..", "shared", "data", "cdnow.ndjson.gz");
export const cdnowText = "count(orders) >= 3 and sum(orders.total) > 200 and any orders (placed_at in last 90 days)";

interface Buyer {
	readonly orders?: readonly { readonly total?: number; readonly placed_at?: string }[];
}

/** Undefined where the data is not there. */
export function measureCdnow(): { readonly profiles: number; readonly measurements: readonly Measurement[] } | undefined {
	if (!existsSync(path)) return undefined;
	const profiles = gunzipSync(readFileSync(path))
		.toString("utf8")
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Buyer);
	const found = inference();
	for (const profile of profiles) found.add(profile);
	const made = catalogue({ fields: found.result().fields });
	if ("problems" in made) throw new Error(made.problems[0]?.message);
	const compiled = compile(cdnowText, { catalogue: made.catalogue, now: Date.UTC(1998, 6, 1), timeZone: "UTC" });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	const { segment } = compiled;
	const table = new Table(made.catalogue, { timeZone: "UTC" });
	for (const profile of profiles) table.append(profile);
	const plan = toPlan(segment.checked);
	const records = profiles.map((profile) => segment.toRecord(profile));
	const rule = segment.rule as RulesLogic;
	const from = Date.UTC(1998, 6, 1) - 90 * 86_400_000;
	const byHand = ({ orders = [] }: Buyer): boolean =>
		orders.length >= 3 &&
		orders.reduce((sum, { total = 0 }) => sum + total, 0) > 200 &&
		orders.some(
			({ placed_at }) => placed_at !== undefined && Date.parse(placed_at) >= from && Date.parse(placed_at) <= Date.UTC(1998, 6, 1),
		);
	const measurements = interleave(
		[
			{
				name: "columns",
				batch() {
					table.leaves.clear();
					return run(table, plan).count;
				},
			},
			{ name: "closures over records", batch: () => records.filter((record) => segment.testRecord(record)).length },
			{ name: "rows by hand", batch: () => profiles.filter(byHand).length },
			{ name: "json-logic-js over records", batch: () => records.filter((record) => jsonLogic.apply(rule, record)).length },
		],
		{ warmUpMs: 200, rounds: 15 },
	);
	return { profiles: profiles.length, measurements };
}
