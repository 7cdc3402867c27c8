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
	/** Profiles so far, those that could not be taken included. */
	count = 0;
	/** Of them, those without a user_id: nobody knows in whose place they belong. */
	withoutId = 0;
	readonly #removedWhen: string | undefined;
	/** Reads the user_ids, before a profile becomes a row that stays. */
	readonly #ids: Table;

	constructor({ catalogue, timeZone, fields }: Settings, removedWhen: string | undefined) {
		this.table = new Table(catalogue, { timeZone, fields });
		this.#ids = new Table(catalogue, { timeZone, fields: ["user_id"] });
		this.#removedWhen = removedWhen;
	}

	add(profile: unknown, text: string | undefined): void {
		this.count++;
		const id = this.#ids.frame.members.get("user_id")?.column.at(this.#ids.append(profile));
		if (typeof id !== "string") {
			this.withoutId++;
			return;
		}
		this.ids.add(id);
		if (this.#isRemoval(profile)) {
			this.table.remove(id);
			return;
		}
		this.table.put(profile);
		this.texts.push({ profile, text });
	}

	#isRemoval(profile: unknown): boolean {
		const key = this.#removedWhen;
		if (key === undefined || typeof profile !== "object" || profile === null) return false;
		return Object.hasOwn(profile, key) && (profile as Readonly<Record<string, unknown>>)[key] === true;
	}
}
