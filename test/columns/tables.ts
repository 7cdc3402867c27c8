// Tables for tests: of hostile profiles over the properties' catalogue, and what one answers to.
import fc from "fast-check";
import { type Loaded, planProblems, run, Table, type TableOptions, toPlan } from "../../src/columns/index.ts";
import type { Catalogue, FieldInput } from "../../src/fields/catalogue.ts";
import { compile } from "../../src/compile.ts";
import { catalogueOf } from "../cases/worlds.ts";
import { fields } from "../properties/agree.ts";
import { arbitraryProfile } from "../properties/arbitrary-profile.ts";
import { moments } from "../properties/pools.ts";

export const moment = moments[0];
export const zone = moment.timezone;
export const hostileFields: Catalogue = fields;

/** Profiles as bad as they get, some with a user_id of few. */
export const hostileProfiles: fc.Arbitrary<readonly unknown[]> = fc.array(
	fc.tuple(arbitraryProfile(moment), fc.constantFrom(undefined, "a", "b", "c", 7)).map(([profile, id]) => withId(profile, id)),
	{ maxLength: 70 },
);

/** Enough for several words of bits. */
export const manyHostileProfiles: fc.Arbitrary<readonly unknown[]> = fc
	.array(hostileProfiles, { maxLength: 7 })
	.map((profiles) => profiles.flat());

function withId(profile: unknown, id: unknown): unknown {
	if (typeof profile !== "object" || profile === null || Array.isArray(profile) || id === undefined) return profile;
	return { ...profile, user_id: id };
}

export function tableOf(profiles: readonly unknown[], catalogue: Catalogue = hostileFields, options: Partial<TableOptions> = {}): Table {
	const table = new Table(catalogue, { timeZone: zone, ...options });
	for (const profile of profiles) table.append(profile);
	return table;
}

export const shop = (...more: readonly FieldInput[]): Catalogue =>
	catalogueOf({
		title: "shop",
		catalogue: {
			fields: [
				{ name: "country", type: "text" },
				{ name: "points", type: "number" },
				{ name: "vip", type: "boolean" },
				{ name: "tags", type: "list", items: "text" },
				{
					name: "orders",
					type: "collection",
					fields: [
						{ name: "total", type: "number" },
						{ name: "sku", type: "text" },
					],
				},
				...more,
			],
		},
	});

export const planOf = (text: string, catalogue: Catalogue, timeZone: string = zone) => {
	const compiled = compile(text, { catalogue, now: Date.parse(moment.now), timeZone });
	if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join(" "));
	return toPlan(compiled.segment.checked);
};

/** The rows inside. */
export const rowsOf = (table: Table, text: string): readonly number[] =>
	run(table, planOf(text, table.catalogue, table.zone.name)).matches.rows();

export const problemsOf = (table: Table, text: string) => planProblems(table, planOf(text, table.catalogue, table.zone.name));

export interface State {
	readonly records: readonly unknown[];
	readonly removed: readonly boolean[];
	readonly size: number;
	readonly quality: unknown;
}

/** Everything that a table holds, as plain data. */
export function stateOf(table: Table): State {
	const rows = Array.from({ length: table.rows }, (_, row) => row);
	return {
		records: rows.map((row) => table.recordAt(row)),
		removed: rows.map((row) => table.isRemoved(row)),
		size: table.size,
		quality: table.quality,
	};
}

/** The table, or throws with the problems. */
export function tableIn(loaded: Loaded): Table {
	if ("table" in loaded) return loaded.table;
	throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
}
