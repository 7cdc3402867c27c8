// A profile as one line of JSON.
import { StoreError } from "./store-error.ts";

/** What is not JSON at all, such as undefined, is `null`: nobody's profile. Throws StoreError `unkeepable`. */
export function jsonOf(profile: unknown): string {
	try {
		return JSON.stringify(profile) ?? "null";
	} catch (error) {
		throw new StoreError("unkeepable", { cause: error });
	}
}
