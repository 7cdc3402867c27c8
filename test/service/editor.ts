// An editor as tests need it: a text with `|` for the caret, and a small business behind it.
import { type Catalogue, catalogue } from "../../src/fields/catalogue.ts";
import { segmentLibrary } from "../../src/segments/library.ts";
import type { CompletionItem } from "../../src/service/complete/complete.ts";
import { type LanguageService, languageService } from "../../src/service/language-service.ts";
import type { LanguageServiceOptions } from "../../src/service/options.ts";
import type { ValueCount } from "../../src/service/values-source.ts";

const made = catalogue({
	business_id: "shop",
	timezone: "America/New_York",
	fields: [
		{ name: "user_id", type: "text", pii: "EXTERNAL_ID" },
		{ name: "email", type: "text", pii: "EMAIL" },
		{ name: "phone", type: "text", exposure: ["merge_fields"] },
		{ name: "first_name", type: "text", exposure: ["merge_fields"] },
		{ name: "last_name", type: "text", exposure: ["merge_fields"] },
		{ name: "country", type: "text", description: "Where they <b>live</b>", options: ["US", "CA", "MX"] },
		{ name: "plan", type: "text" },
		{ name: "points", type: "number", jsonPath: "$.loyalty.points" },
		{ name: "spent", type: "number", decimals: 2 },
		{ name: "opted_in", type: "boolean" },
		{ name: "birthday", type: "date" },
		{ name: "signed_up", type: "datetime" },
		{ name: "tags", type: "list", items: "text", options: ["vip", "beta"] },
		{ name: "Loyalty Tier", type: "text", jsonPath: "$.tier" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number", decimals: 2 },
				{ name: "status", type: "text", options: ["paid", "refunded"] },
				{ name: "placed_at", type: "datetime" },
			],
		},
	],
});
if (!("catalogue" in made)) throw new Error(JSON.stringify(made.problems));

export const shop: Catalogue = made.catalogue;

const library = segmentLibrary("shop", [
	{ id: "1", name: "vip", text: "points > 500", active: true },
	{ id: "2", name: "gone", text: "# left us\nnot opted_in", active: true },
	{ id: "3", name: "old", text: "points = 0", active: false },
]);
if (!("library" in library)) throw new Error(JSON.stringify(library.problems));

const counts: Readonly<Record<string, readonly ValueCount[]>> = {
	country: [
		{ value: "US", count: 12_031 },
		{ value: "New York", count: 1 },
	],
	plan: [
		{ value: "pro", count: 512 },
		{ value: 'it\'s "free"', count: 3 },
	],
	points: [{ value: 500, count: 7 }],
	"orders.status": [{ value: "paid", count: 8_000 }],
};

export const shopOptions: LanguageServiceOptions = {
	catalogue: shop,
	segments: library.library,
	now: Date.UTC(2026, 4, 10, 12),
	timeZone: "America/New_York",
	values: { topValues: (field) => counts[field] ?? [] },
};

export const service: LanguageService = languageService(shopOptions);

export interface Marked {
	readonly text: string;
	readonly offset: number;
}

/** The first `|` is the caret. */
export function marked(text: string): Marked {
	const offset = text.indexOf("|");
	if (offset < 0) throw new Error(`There is no caret in ${text}`);
	return { text: text.slice(0, offset) + text.slice(offset + 1), offset };
}

export function completions(text: string, of: LanguageService = service): readonly CompletionItem[] {
	const { text: plain, offset } = marked(text);
	return of.complete(plain, offset).items;
}

export const labels = (text: string, of?: LanguageService): readonly string[] => completions(text, of).map(({ label }) => label);

/** The text after taking the item of this label, with the caret where it then is. */
export function accept(text: string, label: string): string {
	const { text: plain } = marked(text);
	const item = completions(text).find((candidate) => candidate.label === label);
	if (!item) throw new Error(`${text} does not offer ${label}, but ${labels(text).join(", ")}`);
	const after = plain.slice(0, item.span.from) + item.insert + plain.slice(item.span.to);
	const caret = item.span.from + item.caret;
	return `${after.slice(0, caret)}|${after.slice(caret)}`;
}

/** The same as a snippet, with its places as they are written in one. */
export function acceptSnippet(text: string, label: string): string {
	const { text: plain } = marked(text);
	const item = completions(text).find((candidate) => candidate.label === label);
	if (!item) throw new Error(`${text} does not offer ${label}`);
	return plain.slice(0, item.span.from) + item.snippet + plain.slice(item.span.to);
}
