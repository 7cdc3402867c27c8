// A small business for the tests of the store: its fields, its people, and what a condition finds among them.
import { toPlan } from "../../src/columns/to-plan.ts";
import { run } from "../../src/columns/run.ts";
import { type CompiledSegment, compile } from "../../src/compile.ts";
import { type Catalogue, catalogue as readCatalogue } from "../../src/fields/catalogue.ts";
import { fieldsRead } from "../../src/rule/to-record-rule.ts";
import { type Batch, type OpenStore, openStore, type ProfileStore, type StoreOptions } from "../../src/store/index.ts";

export const catalogue: Catalogue = made({
	timezone: "Europe/Paris",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number", decimals: 2 }] },
	],
});

export function made(input: unknown): Catalogue {
	const result = readCatalogue(input);
	if ("problems" in result) throw new Error(JSON.stringify(result.problems));
	return result.catalogue;
}

let number = 0;

/** A business nobody else has: the test files of one browser share its storage. */
export const newBusiness = (): string => `test ${Date.now()} ${Math.random()} ${number++}`;

export const open = (business: string, options: Partial<StoreOptions> = {}): Promise<OpenStore> =>
	openStore(business, { catalogue, sliceMs: 50, ...options });

export interface Person {
	readonly user_id: string;
	readonly email: string;
	readonly country: string;
	readonly points: number;
	readonly tags: readonly string[];
	readonly orders: readonly { readonly total: number }[];
}

/** `version` tells apart what came of which refresh: every person of one has the same points in the thousands. */
export const person = (index: number, version = 0): Person => ({
	user_id: `u${index}`,
	email: `person.${index}@${version}.example`,
	country: ["US", "CA", "DE"][index % 3] as string,
	points: version * 1000 + (index % 100),
	tags: index % 7 === 0 ? ["vip"] : [],
	orders: [{ total: index / 100 }],
});

export const people = (from: number, to: number, version = 0): Person[] =>
	Array.from({ length: to - from }, (_, index) => person(from + index, version));

/** In batches of a size that fits no chunk. */
export function* batches(profiles: readonly unknown[], size = 97): Generator<Batch> {
	for (let from = 0; from < profiles.length; from += size) yield { profiles: profiles.slice(from, from + size) };
}

export function segment(text: string, of: Catalogue = catalogue): CompiledSegment {
	const compiled = compile(text, { catalogue: of, now: Date.UTC(2026, 0, 1) });
	if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
	return compiled.segment;
}

/** The user_ids of those inside, in order, by the kept columns. */
export async function inside(store: ProfileStore, text: string): Promise<readonly string[] | undefined> {
	const { checked } = segment(text);
	const kept = await store.read(["user_id", ...fieldsRead(checked)]);
	if (!kept) return undefined;
	const ids = kept.table.frame.members.get("user_id")?.column;
	return [...run(kept.table, toPlan(checked)).matches.rows()].map((row) => ids?.at(row) as string);
}

/** All profiles as they came. */
export async function all(store: ProfileStore): Promise<unknown[]> {
	const found: unknown[] = [];
	for await (const some of store.profiles()) found.push(...some);
	return found;
}

export async function rejection(promise: Promise<unknown>): Promise<unknown> {
	return promise.then(
		() => {
			throw new Error("nothing was rejected");
		},
		(error: unknown) => error,
	);
}
