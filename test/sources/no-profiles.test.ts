// Answers that a server calls a success and that hold nobody: they must not take the place of the profiles that are kept.
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { MemoryVault } from "../../src/store/memory-vault.ts";
import { guardPointer } from "../../src/store/pointer.ts";
import { ProfileStore } from "../../src/store/profile-store.ts";
import { settingsOf } from "../../src/store/settings.ts";
import type { ProfileSource } from "../../src/store/sources/source.ts";
import { SourceError } from "../../src/store/sources/source-error.ts";
import { catalogue, people } from "../store/people.ts";
import { readSource } from "./read-source.ts";

const url = { kind: "url", url: "https://example.org/people" } as const;
const formats = "Give NDJSON, a JSON array or CSV, plain or gzip.";
const webPage = "The server answered with a web page instead of profiles: sign in again, or correct the address of the source.";
const empty = "What came is empty: a list of nobody is written as [] in JSON, or as the header alone in CSV.";
const noField = "Nothing that came has a field of the catalogue: correct the address of the source, or the paths of the fields.";
const refused = (first: string): string => `Nothing that came can be read as a profile. ${first} ${formats}`;

const fetching =
	(body: BodyInit): typeof fetch =>
	async () =>
		new Response(body, { headers: { "content-type": "text/plain" } });

describe("a refresh with an answer that holds no profiles", () => {
	let store: ProfileStore;
	let number = 0;

	beforeEach(async () => {
		store = new ProfileStore(`segql/no profiles ${number++}`, settingsOf("test", { catalogue }), () => new MemoryVault(guardPointer));
		await store.refresh({ kind: "iterable", profiles: people(0, 50) });
	});

	afterEach(() => store.dispose());

	async function outcome(body: BodyInit, source: ProfileSource = url): Promise<unknown> {
		const before = await store.check();
		try {
			const { kind, profiles } = (await store.refresh(source, { fetch: fetching(body) })) as { kind: string; profiles: number };
			return [kind, profiles];
		} catch (error) {
			if (!(error instanceof SourceError)) throw error;
			expect(error.code).to.equal("not-profiles");
			expect(await store.check()).to.deep.equal(before);
			return error.message;
		}
	}

	const table: readonly (readonly [string, BodyInit, string])[] = [
		["nothing at all", "", empty],
		["blanks", "\uFEFF \r\n\n", empty],
		["nothing, packed", gzipSync(""), empty],
		["a sign-in page on one line", "<!doctype html><html><body>Sign in</body></html>", webPage],
		["a sign-in page on many lines", "\uFEFF\n <!doctype html>\n<html>\n<body>\nSign in\n</body>\n</html>\n", webPage],
		["an error of XML, packed", gzipSync('<?xml version="1.0"?><Error/>'), webPage],
		["an error as an object", '{"error":"not allowed"}', noField],
		["an error over several lines", '{\n  "error": "not allowed",\n  "user_id": null\n}\n', noField],
		["a list in an envelope", '{"data":[{"user_id":"a"}]}', noField],
		["a proxy's sentence", "upstream connect error", noField],
		["a proxy's sentences", "upstream connect error\nreset before headers\n", noField],
		["a proxy's sentence with a comma", "Too busy, try again later", noField],
		["null", "null", noField],
		["a text", '"x"', noField],
		["a list of what is no profile", "[1,2]", refused("Element 1 is a number, but a profile is an object.")],
		["broken lines", "{bad\n{bad\n{bad\n", refused("Line 1 is not JSON: it breaks at character 2.")],
		["a header whose every row is broken", "user_id,points\na\nb,1,2\n", refused("Line 2 has 1 cell, but the header has 2 cells.")],
	];
	for (const [name, body, message] of table) {
		it(`keeps what is there: ${name}`, async () => {
			expect(await outcome(body)).to.equal(message);
		});
	}

	it("says the same of files, pages and iterables", async () => {
		const file = (content: string): ProfileSource => ({ kind: "file", file: new Blob([content]) });
		expect(await outcome("", file(""))).to.equal(empty);
		expect(await outcome("", file("<html>"))).to.equal(`The profiles are a web page, or XML. ${formats}`);
		expect(await outcome("", file("n\n1\n"))).to.equal(noField);
		const pages: ProfileSource = { kind: "pages", url: url.url, items: "$.items", next: { kind: "link-header" } };
		expect(await outcome('{"items":[7]}', pages)).to.equal(refused("Element 1 is a number, but a profile is an object."));
		expect(await outcome('{"items":[{"error":1}]}', pages)).to.equal(noField);
		expect(await outcome("", { kind: "iterable", profiles: [[], [null]] })).to.equal(
			refused("Element 1 is null, but a profile is an object."),
		);
	});

	it("takes the format that is said at its word, and looks at the fields all the same", async () => {
		expect(await outcome("<html>,a\n1,2\n", { ...url, format: "csv" })).to.equal(noField);
		expect(await outcome("<id>,user_id\n1,2\n", { ...url, format: "csv" })).to.deep.equal(["complete", 1]);
		expect(await outcome("", { ...url, format: "json" })).to.equal(empty);
	});

	it("gives up after a thousand profiles without a field, and not before", async () => {
		const lines = (without: number): string => `${'{"n":1}\n'.repeat(without)}{"user_id":"a"}\n`;
		expect(await outcome(lines(1_000))).to.deep.equal(["complete", 1_001]);
		expect(await outcome(`[${'{"n":1},'.repeat(1_000)}{"n":1}]`)).to.equal(noField);
	});

	for (const [name, body] of [
		["a list of nobody", "[]"],
		["a list of nobody, with blanks", " [ ]\n"],
		["the header of a CSV alone", "user_id,points\n"],
		["the header of one column", "country"],
		["a header that names a column twice", "user_id,user_id\n"],
	] as const) {
		it(`takes ${name} at its word`, async () => {
			expect(await outcome(body)).to.deep.equal(["complete", 0]);
		});
	}

	it("takes nothing for nobody only where it is told that it may", async () => {
		const none = { profiles: [], restarts: 0, problems: [], validators: {}, waits: [] };
		expect(await readSource(url, { fetch: fetching(""), mayBeEmpty: true })).to.deep.equal(none);
		expect((await readSource(url, { fetch: fetching("") })).error).to.equal(`not-profiles: ${empty}`);
	});
});
