// One page of profiles as a table. Names and values are data: they go in as text only.
import { html, type TemplateResult } from "lit";
import type { Page, PageProfile } from "../../../preview/page.ts";
import type { PanelHost } from "../panel.ts";
import { isNumeric, valueInWords } from "../value-words.ts";
import type { ListColumn } from "./columns.ts";
import { nestedValue } from "../../../fields/nested-value.ts";

export interface TableShown {
	readonly page: Page;
	readonly columns: readonly ListColumn[];
}

/** `explain` gets the profile's place on the page. */
export function profileTable({ page, columns }: TableShown, host: PanelHost, explain: (index: number) => void): TemplateResult {
	const { say, formats } = host;
	return html`<div class="scroll" role="region" aria-label=${say.profiles} tabindex="0" part="sample">
		<table part="table" aria-rowcount=${page.total + 1}>
			<thead>
				<tr aria-rowindex="1">
					<th scope="col">${say.row}</th>
					${columns.map(({ field }) => html`<th scope="col" translate="no" class=${isNumeric(field) ? "number" : ""}><bdi>${field.name}</bdi></th>`)}
				</tr>
			</thead>
			<tbody>
				${page.profiles.map((profile, index) => {
					const number = page.offset + index + 1;
					return html`<tr aria-rowindex=${number + 1}>
						<th scope="row">
							<span class="digits">${formats.number(number)}</span>
							<button type="button" class="why" part="button" aria-label=${say.whyRow(formats, number)} @click=${() => explain(index)}>
								${say.whyThis}
							</button>
						</th>
						${columns.map((column) => cell(column, profile, host))}
					</tr>`;
				})}
			</tbody>
		</table>
	</div>`;
}

function cell({ field, isHidden }: ListColumn, { record }: PageProfile, { say, formats, session }: PanelHost): TemplateResult {
	if (isHidden) return html`<td class="quiet">${say.hidden}</td>`;
	const { words, isQuiet } = valueInWords(nestedValue(record, field.name), field.type, { say, formats, timeZone: session.timeZone });
	if (isQuiet) return html`<td class="quiet">${words}</td>`;
	return html`<td class=${isNumeric(field) ? "number" : "data"} translate="no"><bdi>${words}</bdi></td>`;
}
