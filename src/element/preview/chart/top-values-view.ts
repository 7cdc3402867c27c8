// The most frequent values of a field, or its two truths, as a table with bars: the segment beside everyone.
import { html, nothing, type TemplateResult } from "lit";
import type { Field } from "../../../fields/field.ts";
import type { Distribution } from "../../../preview/distribution.ts";
import type { Counts } from "../../../preview/membership.ts";
import type { TopValues } from "../../../preview/top-values.ts";
import type { PanelHost } from "../panel.ts";
import { bar, told, toldShare } from "../tell.ts";
import { valueInWords } from "../value-words.ts";

interface Named extends Counts {
	readonly name: string;
	readonly isQuiet: boolean;
}

export function topValuesView({ values, profiles }: Distribution, field: Field, host: PanelHost): TemplateResult {
	const { say } = host;
	if (values.kind === "histogram") return html``;
	const rows =
		values.kind === "truths"
			? [
					{ name: say.yes, isQuiet: false, ...values.true },
					{ name: say.no, isQuiet: false, ...values.false },
				]
			: topRows(values, field, host);
	if (rows.every(({ everyone }) => everyone === 0)) return html`<p class="hint">${say.noValues}</p>`;
	const most = Math.max(...rows.map(({ everyone }) => everyone));
	return html`<div class="scroll" role="region" aria-label=${say.chartOf(field.name)} tabindex="0" part="chart">
		<table part="table" class="steps" role="table">
			<caption>${say.chartOf(field.name)}</caption>
			<thead role="rowgroup">
				<tr role="row">
					<th scope="col" role="columnheader">${say.value}</th>
					<th scope="col" role="columnheader" class="number" colspan="2" aria-colspan="2">${say.inSegment}</th>
					<th scope="col" role="columnheader" class="number">${say.everyone}</th>
				</tr>
			</thead>
			<tbody role="rowgroup">
				${rows.map(
					({ name, isQuiet, inside, everyone }) => html`<tr role="row">
						<th scope="row" role="rowheader" class=${isQuiet ? "quiet" : "data"}>${isQuiet ? name : html`<bdi translate="no">${name}</bdi>`}</th>
						<td role="cell" class="wide">${bar(inside, most, host, everyone)}</td>
						<td role="cell" class="number">${told(inside, host)} <span class="quiet">${toldShare(inside, profiles.inside, host) ?? ""}</span></td>
						<td role="cell" class="number">${told(everyone, host)} <span class="quiet">${toldShare(everyone, profiles.everyone, host) ?? ""}</span></td>
					</tr>`,
				)}
			</tbody>
		</table>
		${values.kind === "top" && !values.isComplete ? html`<p class="hint">${say.moreValues}</p>` : nothing}
	</div>`;
}

function topRows({ values, others }: TopValues, field: Field, { say, formats, session }: PanelHost): readonly Named[] {
	const type = field.type === "list" ? (field.items === "number" ? "number" : "text") : field.type;
	const named = values.map(({ value, inside, everyone }): Named => {
		const { words, isQuiet } = valueInWords(value, type, { say, formats, timeZone: session.timeZone });
		return { name: words, isQuiet, inside, everyone };
	});
	if (others.values === 0) return named;
	return [...named, { name: say.otherValues(formats, others.values), isQuiet: true, inside: others.inside, everyone: others.everyone }];
}
