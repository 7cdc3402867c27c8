// What the tests of the worker share: the small business of the store's tests, opened one way or the other.
import { type CompiledSegment, compile } from "../../src/compile.ts";
import type { CatalogueInput } from "../../src/fields/catalogue.ts";
import type { PreviewPlan } from "../../src/preview/preview-plan.ts";
import { toPreviewPlan } from "../../src/preview/to-preview-plan.ts";
import { openProfiles, type Profiles, type ProfilesEvent, type ProfilesOptions } from "../../src/worker/index.ts";
import { made } from "../store/people.ts";

export const catalogue: CatalogueInput = {
	timezone: "Europe/Paris",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "tags", type: "list", items: "text" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number", decimals: 2 }] },
	],
};

const read = made(catalogue);

export const planOf = (text: string): PreviewPlan => toPreviewPlan(segmentOf(text).checked);

function segmentOf(text: string): CompiledSegment {
	const compiled = compile(text, { catalogue: read, now: Date.UTC(2026, 0, 1) });
	if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
	return compiled.segment;
}

export const open = (business: string, options: Partial<ProfilesOptions> = {}): Promise<Profiles> =>
	openProfiles(business, { catalogue, ...options });

/** Resolves with the first event of this kind from now on. */
export function next<Kind extends ProfilesEvent["kind"]>(
	profiles: Profiles,
	kind: Kind,
	isIt: (event: Extract<ProfilesEvent, { readonly kind: Kind }>) => boolean = () => true,
): Promise<Extract<ProfilesEvent, { readonly kind: Kind }>> {
	return new Promise((resolve) => {
		const end = profiles.subscribe((event) => {
			if (event.kind !== kind) return;
			const found = event as Extract<ProfilesEvent, { readonly kind: Kind }>;
			if (!isIt(found)) return;
			end();
			resolve(found);
		});
	});
}

/** The count of a text, or how the answer is none. */
export async function count(profiles: Profiles, text: string): Promise<number | string> {
	const answer = await profiles.preview(planOf(text));
	return answer.kind === "done" ? answer.value.count : answer.kind;
}

/** Looks now and then, for as long as a test may take. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
	while (!(await holds())) await wait(5);
}

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
