// The first matching profiles as a table: who it is and what the condition reads. Names and values are data: they go in as text only.
import { html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../fields/catalogue.ts";
import type { FieldType } from "../fields/field.ts";
import { formatDate } from "../values/civil-date.ts";
import { formatInstant } from "../values/instant.ts";
import { type TimeZone, timeZone } from "../values/time-zone.ts";
import type { Count } from "./count-matches.ts";
import { inDigits } from "./words.ts";

export function sampleTable(count: Count, catalogue: Catalogue): TemplateResult | typeof nothing {
	if (count.sample.length === 0) return nothing;
	const columns = count.fields.map((name) => ({ name, type: catalogue.field(name)?.type ?? "text" }));
	const zone = timeZone(count.timeZone);
	const caption =
		count.sample.length < count.matches
			? `The first ${inDigits(count.sample.length)} of ${inDigits(count.matches)} matches`
			: "All matches";
	return html`
		<div class="sample" part="sample" role="region" aria-label="Sample of matching profiles" tabindex="0">
			<table>
				<caption>
					${caption}
				</caption>
				<thead>
					<tr>
						${columns.map(({ name, type }) => html`<th scope="col" class=${classOf(type)}>${name}</th>`)}
					</tr>
				</thead>
				<tbody>
					${count.sample.map(
						(record) => html`<tr>
							${columns.map(({ name, type }) => cell(type, valueAt(record, name), zone))}
						</tr>`,
					)}
				</tbody>
			</table>
		</div>
	`;
}

function cell(type: FieldType, value: unknown, zone: TimeZone): TemplateResult {
	if (value === undefined || value === null) return html`<td class="missing">missing</td>`;
	const words = shown(type, value, zone);
	return words === "" ? html`<td class="missing">empty</td>` : html`<td class=${classOf(type)}>${words}</td>`;
}

const classOf = (type: FieldType): string => (type === "number" || type === "collection" ? "number" : "");

/** A record's value in words. Dates lie in records as numbers, see src/values/civil-date.ts and instant.ts. */
function shown(type: FieldType, value: unknown, zone: TimeZone): string {
	switch (type) {
		case "boolean":
			return value === true ? "yes" : "no";
		case "date":
			return formatDate(Number(value));
		case "datetime":
			return formatInstant(Number(value), zone);
		case "list":
			return Array.isArray(value) ? value.join(", ") : "";
		case "collection":
			return Array.isArray(value) ? inDigits(value.length) : "";
		case "text":
		case "number":
			return String(value);
	}
}

/** A dotted name nests in the record. */
function valueAt(record: unknown, name: string): unknown {
	let at: unknown = record;
	for (const step of name.split(".")) {
		if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
		at = (at as Readonly<Record<string, unknown>>)[step];
	}
	return at;
}
