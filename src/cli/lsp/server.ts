// The language server: the service's answers over standard input and output, for one client. The library ends the process when the client asks
// for it or goes away.
import process from "node:process";
import {
	type CancellationToken,
	type CodeAction,
	CodeActionKind,
	type Connection,
	createConnection,
	type InitializeParams,
	type InitializeResult,
	LSPErrorCodes,
	ResponseError,
	TextDocumentSyncKind,
	TextDocuments,
	type TextDocumentIdentifier,
	type TextEdit,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CompletionList } from "../../service/complete/complete.ts";
import type { LanguageService } from "../../service/language-service.ts";
import { lspCompletionList } from "../../service/lsp/completion.ts";
import { lspSemanticTokens, lspSemanticTokensLegend } from "../../service/lsp/semantic-data.ts";
import {
	lspDiagnostic,
	lspDocumentSymbol,
	lspFoldingRange,
	lspHover,
	lspPositions,
	lspSelectionRange,
	lspTextEdit,
} from "../../service/lsp/shapes.ts";

/** Values that are not there by then are left out of a completion list; the next letter asks again. */
const longestWaitForValues = 300;

/** Changes that come faster than this are looked at together: each of them alone is gone before anyone has seen it. */
const pauseForChanges = 30;

const triggerCharacters = [" ", '"', "'", "`", "(", ",", ".", "=", "<", ">"];

/** What the client can take. */
interface Client {
	readonly snippets: boolean;
	readonly markdown: boolean;
	readonly documentChanges: boolean;
}

export class LanguageServer {
	readonly #service: LanguageService;
	readonly #version: string;
	readonly #connection: Connection;
	readonly #documents = new TextDocuments(TextDocument);
	/** Documents whose diagnostics are about to be made: once for all changes that came in together. */
	readonly #changed = new Set<string>();
	#client: Client = { snippets: false, markdown: false, documentChanges: false };

	constructor(service: LanguageService, version: string) {
		this.#service = service;
		this.#version = version;
		this.#connection = createConnection(process.stdin, process.stdout);
	}

