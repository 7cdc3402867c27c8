// `segql lsp` as an editor meets it: a process of its own, over standard input and output.
import { execFileSync } from "node:child_process";
import { createWriteStream } from "node:fs";
import { expect } from "chai";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { packageVersion } from "../../src/cli/version.ts";
import { LspClient } from "./lsp-client.ts";
import { peopleFields, peopleLines } from "./people.ts";
import { segql } from "./run-cli.ts";
import { testFolder } from "./test-folder.ts";

const uri = "file:///work/vip.segql";
const document = { uri };
const range = (line: number, start: number, end: number) => ({ start: { line, character: start }, end: { line, character: end } });

interface Item {
	readonly label: string;
	readonly labelDetails?: { readonly description: string };
	readonly textEdit: { readonly newText: string };
}

describe("segql lsp", () => {
	const folder = testFolder();
	const fields = folder.file("fields.json", peopleFields);
	const profiles = folder.file("people.ndjson", `${peopleLines}not json\n`);
	const segments = folder.file("segments.json", JSON.stringify([{ name: "vip", text: "spent > 500" }]));
	const started: LspClient[] = [];
	const start = (...argv: string[]): LspClient => {
		const client = new LspClient(argv);
		started.push(client);
		return client;
	};
	after(() => {
		for (const client of started) client.kill();
	});

	const complete = async (client: LspClient, line: number, character: number): Promise<readonly Item[]> => {
		const list = await client.ask<{ items: readonly Item[] }>("textDocument/completion", {
			textDocument: document,
			position: { line, character },
		});
		return list.items;
	};

	it("says what it can, publishes what is wrong, and ends when asked to", async () => {
		const client = start("--fields", fields, "--segments", segments, "--stdio", "--clientProcessId=1");
		const { serverInfo, capabilities } = await client.initialize();
		expect(serverInfo).to.deep.equal({ name: "segql", version: packageVersion() });
		expect(Object.keys(capabilities)).to.deep.equal([
			...[
				"positionEncoding",
				"textDocumentSync",
				"completionProvider",
				"hoverProvider",
				"semanticTokensProvider",
				"documentFormattingProvider",
			],
			...["codeActionProvider", "documentSymbolProvider", "foldingRangeProvider", "selectionRangeProvider"],
		]);
		await client.open(uri, 'contry = "US"\nand in segment "vipp"');
		expect(await client.diagnosticsOf(uri, 1)).to.deep.equal([
			{
				range: range(0, 0, 6),
				severity: 1,
				code: "unknown-field",
				source: "segql",
				message: 'There is no field "contry". Did you mean "country"?',
			},
			{
				range: range(1, 15, 21),
				severity: 1,
				code: "unknown-segment",
				source: "segql",
				message: 'There is no segment "vipp". Did you mean "vip"?',
			},
		]);
		await client.change(uri, 2, [
			{ range: range(0, 0, 6), text: "country" },
			{ range: range(1, 15, 21), text: '"vip"' },
		]);
		expect(await client.diagnosticsOf(uri, 2)).to.deep.equal([]);
		await client.tell("textDocument/didClose", { textDocument: document });
		expect(await client.diagnosticsOf(uri)).to.deep.equal([]);
		expect(await client.close()).to.equal(0);
		expect(client.errors).to.equal("");
	});

	it("completes with the values of the profiles, explains, colours, outlines, formats and mends", async () => {
		const client = start("--fields", fields, "--profiles", profiles, "--now", "2026-05-10T12:00:00Z");
		await client.initialize();
		await client.open(uri, 'country = "U"\nand  signed_up in last 30 days and any orders (\ntotal>5)');
		expect((await complete(client, 0, 12)).map(({ label, labelDetails }) => [label, labelDetails?.description])).to.deep.equal([
			['"US"', "1 profile"],
		]);
		expect((await complete(client, 1, 4)).slice(0, 2).map(({ label }) => label)).to.deep.equal(["not", "country"]);
		const hover = await client.ask<{ contents: unknown; range: unknown }>("textDocument/hover", {
			textDocument: document,
			position: { line: 1, character: 20 },
		});
		expect(hover).to.deep.equal({
			contents: { kind: "markdown", value: "2026-04-10 to 2026-05-10, in America/New\\_York\n\nTheir signed\\_up is in the last 30 days." },
			range: range(1, 18, 30),
		});
		const { data } = await client.ask<{ data: readonly number[] }>("textDocument/semanticTokens/full", { textDocument: document });
		expect([data.length % 5, data.slice(0, 5)]).to.deep.equal([0, [0, 0, 7, 0, 0]]);
		const symbols = await client.ask<readonly { name: string }[]>("textDocument/documentSymbol", { textDocument: document });
		expect(symbols.map(({ name }) => name)).to.deep.equal(['country = "U"', "signed_up in last 30 days", "any orders"]);
		expect(await client.ask("textDocument/foldingRange", { textDocument: document })).to.deep.equal([]);
		const [selection] = await client.ask<readonly { range: unknown; parent: { range: unknown } }[]>("textDocument/selectionRange", {
			textDocument: document,
			positions: [{ line: 0, character: 2 }],
		});
		expect([selection?.range, selection?.parent.range]).to.deep.equal([range(0, 0, 7), range(0, 0, 13)]);
		expect(
			await client.ask("textDocument/formatting", { textDocument: document, options: { tabSize: 4, insertSpaces: false } }),
		).to.deep.equal([
			{ range: { start: { line: 0, character: 13 }, end: { line: 1, character: 0 } }, newText: " " },
			{ range: range(1, 3, 5), newText: " " },
			{ range: { start: { line: 1, character: 47 }, end: { line: 2, character: 0 } }, newText: "" },
			{ range: range(2, 5, 5), newText: " " },
			{ range: range(2, 6, 6), newText: " " },
			{ range: range(2, 8, 8), newText: "\n" },
		]);
		await client.change(uri, 2, [{ text: "contry is set" }]);
		expect(
			await client.ask("textDocument/codeAction", { textDocument: document, range: range(0, 2, 2), context: { diagnostics: [] } }),
		).to.deep.equal([
			{
				title: "Change to country",
				kind: "quickfix",
				isPreferred: true,
				diagnostics: await client.diagnosticsOf(uri, 2),
				edit: { documentChanges: [{ textDocument: { uri, version: 2 }, edits: [{ range: range(0, 0, 6), newText: "country" }] }] },
			},
		]);
		expect(await client.close()).to.equal(0);
		expect(client.messages.join("\n")).to.equal("1 problem in the profiles; what it names was left out:\n  Line 5 is not JSON.");
	});

	it("keeps to what a plain client can take", async () => {
		const client = start("--profiles", profiles);
		await client.initialize({});
		await client.open(uri, "country  and contry is set");
		expect((await complete(client, 0, 8)).slice(0, 2).map(({ textEdit }) => textEdit.newText)).to.deep.equal(["=", "!="]);
		const hover = await client.ask<{ contents: { kind: string } }>("textDocument/hover", {
			textDocument: document,
			position: { line: 0, character: 2 },
		});
		expect(hover.contents.kind).to.equal("plaintext");
		const [action] = await client.ask<readonly { edit: unknown }[]>("textDocument/codeAction", {
			textDocument: document,
			range: range(0, 15, 15),
			context: { diagnostics: [] },
		});
		expect(action?.edit).to.deep.equal({ changes: { [uri]: [{ range: range(0, 13, 19), newText: "country" }] } });
		expect(await client.close()).to.equal(0);
	});

	it("publishes once for changes that come together, with the version they are of", async () => {
		const client = start("--fields", fields);
		await client.initialize();
		await client.open(uri, "");
		await client.diagnosticsOf(uri, 1);
		for (let version = 2; version <= 200; version++)
			void client.change(uri, version, [{ range: range(0, version - 2, version - 2), text: "x" }]);
		const diagnostics = await client.diagnosticsOf(uri, 200);
		expect(diagnostics.map(({ range: at }) => at)).to.deep.equal([range(0, 0, 199)]);
		const versions = client.published.map(({ version = 0 }) => version);
		expect(versions).to.deep.equal(versions.toSorted((a, b) => a - b));
		expect(versions.length).to.be.lessThan(200);
		expect(await client.close()).to.equal(0);
	});

	it("answers at once what it knows while values are still counted, but not what was cancelled or is out of date", async () => {
		const slow = folder.path("slow.ndjson");
		execFileSync("mkfifo", [slow]);
		const client = start("--fields", fields, "--profiles", slow);
		const writer = createWriteStream(slow);
		await client.initialize();
		await client.open(uri, "country = ");
		const params = { textDocument: document, position: { line: 0, character: 10 } };
		let version = 1;
		const write = (text: string): Promise<void> => client.change(uri, ++version, [{ text }]);
		/** The code that a completion is refused with, after `meanwhile`; asked once more where that came too late, on a very busy machine. */
		async function refusal(meanwhile: (cancellation: CancellationTokenSource) => Promise<void> | void): Promise<number> {
			for (;;) {
				const cancellation = new CancellationTokenSource();
				const refused = client.connection.sendRequest("textDocument/completion", params, cancellation.token).then(
					() => undefined,
					(error: { code: number }) => error.code,
				);
				await meanwhile(cancellation);
				const code = await refused;
				await write("country = ");
				if (code !== undefined) return code;
			}
		}
		expect((await complete(client, 0, 10)).map(({ label }) => label)).to.deep.equal([
			"user_id",
			"email",
			"phone",
			"first_name",
			"last_name",
		]);
		expect(await refusal((cancellation) => cancellation.cancel())).to.equal(-32800);
		expect(await refusal(() => write("country = 1"))).to.equal(-32801);
		writer.end('{"country":"NL"}\n');
		for (;;) {
			const [first] = await complete(client, 0, 10);
			if (first?.label === '"NL"') break;
		}
		expect(await client.close()).to.equal(0);
	});

	it("answers nothing for a document that is not open", async () => {
		const client = start("--fields", fields);
		await client.initialize();
		const unknown = { textDocument: { uri: "file:///none" }, position: { line: 0, character: 0 } };
		expect(await client.ask("textDocument/completion", unknown)).to.equal(null);
		expect(await client.ask("textDocument/hover", unknown)).to.equal(null);
		expect(await client.ask("textDocument/semanticTokens/full", unknown)).to.deep.equal({ data: [] });
		expect(await client.ask("textDocument/formatting", unknown)).to.equal(null);
		expect(await client.close()).to.equal(0);
	});

	it("ends when its client goes away", async () => {
		const client = start("--fields", fields);
		await client.initialize();
		client.child.stdin?.end();
		expect(await client.exit).to.equal(1);
	});

	it("says in words what it lacks, before any protocol", async () => {
		expect(await segql(["lsp"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: The fields are not known.\n  Give --fields, or --profiles to infer them from.\n",
		});
		expect(await segql(["lsp", "--profiles", "-"])).to.deep.equal({
			code: 2,
			out: "",
			err: "error: Standard input is the editor's.\n  Give the profiles as a file.\n",
		});
		expect((await segql(["lsp", "--fields", folder.path("none.json")])).code).to.equal(2);
	});
});
