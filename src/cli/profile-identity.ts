// Who a profile is: its user_id, wherever the catalogue says it stands.
import type { Catalogue } from "../fields/catalogue.ts";
import { readPath } from "../fields/json-path.ts";

/**
 * The record's user_id; where that is missing, a number in its place as text, because many exports write ids as numbers. That is for people
 * to find the profile again: conditions still see it as missing, and the data report counts it.
 */
export function identityOf(catalogue: Catalogue): (profile: unknown, record: unknown) => string | undefined {
	const path = catalogue.field("user_id")?.path ?? ["user_id"];
	return (profile, record) => {
		const typed = readPath(record, ["user_id"]);
		const id = typed ?? readPath(profile, path);
		return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
	};
}
