// The form of a file of language-neutral cases: profiles, conditions, and the ids that language.md says are inside.
// Expected ids are derived by hand from language.md, never copied from an engine.
import type { DiagnosticCode } from "../../src/diagnostic/codes.ts";
import type { CatalogueInput } from "../../src/fields/catalogue.ts";

export interface CaseFile {
	/** The topic. */
	readonly title: string;
	/** A catalogue file as language.md §5 describes it. */
	readonly catalogue: CatalogueInput;
	/** RFC 3339. */
	readonly now: string;
	/** IANA name; the zone of local days. */
	readonly timezone: string;
	/** What `in segment` can name; status "active" or "deactivated". */
	readonly segments?: readonly CaseSegment[];
	/** Raw profiles; each has its own `user_id`. */
	readonly profiles: readonly CaseProfile[];
	readonly cases: readonly Case[];
}

export interface CaseSegment {
	readonly id: string;
	readonly name: string;
	readonly text: string;
	readonly status: "active" | "deactivated";
}

export interface CaseProfile {
	readonly user_id: string;
	readonly [name: string]: unknown;
}

export interface Case {
	readonly title: string;
	readonly text: string;
	/** The `user_id`s inside, in the order of `profiles`. Missing only for refused texts. */
	readonly ids?: readonly string[];
	/** Other spellings of the same condition: the same ids, and the same canonical text. */
	readonly same?: readonly string[];
	/** The code of an error that this text must give. */
	readonly refused?: DiagnosticCode;
	/** The code of a warning or remark that a text that compiles must give. */
	readonly remarks?: readonly DiagnosticCode[];
	/** These replace the file's own for this case. */
	readonly now?: string;
	readonly timezone?: string;
	/** First day of the week, ISO 1 (Monday, the default) to 7. */
	readonly weekStart?: number;
}
