// What every command has at hand while it runs: where to write, in which form, and what the surroundings are.
import type { Environment, ExitCode } from "./environment.ts";
import { failureJson } from "./failure.ts";
import { Output } from "./terminal/output.ts";
import { jsonText, printable } from "./terminal/printable.ts";

export class Session {
	readonly environment: Environment;
	readonly out: Output;
	readonly err: Output;
	/** With --json there is one object on standard output, whatever happens. */
	readonly json: boolean;
	/** The exit code as far as it is known. Set it before the result is printed: it is the answer, too, when the reader goes away early. */
	verdict: ExitCode = 0;

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
		await this.printError(message, [...details, ...(hint === undefined ? [] : [hint])]);
	}

	/** To standard error, also with --json: for when standard output cannot say it. */
	async printError(message: string, details: readonly string[]): Promise<void> {
		await this.err.line(`${this.err.style.bad("error:")} ${printable(message)}`);
		for (const detail of details) await this.err.line(`  ${printable(detail)}`);
	}

	/** A remark that is no result: to standard error, and nowhere with --json, where results carry what matters. */
	async remark(text: string): Promise<void> {
		if (!this.json) await this.err.line(printable(text));
	}
}
