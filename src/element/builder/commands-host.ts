// What commands need of the builder that they belong to.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Formats } from "../guest/formats.ts";
import type { Session } from "../session/session.ts";
import type { Acts } from "./acts.ts";
import type { Typing } from "./typing.ts";
import type { Panels } from "./view.ts";
import type { BuilderWords } from "./words.ts";

export interface CommandsHost {
	readonly session: Session;
	readonly acts: Acts;
	readonly typing: Typing;
	readonly wording: { readonly say: BuilderWords; readonly formats: Formats };
	readonly panels: Panels;
	readonly problems: ReadonlyMap<number, readonly Diagnostic[]>;
	setPanels(panels: Panels): void;
	/** Once what is drawn is up to date: a control by its key, or the first control of a row. */
	focusAfter(target: string | number): void;
	announce(sentence: string): void;
}
