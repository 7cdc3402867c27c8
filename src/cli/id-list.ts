// Lists of ids that can be as long as the input: printed as they are found, so that memory does not grow with their number.
import type { ExitCode } from "./environment.ts";
import { OutputClosed, OutputFailed } from "./errors.ts";
import { failureJson, failureOf } from "./failure.ts";
import type { Session } from "./session.ts";
import { jsonText, printable } from "./terminal/printable.ts";
import { counted } from "./words.ts";

/** A line an item, or with --json the beginning of the one object. */
export class IdList<Item = string> {
	readonly #session: Session;
	readonly #lineOf: (item: Item) => string;
	#begun = false;

	constructor(session: Session, lineOf: (item: Item) => string) {
		this.#session = session;
		this.#lineOf = lineOf;
	}

	async add(items: readonly Item[]): Promise<void> {
		if (items.length === 0) return;
		const { out, json } = this.#session;
		if (!json) {
			// An id with a line break must not become two.
			await out.write(items.map((item) => `${printable(this.#lineOf(item))}\n`).join(""));
			return;
		}
		const texts = items.map((item) => jsonText(item).replaceAll("\n", "\n    ")).join(",\n    ");
		await out.write(`${this.#begun ? "," : '{\n  "ids": ['}\n    ${texts}`);
		this.#begun = true;
	}

	/** The rest of the object. */
	async end(rest: object): Promise<void> {
		const { out } = this.#session;
		const text = jsonText(rest).slice("{\n".length);
		await out.write(this.#begun ? "\n  ],\n" : '{\n  "ids": [],\n');
		await out.write(`${text}\n`);
	}
}

/** Does what prints the list. When that is cut short, the one object of --json still says what went wrong. */
export async function withList<Item>(ids: IdList<Item> | undefined, session: Session, work: () => Promise<ExitCode>): Promise<ExitCode> {
	try {
		return await work();
	} catch (error) {
		if (!(ids && session.json) || error instanceof OutputClosed || error instanceof OutputFailed) throw error;
		const { failure, exitCode } = failureOf(error);
		session.verdict = exitCode;
		await ids.end(failureJson(failure));
		return exitCode;
	}
}

/** The words name whoever could not be listed: `match` and `matches`. */
export async function reportUnidentified(count: number, [one, many]: readonly [string, string], session: Session): Promise<void> {
	if (count > 0) await session.remark(`${counted(count, one, many)} without a user_id ${count === 1 ? "is" : "are"} not listed.`);
}
