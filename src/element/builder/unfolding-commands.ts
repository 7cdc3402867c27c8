// What unfolds and folds in the builder: not part of the text.
import type { CommandsHost } from "./commands-host.ts";

export class UnfoldingCommands {
	readonly #host: CommandsHost;

	constructor(host: CommandsHost) {
		this.#host = host;
	}

	showMore(row: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, more: panels.more === row ? undefined : row });
	}

	/** All values of a long list. */
	showWhole(row: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, whole: new Set([...panels.whole, row]) });
		this.#host.focusAfter(`${row}/entry`);
	}

	/** So many rows more of a very long text. */
	showRows(count: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, rows: panels.rows + count });
	}

	/** Whether a value is edited as words, although an editor could show it. */
	writeOut(key: string, isWritten: boolean): void {
		const { panels } = this.#host;
		const written = new Set(panels.written);
		if (isWritten) written.add(key);
		else written.delete(key);
		this.#host.setPanels({ ...panels, written });
	}
}
