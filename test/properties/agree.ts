// One condition over many profiles through every engine, the oracle and the canonical text; says precisely where they part.
import { type CompiledSegment, compile } from "../../src/compile.ts";
import type { Catalogue } from "../../src/fields/catalogue.ts";
import { parse } from "../../src/syntax/parse.ts";
import { engines } from "../cases/engines.ts";
import { catalogueOf, segmentSource } from "../cases/worlds.ts";
import { isInside, type World } from "../oracle/oracle.ts";
import { propertyCatalogue, propertySegments } from "./arbitrary-catalogue.ts";
import type { Moment } from "./pools.ts";

export const fields: Catalogue = catalogueOf({ title: "properties", catalogue: propertyCatalogue });
export const segments = segmentSource(propertySegments);

const optionsAt = ({ now, timezone }: Moment) => ({ catalogue: fields, segments, now: Date.parse(now), timeZone: timezone });

export const worldAt = ({ now, timezone }: Moment): World => ({
	catalogue: fields,
	now: Date.parse(now),
	zone: timezone,
	weekStart: 1,
	segmentText: (name) => segments.find(name)?.text ?? "",
});

/** The compiled segment, or throws with the diagnostics: every generated condition is well-typed. */
export function compileAt(text: string, moment: Moment): CompiledSegment {
	const compiled = compile(text, optionsAt(moment));
	if (compiled.ok) return compiled.segment;
	throw new Error(`Refused: ${text}\n${compiled.diagnostics.map(({ code, message }) => `${code}: ${message}`).join("\n")}`);
}

/** Throws at the first profile on which two engines differ, with the text, the moment, the profile and every answer. */
export function expectAgreement(text: string, moment: Moment, profiles: readonly unknown[]): void {
	const segment = compileAt(text, moment);
	const again = compileAt(segment.canonical, moment);
	if (again.canonical !== segment.canonical)
		throw new Error(`Not the same when printed twice:\n${text}\n${segment.canonical}\n${again.canonical}`);
	if (JSON.stringify(again.rule) !== JSON.stringify(segment.rule))
		throw new Error(`Printing changes the meaning:\n${text}\n${segment.canonical}`);
	const world = worldAt(moment);
	const tree = parse(text).segment;
	const expected = profiles.map((profile) => isInside(tree, profile, world));
	for (const [name, engine] of Object.entries(engines)) {
		const answers = engine(segment, profiles, fields);
		const index = answers.findIndex((answer, at) => answer !== expected[at]);
		if (index < 0) continue;
		const profile = profiles[index];
		throw new Error(
			[
				`${name} answers ${answers[index]}, the oracle ${expected[index]}`,
				`text     ${text}`,
				`moment   ${moment.now} ${moment.timezone}`,
				`profile  ${shown(profile)}`,
				`record   ${shown(segment.toRecord(profile))}`,
				`rule     ${JSON.stringify(segment.rule)}`,
			].join("\n"),
		);
	}
}

/** JSON that also shows what JSON cannot hold. */
export const shown = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) => {
		if (typeof inner === "number" && (!Number.isFinite(inner) || Object.is(inner, -0))) return `<${Object.is(inner, -0) ? "-0" : inner}>`;
		return inner === undefined || ["bigint", "symbol", "function"].includes(typeof inner) ? `<${String(inner)}>` : inner;
	});
