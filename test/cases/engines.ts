// Every way to ask who is in a segment. An engine that joins (SQL) is one more row: the cases and the properties run through all.
import jsonLogic, { type RulesLogic } from "json-logic-js";
import { loadTable, run, saveTable, Table, type TableOptions, toPlan } from "../../src/columns/index.ts";
import type { CompiledSegment } from "../../src/compile.ts";
import type { Catalogue } from "../../src/fields/catalogue.ts";

/** For each profile in turn, whether it is inside. The segment was compiled against the catalogue. */
export type Engine = (segment: CompiledSegment, profiles: readonly unknown[], catalogue: Catalogue) => readonly boolean[];

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));

export const engines: Readonly<Record<string, Engine>> = {
	closures: (segment, profiles) => profiles.map((profile) => segment.test(profile)),
	"closures over records": (segment, profiles) => profiles.map((profile) => segment.testRecord(segment.toRecord(profile))),
	explain: (segment, profiles) =>
		profiles.map((profile) => {
			const { matches, condition, change } = segment.explain(profile);
			if (matches !== (condition.outcome === "passed")) throw new Error(`The explanation of ${segment.text} contradicts itself.`);
			if (matches === (change !== undefined)) throw new Error(`A smallest change belongs to a profile outside, in ${segment.text}.`);
			return matches;
		}),
	"stock json-logic-js": (segment, profiles) => profiles.map((profile) => isTrue(segment.rule, segment.toRecord(profile))),
	"stock json-logic-js after a trip through JSON": (segment, profiles) => {
		const rule = throughJson(segment.rule);
		return profiles.map((profile) => isTrue(rule, throughJson(segment.toRecord(profile))));
	},
	columns: (segment, profiles, catalogue) => {
		const table = tableOf(profiles, segment, catalogue);
		const { matches, count } = run(table, throughJson(toPlan(segment.checked)));
		const answers = profiles.map((_, row) => matches.has(row));
		if (answers.filter(Boolean).length !== count) throw new Error(`The count of ${segment.text} is not that of its rows.`);
		return answers;
	},
	"columns that grow, without dictionaries, in small stretches": (segment, profiles, catalogue) => {
		const table = tableOf(profiles.slice(0, profiles.length / 2), segment, catalogue, { maxDistinctTexts: 0 });
		const plan = toPlan(segment.checked);
		run(table, plan, { stretchRows: 32 });
		for (const profile of profiles.slice(table.rows)) table.append(profile);
		const { matches } = run(table, plan, { stretchRows: 32 });
		return profiles.map((_, row) => matches.has(row));
	},
	"columns saved and loaded": (segment, profiles, catalogue) => {
		const { timeZone } = segment.checked;
		const loaded = loadTable(saveTable(tableOf(profiles, segment, catalogue)), catalogue, { timeZone });
		return insideOf(loaded, segment, profiles);
	},
	"columns saved in chunks without dictionaries, joined, and growing again": (segment, profiles, catalogue) => {
		const { timeZone } = segment.checked;
		const first = tableOf(profiles.slice(0, (profiles.length * 2) / 3), segment, catalogue, { maxDistinctTexts: 1 });
		const loaded = loadTable(saveTable(first, { chunkRows: 3 }), catalogue, { timeZone, maxDistinctTexts: 1 });
		if ("table" in loaded) for (const profile of profiles.slice(loaded.table.rows)) loaded.table.append(profile);
		return insideOf(loaded, segment, profiles);
	},
	"columns saved without the removed rows among them": (segment, profiles, catalogue) => {
		const { timeZone } = segment.checked;
		const table = new Table(catalogue, { timeZone });
		for (const [index, profile] of profiles.entries()) {
			// Somebody like the one at the other end of the list, who is removed.
			table.append({ ...(profiles.at(-1 - index) as object), user_id: removedId });
			table.append(profile);
		}
		table.remove(removedId);
		const saved = saveTable(table, { chunkRows: 3, dropRemoved: true });
		return insideOf(loadTable(saved, catalogue, { timeZone }), segment, profiles);
	},
};

const removedId = "removed, and nobody else's";

function insideOf(loaded: ReturnType<typeof loadTable>, { checked }: CompiledSegment, profiles: readonly unknown[]): readonly boolean[] {
	if ("problems" in loaded) throw new Error(loaded.problems.map(({ message }) => message).join(" "));
	const { matches } = run(loaded.table, toPlan(checked));
	return profiles.map((_, row) => matches.has(row));
}

function tableOf(profiles: readonly unknown[], { checked }: CompiledSegment, catalogue: Catalogue, options: Partial<TableOptions> = {}) {
	const table = new Table(catalogue, { timeZone: checked.timeZone, ...options });
	for (const profile of profiles) table.append(profile);
	return table;
}

/** A rule must answer true or false itself: hosts in other languages do not share JavaScript's idea of what is truthy. */
function isTrue(rule: unknown, record: unknown): boolean {
	const answer: unknown = jsonLogic.apply(rule as RulesLogic, record);
	if (typeof answer !== "boolean") throw new Error(`The rule answers ${JSON.stringify(answer)}, which is neither true nor false.`);
	return answer;
}
