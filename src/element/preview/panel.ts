// What stands below the count, one panel at a time: each asks nothing until it is open.
import type { TemplateResult } from "lit";
import type { Plan } from "../../columns/plan.ts";
import type { Formats } from "../guest/formats.ts";
import type { Session } from "../session/session.ts";
import type { NamedText } from "./named-text.ts";
import type { PreviewWords } from "./words.ts";

/** In the order of their tabs. */
export const panelNames = ["conditions", "values", "profiles", "why", "changes", "overlap", "quality"] as const;

export type PanelName = (typeof panelNames)[number];

/** What a panel needs of the element that it is in. */
export interface PanelHost {
	readonly session: Session;
	readonly say: PreviewWords;
	readonly formats: Formats;
	/** Other segments to compare with. */
	readonly compareWith: readonly NamedText[];
	readonly maxExportRows: number;
	/** A file's name without its ending. */
	readonly exportName: string;
	/** Whether to say what is wrong with the text. */
	readonly saysErrors: boolean;
	draw(): void;
	/** Says a sentence to who does not see it. */
	announce(sentence: string): void;
	/** Opens the panel that says why, about a profile. */
	explain(profile: ChosenProfile): void;
	/** Gives a finished file to the person; the host page may take it instead. */
	save(file: SavedFile): void;
}

/** A row of a list: the list, the place in it, and of which profiles that is true. */
export interface ChosenProfile {
	readonly revision: string;
	readonly plan: Plan;
	readonly offset: number;
}

export interface SavedFile {
	readonly name: string;
	readonly blob: Blob;
}

export interface Panel {
	/** Asks what is not answered yet. Called when it opens, and after every change while it is open. */
	refresh(): void;
	template(): TemplateResult;
	/** Stops what runs. */
	leave(): void;
}
