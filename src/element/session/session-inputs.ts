// What a host gives to a session.
import type { CompileOptions } from "../../compile.ts";
import type { CatalogueInput } from "../../fields/catalogue.ts";
import type { PrivacyPolicy } from "../privacy/policy.ts";
import type { AnsweringSource } from "./answering-source.ts";

export interface SessionInputs {
	/** As a catalogue file holds it. Nothing is checked or counted without one. */
	readonly catalogue: CatalogueInput | undefined;
	/** The segments that `in segment "…"` names. */
	readonly segments: CompileOptions["segments"];
	/** What `now` and `today` mean: whole epoch milliseconds or a Date. Undefined is the minute of each change. */
	readonly now: number | Date | undefined;
	/** An IANA name; undefined is the catalogue's, else the host's. */
	readonly timeZone: string | undefined;
	/** Where to count; of an array that the host gave, the source that answers about it. */
	readonly profiles: AnsweringSource | undefined;
	/** The text as it was saved: who enters and who leaves is about it. */
	readonly saved: string | undefined;
	/** What may be seen of fields that the catalogue marks as personal. */
	readonly privacy: PrivacyPolicy;
	/** Nobody but the host may change the text. Views take away what would change it; the session refuses it in any case. */
	readonly readOnly: boolean;
}
