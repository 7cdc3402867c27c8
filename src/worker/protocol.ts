// What page and worker say to each other (decisions/0005). Either side ignores whatever is not of this form: a host's own worker may have other
// things to talk about.
import type { CatalogueInput } from "../fields/catalogue-input.ts";
import type { Preview } from "../preview/preview.ts";
import type { PreviewPlan } from "../preview/preview-plan.ts";
import type { Freshness } from "../store/freshness.ts";
import type { KeptSegment } from "../store/kept-segments.ts";
import type { RefreshMode } from "../store/refresh-mode.ts";
import type { RefreshProgress } from "../store/replace-profiles.ts";
import type { SourceLimits } from "../store/sources/source-options.ts";
import type { StoreOptions } from "../store/settings.ts";
import type { Answer } from "./answer.ts";
import type { ProfilesEvent } from "./profiles-event.ts";
import type { QuestionName } from "../preview/questions.ts";
import type { SentError } from "./sent-error.ts";
import type { SentSource } from "./source.ts";

/** Another after every change of what is said: the two sides may come from different files of a host's cache. */
export const protocol = 1;

/** Stands on every message. Of `hello` and `ready` nothing but the number may ever change. */
const tag = "segql";

/** The store's options, as plain data. */
export interface SentOptions extends Omit<StoreOptions, "catalogue" | "now" | "sliceMs"> {
	readonly catalogue: CatalogueInput;
}

export interface Opened {
	readonly freshness: Freshness;
	/** False where the browser keeps nothing for this page. */
	readonly isKept: boolean;
	/** Why not. */
	readonly problem?: SentError;
}

/** The last answer to a preview, and which profiles it is about. */
export interface LastPreview {
	readonly value: Preview;
	readonly revision: string;
	/** Epoch milliseconds: the source had these profiles then. */
	readonly asOf: number;
}

/** What the page can have done: a row for each call. */
export interface Calls {
	open: { readonly given: { readonly businessId: string; readonly options: SentOptions }; readonly value: Opened };
	ask: {
		readonly given: { readonly question: QuestionName; readonly about: unknown; readonly options: object };
		readonly value: Answer<unknown>;
	};
	raw: { readonly given: { readonly rows: readonly number[]; readonly revision?: string }; readonly value: readonly unknown[] };
	refresh: {
		readonly given: {
			readonly source: SentSource;
			readonly mode: RefreshMode;
			readonly removedWhen?: string;
			readonly limits?: Partial<SourceLimits>;
			/** The page's: a worker has another. */
			readonly baseUrl: string;
			/** See `ProfilesEvent`. */
			readonly again: boolean;
		};
		readonly value: Freshness;
	};
	segments: { readonly given: undefined; readonly value: readonly KeptSegment[] };
	putSegments: { readonly given: readonly KeptSegment[]; readonly value: undefined };
	removeSegments: { readonly given: readonly string[]; readonly value: undefined };
	lastPreview: { readonly given: PreviewPlan; readonly value: LastPreview | undefined };
	wipe: { readonly given: undefined; readonly value: undefined };
	close: { readonly given: undefined; readonly value: undefined };
}

export type CallName = keyof Calls;

export type FromPage =
	| { readonly kind: "hello"; readonly protocol: number }
	| { readonly kind: "call"; readonly id: number; readonly name: CallName; readonly given: unknown }
	| { readonly kind: "cancel"; readonly id: number }
	/** Some of a host's profiles: NDJSON in UTF-8. */
	| { readonly kind: "batch"; readonly id: number; readonly bytes: ArrayBuffer }
	| { readonly kind: "no-more"; readonly id: number; readonly error?: SentError }
	| { readonly kind: "ping" };

export type FromWorker =
	| { readonly kind: "ready"; readonly protocol: number }
	| { readonly kind: "done"; readonly id: number; readonly value: unknown }
	| { readonly kind: "failed"; readonly id: number; readonly error: SentError }
	| { readonly kind: "progress"; readonly id: number; readonly progress: RefreshProgress }
	/** As many batches of the host's profiles as this may be sent beyond those that were. */
	| { readonly kind: "wanted"; readonly id: number; readonly batches: number }
	| { readonly kind: "event"; readonly event: SentEvent }
	| { readonly kind: "pong" };

export type SentEvent =
	| Exclude<ProfilesEvent, { readonly kind: "refresh-failed" } | { readonly kind: "worker-lost" }>
	| { readonly kind: "refresh-failed"; readonly error: SentError };

export const tagged = (message: FromPage | FromWorker): object => ({ to: tag, ...message });

const kindsOfPage = kindsIn<FromPage>({ hello: 1, call: 1, cancel: 1, batch: 1, "no-more": 1, ping: 1 });
const kindsOfWorker = kindsIn<FromWorker>({
	...{ ready: 1, done: 1, failed: 1, progress: 1 },
	...{ wanted: 1, event: 1, pong: 1 },
});

/** Complete by its type: a kind that is missing here does not compile. */
function kindsIn<Message extends { readonly kind: string }>(kinds: Readonly<Record<Message["kind"], 1>>): ReadonlySet<unknown> {
	return new Set(Object.keys(kinds));
}

export const isFromPage = (data: unknown): data is FromPage => isMessage(data, kindsOfPage);
export const isFromWorker = (data: unknown): data is FromWorker => isMessage(data, kindsOfWorker);

function isMessage(data: unknown, kinds: ReadonlySet<unknown>): boolean {
	if (typeof data !== "object" || data === null) return false;
	return "to" in data && data.to === tag && "kind" in data && kinds.has(data.kind) && (!("id" in data) || typeof data.id === "number");
}