	/** Returns at once; the process lives until its client ends it. */
	start(): void {
		const connection = this.#connection;
		connection.onInitialize((params) => this.#initialize(params));
		connection.onCompletion(({ textDocument, position }, token) => this.#complete(textDocument, position, token));
		connection.onHover(({ textDocument, position }) =>
			this.#with(textDocument, (text, positions) => {
				const hover = this.#service.hover(text, positions.offset(position));
				return hover && lspHover(hover, positions, { markdown: this.#client.markdown });
			}),
		);
		connection.languages.semanticTokens.on(
			({ textDocument }) =>
				this.#with(textDocument, (text, positions) => lspSemanticTokens(this.#service.semanticTokens(text), positions)) ?? { data: [] },
		);
		connection.onDocumentFormatting(({ textDocument }) =>
			this.#with(textDocument, (text, positions) => this.#service.format(text).map((edit) => lspTextEdit(edit, positions))),
		);
		connection.onCodeAction(({ textDocument, range }) => this.#codeActions(textDocument, range));
		connection.onDocumentSymbol(({ textDocument }) =>
			this.#with(textDocument, (text, positions) => this.#service.symbols(text).map((symbol) => lspDocumentSymbol(symbol, positions))),
		);
		connection.onFoldingRanges(({ textDocument }) =>
			this.#with(textDocument, (text, positions) =>
				this.#service.foldingRanges(text).flatMap((range) => lspFoldingRange(range, positions) ?? []),
			),
		);
		connection.onSelectionRanges(({ textDocument, positions: asked }) =>
			this.#with(textDocument, (text, positions) =>
				asked.map((position) => lspSelectionRange(this.#service.selectionSpans(text, positions.offset(position)), positions)),
			),
		);
		this.#documents.onDidChangeContent(({ document }) => this.#diagnoseSoon(document.uri));
		this.#documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
		this.#documents.listen(connection);
		connection.listen();
	}

	warn(message: string): void {
		this.#connection.console.warn(message);
	}

	#initialize({ capabilities }: InitializeParams): InitializeResult {
		const { textDocument, workspace } = capabilities;
		this.#client = {
			snippets: textDocument?.completion?.completionItem?.snippetSupport ?? false,
			markdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? false,
			documentChanges: workspace?.workspaceEdit?.documentChanges ?? false,
		};
		return {
			serverInfo: { name: "segql", version: this.#version },
			capabilities: {
				positionEncoding: "utf-16",
				textDocumentSync: TextDocumentSyncKind.Incremental,
				completionProvider: { triggerCharacters },
				hoverProvider: true,
				semanticTokensProvider: { legend: lspSemanticTokensLegend, full: true },
				documentFormattingProvider: true,
				codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
				documentSymbolProvider: true,
				foldingRangeProvider: true,
				selectionRangeProvider: true,
			},
		};
	}

	/** Null for a document that is not open. */
	#with<Answer>(
		{ uri }: TextDocumentIdentifier,
		answer: (text: string, positions: ReturnType<typeof lspPositions>, document: TextDocument) => Answer | undefined,
	): Answer | null {
		const document = this.#documents.get(uri);
		if (!document) return null;
		const text = document.getText();
		return answer(text, lspPositions(text), document) ?? null;
	}

	// ---- diagnostics ----

	#diagnoseSoon(uri: string): void {
		if (this.#changed.size === 0) setTimeout(() => this.#diagnoseChanged(), pauseForChanges);
		this.#changed.add(uri);
	}

	#diagnoseChanged(): void {
		const uris = [...this.#changed];
		this.#changed.clear();
		for (const uri of uris) {
			this.#with({ uri }, (text, positions, { version }) => {
				const diagnostics = this.#service.diagnostics(text).map((diagnostic) => lspDiagnostic(diagnostic, positions));
				void this.#connection.sendDiagnostics({ uri, version, diagnostics });
			});
		}
	}

	// ---- completion ----

	async #complete(document: TextDocumentIdentifier, position: { line: number; character: number }, token: CancellationToken) {
		const opened = this.#documents.get(document.uri);
		if (!opened) return null;
		const [text, version] = [opened.getText(), opened.version];
		const positions = lspPositions(text);
		const offset = positions.offset(position);
		const list = await soon(this.#service.complete(text, offset));
		if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
		if (this.#documents.get(document.uri)?.version !== version) {
			throw new ResponseError(LSPErrorCodes.ContentModified, "The document has changed since.");
		}
		return lspCompletionList(list, text, offset, positions, { snippets: this.#client.snippets });
	}

	// ---- quick fixes ----

	#codeActions(document: TextDocumentIdentifier, range: Parameters<ReturnType<typeof lspPositions>["span"]>[0]): CodeAction[] | null {
		return this.#with(document, (text, positions, { uri, version }) =>
			this.#service.codeActions(text, positions.span(range)).map(({ title, diagnostic, edits, isPreferred }) => {
				const changes: TextEdit[] = edits.map((edit) => lspTextEdit(edit, positions));
				return {
					title,
					kind: CodeActionKind.QuickFix,
					diagnostics: [lspDiagnostic(diagnostic, positions)],
					isPreferred,
					edit: this.#client.documentChanges
						? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
						: { changes: { [uri]: changes } },
				};
			}),
		);
	}
}

/** The whole list when it comes in time, else what is known now. */
async function soon(list: CompletionList): Promise<CompletionList> {
	if (!list.later) return list;
	let timer: NodeJS.Timeout | undefined;
	const enough = new Promise<CompletionList>((resolve) => {
		timer = setTimeout(() => resolve(list), longestWaitForValues);
	});
	try {
		return await Promise.race([list.later, enough]);
	} finally {
		clearTimeout(timer);
	}
}
