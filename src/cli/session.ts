// What every command has at hand while it runs: where to write, in which form, and what the surroundings are.
import type { Environment } from "./environment.ts";
import { failureJson } from "./failure.ts";
import { Output } from "./terminal/output.ts";
import { jsonText, printable } from "./terminal/printable.ts";

export class Session {
	readonly environment: Environment;
	readonly out: Output;
	readonly err: Output;
	/** With --json there is one object on standard output, whatever happens. */
	readonly json: boolean;

	constructor(environment: Environment, json: boolean) {
		const variables = environment.variables ?? {};
		this.environment = environment;
		this.json = json;
		this.out = new Output(environment.stdout, variables);
		this.err = new Output(environment.stderr, variables, { remarks: true });
	}

	async printJson(value: unknown): Promise<void> {
		await this.out.line(jsonText(value));
	}

	/** The one object that says why there is no answer, or a sentence and what to do on standard error. */
	async printFailure(code: string, message: string, hint?: string, details: readonly string[] = []): Promise<void> {
		if (this.json) return this.printJson(failureJson({ code, message, hint, details }));
		await this.err.line(`${this.err.style.bad("error:")} ${printable(message)}`);
		for (const detail of [...details, ...(hint === undefined ? [] : [hint])]) await this.err.line(`  ${printable(detail)}`);
	}

	/** A remark that is no result: to standard error, and nowhere with --json, where results carry what matters. */
	async remark(text: string): Promise<void> {
		if (!this.json) await this.err.line(printable(text));
	}
}
