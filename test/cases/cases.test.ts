// Every case through every engine, through the oracle, and through its canonical text. Regressions are cases too.
import { expect } from "chai";
import { type Compiled, type CompiledSegment, compile } from "../../src/compile.ts";
import type { Catalogue } from "../../src/fields/catalogue.ts";
import { parse } from "../../src/syntax/parse.ts";
import { isInside } from "../oracle/oracle.ts";
import { regressions } from "../regressions/all.ts";
import { caseFiles } from "./all.ts";
import type { Case, CaseFile } from "./case.ts";
import { engines } from "./engines.ts";
import { catalogueOf, segmentSource, worldOf } from "./worlds.ts";

const knownKeys = new Set(["title", "text", "ids", "same", "refused", "remarks", "now", "timezone", "weekStart"]);

for (const file of [...caseFiles, ...regressions]) {
	describe(`cases: ${file.title}`, () => {
		let fields: Catalogue;
		before(() => {
			fields = catalogueOf(file);
		});
		it("is a well-formed file", () => expectWellFormed(file));
		for (const item of file.cases) {
			it(`${item.title}: ${item.text}`, () => {
				if (item.refused === undefined) expectIds(file, item, fields);
				else expectRefused(file, item, fields);
			});
		}
	});
}

function expectWellFormed(file: CaseFile): void {
	const ids = file.profiles.map((profile) => profile.user_id);
	expect(new Set(ids).size, "no two profiles with one user_id").to.equal(ids.length);
	for (const item of file.cases) {
		expect(
			Object.keys(item).filter((key) => !knownKeys.has(key)),
			`keys of "${item.title}"`,
		).to.deep.equal([]);
		expect(item.refused === undefined, `"${item.title}" has either ids or refused`).to.equal(item.ids !== undefined);
		expect(
			(item.ids ?? []).filter((id) => !ids.includes(id)),
			`ids of "${item.title}" that no profile has`,
		).to.deep.equal([]);
	}
}

function compileCase(text: string, file: CaseFile, item: Case, fields: Catalogue): Compiled {
	return compile(text, {
		catalogue: fields,
		segments: segmentSource(file.segments ?? []),
		now: Date.parse(item.now ?? file.now),
		timeZone: item.timezone ?? file.timezone,
		weekStart: item.weekStart,
	});
}

function expectRefused(file: CaseFile, item: Case, fields: Catalogue): void {
	const compiled = compileCase(item.text, file, item, fields);
	expect(compiled.ok, "compiles").to.equal(false);
	const errors = compiled.diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code);
	expect(errors).to.include(item.refused);
}

function expectIds(file: CaseFile, item: Case, fields: Catalogue): void {
	const segment = expectCompiled(item.text, file, item, fields, item.remarks ?? []);
	const idsOf = (answers: readonly boolean[]): string[] =>
		file.profiles.filter((_, index) => answers[index]).map((profile) => profile.user_id);
	for (const [name, engine] of Object.entries(engines)) expect(idsOf(engine(segment, file.profiles, fields)), name).to.deep.equal(item.ids);
	const world = worldOf(file, item, fields);
	const tree = parse(item.text).segment;
	expect(idsOf(file.profiles.map((profile) => isInside(tree, profile, world))), "oracle").to.deep.equal(item.ids);

	const again = expectCompiled(segment.canonical, file, item, fields);
	expect(again.rule, `the rule of the canonical text ${segment.canonical}`).to.deep.equal(segment.rule);
	expect(again.canonical, "the canonical text of the canonical text").to.equal(segment.canonical);
	for (const text of item.same ?? []) {
		const other = expectCompiled(text, file, item, fields, item.remarks ?? []);
		expect(other.canonical, `the canonical text of ${text}`).to.equal(segment.canonical);
		expect(other.rule, `the rule of ${text}`).to.deep.equal(segment.rule);
	}
}

/** `remarks`: the codes of all its warnings and remarks, where they matter; the canonical text has fewer of them. */
function expectCompiled(text: string, file: CaseFile, item: Case, fields: Catalogue, remarks?: readonly string[]): CompiledSegment {
	const compiled = compileCase(text, file, item, fields);
	const { diagnostics } = compiled;
	if (!compiled.ok) throw new Error(`${text} is refused: ${diagnostics.map(({ code, message }) => `${code}: ${message}`).join(" ")}`);
	if (remarks) expect([...new Set(diagnostics.map(({ code }) => code))], `remarks about ${text}`).to.deep.equal(remarks);
	return compiled.segment;
}
