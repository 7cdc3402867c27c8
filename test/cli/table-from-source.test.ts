// A table streams in from any source that the command line reads, and finds the same people as `segql preview --ids`.
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { run, Table, toPlan } from "../../src/columns/index.ts";
import { compile } from "../../src/compile.ts";
import { openProfiles } from "../../src/formats/open-profiles.ts";
import { Problems } from "../../src/formats/problems.ts";
import { typedCells } from "../../src/fields/typed-cells.ts";
import { catalogue } from "../../src/fields/catalogue.ts";
import { sourceOf } from "../formats/chunks.ts";
import { people, peopleFields, peopleLines } from "./people.ts";
import { segql } from "./run-cli.ts";
import { testFolder } from "./test-folder.ts";

const read = catalogue(JSON.parse(peopleFields));
if ("problems" in read) throw new Error(read.problems[0]?.message);
const fields = read.catalogue;
const timeZone = "America/New_York";

const csv = [
	"user_id,email,country,signed_up,spent,orders",
	'u1,ann@acme.com,US,2026-05-01,700.5,"[{""total"":12.5},{""total"":30}]"',
	"u2,bo@example.org,CA,2026-01-15,20.25,[]",
	"u3,,NL,2025-12-31,a lot,",
	'u4,di@acme.com,,,501,"[{""total"":5},7]"',
].join("\n");

const sources: Readonly<Record<string, string | Uint8Array>> = {
	"people.ndjson": peopleLines,
	"people.json": JSON.stringify(people, undefined, 1),
	"people.csv": csv,
	"people.ndjson.gz": gzipSync(peopleLines),
	"people.csv.gz": gzipSync(csv),
};

/** Chunks of a few bytes, so that every profile is cut somewhere. */
async function tableFrom(content: string | Uint8Array): Promise<Table> {
	const { untyped, batches } = await openProfiles(sourceOf(content, 7), new Problems());
	const type = untyped ? typedCells(fields.fields) : undefined;
	const table = new Table(fields, { timeZone });
	for await (const { profiles } of batches) {
		for (const profile of profiles) {
			type?.(profile);
			table.append(profile);
		}
	}
	return table;
}

function idsIn(table: Table, text: string): readonly unknown[] {
	const compiled = compile(text, { catalogue: fields, now: Date.parse("2026-05-10T12:00:00Z"), timeZone });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	const { matches } = run(table, toPlan(compiled.segment.checked));
	return matches.rows().map((row) => table.recordAt(row).user_id);
}

describe("a table from a source", () => {
	const folder = testFolder();
	const given = ["--fields", folder.file("fields.json", peopleFields)];
	const texts = [
		'country != "CA" and not spent < 100',
		"any orders (total > 10)",
		"signed_up in last 30 days or spent is missing",
		'email ends with "@acme.com"',
		"sum(orders.total) = 5",
	];

	for (const [name, content] of Object.entries(sources)) {
		const path = folder.file(name, content);
		it(`of ${name} has the same people in every segment`, async () => {
			const table = await tableFrom(content);
			expect(table.size).to.equal(people.length);
			for (const text of texts) {
				const { code, out } = await segql(["preview", "--ids", "--text", text, "--profiles", path, ...given]);
				expect(code).to.equal(0);
				const ids = out.split("\n").filter((line) => line !== "");
				expect(idsIn(table, text), text).to.deep.equal(ids);
				expect(ids.length, text).to.be.greaterThan(0).and.lessThan(people.length);
			}
		});
	}
});
