// What a refresh of changes brings: its profiles, the last of each user, and everybody whom they replace.
import { Table } from "../columns/table.ts";
import type { Settings } from "./settings.ts";

export interface RawText {
	readonly profile: unknown;
	/** As JSON without line breaks, where the source has it at hand. */
	readonly text: string | undefined;
}

export class Changes {
	readonly table: Table;
	/** Of the table's rows, as JSON. */
	readonly texts: RawText[] = [];
	readonly ids: Set<string> = new Set();
	count = 0;
	readonly #removedWhen: string | undefined;
	/** Reads the user_id of profiles that are not kept. */
	readonly #removals: Table;

	constructor({ catalogue, timeZone, fields }: Settings, removedWhen: string | undefined) {
		this.table = new Table(catalogue, { timeZone, fields });
		this.#removals = new Table(catalogue, { timeZone, fields: ["user_id"] });
		this.#removedWhen = removedWhen;
	}

	add(profile: unknown, text: string | undefined): void {
		this.count++;
		if (this.#isRemoval(profile)) {
			const id = idAt(this.#removals, this.#removals.append(profile));
			if (id === undefined) return;
			this.ids.add(id);
			this.table.remove(id);
			return;
		}
		const id = idAt(this.table, this.table.put(profile));
		if (id !== undefined) this.ids.add(id);
		this.texts.push({ profile, text });
	}

	#isRemoval(profile: unknown): boolean {
		const key = this.#removedWhen;
		if (key === undefined || typeof profile !== "object" || profile === null) return false;
		return Object.hasOwn(profile, key) && (profile as Readonly<Record<string, unknown>>)[key] === true;
	}
}

function idAt({ frame }: Table, row: number): string | undefined {
	const id = frame.members.get("user_id")?.column.at(row);
	return typeof id === "string" ? id : undefined;
}
