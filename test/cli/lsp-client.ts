// A code editor as far as a language server can tell: a child process that speaks the protocol over its standard streams.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { createMessageConnection, type MessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const main = join(import.meta.dirname, "../../src/cli/main.ts");

export interface PublishedDiagnostics {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: readonly { readonly code: string; readonly message: string; readonly range: unknown }[];
}

/** What the client says it can. */
export const capable = {
	textDocument: {
		completion: { completionItem: { snippetSupport: true } },
		hover: { contentFormat: ["markdown", "plaintext"] },
	},
	workspace: { workspaceEdit: { documentChanges: true } },
};

export class LspClient {
	readonly child: ChildProcess;
	readonly connection: MessageConnection;
	readonly exit: Promise<number | null>;
	readonly published: PublishedDiagnostics[] = [];
	readonly messages: string[] = [];
	errors = "";
	#waiting: (() => void)[] = [];

	constructor(argv: readonly string[]) {
		this.child = spawn(process.execPath, [main, "lsp", ...argv], { stdio: ["pipe", "pipe", "pipe"] });
		const { stdin, stdout, stderr } = this.child;
		if (!stdin || !stdout || !stderr) throw new Error("The server has no streams.");
		stderr.setEncoding("utf8").on("data", (text: string) => {
			this.errors += text;
		});
		stdin.on("error", () => undefined);
		this.exit = new Promise((resolve) => this.child.on("exit", (code) => resolve(code)));
		this.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
		this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishedDiagnostics) => {
			this.published.push(params);
			for (const wake of this.#waiting.splice(0)) wake();
		});
		this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => void this.messages.push(message));
		this.connection.listen();
	}

	ask<Answer>(method: string, params?: object): Promise<Answer> {
		return this.connection.sendRequest<Answer>(method, params);
	}

	tell(method: string, params?: object): Promise<void> {
		return this.connection.sendNotification(method, params);
	}

	async initialize(
		capabilities: object = capable,
	): Promise<{ readonly capabilities: Readonly<Record<string, unknown>>; readonly serverInfo: unknown }> {
		const answer = await this.ask<{ capabilities: Record<string, unknown>; serverInfo: unknown }>("initialize", {
			processId: process.pid,
			rootUri: null,
			capabilities,
		});
		await this.tell("initialized", {});
		return answer;
	}

	open(uri: string, text: string): Promise<void> {
		return this.tell("textDocument/didOpen", { textDocument: { uri, languageId: "segql", version: 1, text } });
	}

	change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
		return this.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
	}

	/** The diagnostics of this version of a document, once they are published. */
	async diagnosticsOf(uri: string, version?: number): Promise<PublishedDiagnostics["diagnostics"]> {
		for (;;) {
			const found = this.published.findLast((published) => published.uri === uri && published.version === version);
			if (found) return found.diagnostics;
			await new Promise<void>((resolve) => this.#waiting.push(resolve));
		}
	}

	/** Ends the server as an editor does, and answers its exit code. */
	async close(): Promise<number | null> {
		await this.ask("shutdown");
		await this.tell("exit");
		return this.exit;
	}

	kill(): void {
		this.connection.dispose();
		this.child.kill("SIGKILL");
	}
}
