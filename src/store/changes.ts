// What a refresh of changes brings: its profiles, the last of each user, and everybody whom they replace.
import { Table } from "../columns/table.ts";
import { booleanFromText } from "../fields/parse-untyped.ts";
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
	/** Of them, those who were removed and did not come back. */
	readonly removed: Set<string> = new Set();
	/** Profiles so far, those that could not be taken included. */
	count = 0;
	/** Of them, those without a user_id: nobody knows in whose place they belong. */
	withoutId = 0;
	/** Of them, those of which cannot be told whether the user was removed: they are not taken, so that nobody comes back by mistake. */
	unclear = 0;
	readonly #removedWhen: string | undefined;
	/** Reads the user_ids, before a profile becomes a row that stays. */
	readonly #ids: Table;

	constructor({ catalogue, timeZone, fields }: Settings, removedWhen: string | undefined) {
		this.table = new Table(catalogue, { timeZone, fields });
		this.#ids = new Table(catalogue, { timeZone, fields: ["user_id"] });
		this.#removedWhen = removedWhen;
	}

	/** `untyped`: values that the catalogue does not type are texts. */
	add(profile: unknown, text: string | undefined, untyped = false): void {
		this.count++;
		const id = this.#ids.frame.members.get("user_id")?.column.at(this.#ids.append(profile));
		if (typeof id !== "string") {
			this.withoutId++;
			return;
		}
		const isRemoval = this.#isRemoval(profile, untyped);
		if (isRemoval === undefined) {
			this.unclear++;
			return;
		}
		this.ids.add(id);
		if (isRemoval) {
			this.removed.add(id);
			this.table.remove(id);
			return;
		}
		this.removed.delete(id);
		this.table.put(profile);
		this.texts.push({ profile, text });
	}

	/** Undefined where it cannot be told. */
	#isRemoval(profile: unknown, untyped: boolean): boolean | undefined {
		const key = this.#removedWhen;
		if (key === undefined || typeof profile !== "object" || profile === null || !Object.hasOwn(profile, key)) return false;
		const given = (profile as Readonly<Record<string, unknown>>)[key];
		const value = untyped && typeof given === "string" ? booleanFromText(given) : given;
		if (value === undefined || value === null) return false;
		return typeof value === "boolean" ? value : undefined;
	}
}
