// Writes the last preview of each text to the store, once its author has paused, so that the next visit has something to show at once.
import type { PreviewCondition, PreviewPlan } from "../preview/preview-plan.ts";
import type { Preview } from "../preview/preview.ts";
import type { Freshness, Kept } from "../store/freshness.ts";
import type { KeptResult } from "../store/kept-results.ts";
import type { ProfileStore } from "../store/profile-store.ts";
import type { LastPreview } from "./protocol.ts";

/** Milliseconds without another preview. */
const pauseMs = 500;

export class KeptPreviews {
	readonly #store: ProfileStore;
	#latest: { readonly plan: PreviewPlan; readonly result: KeptResult } | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(store: ProfileStore) {
		this.#store = store;
	}

	async last(plan: PreviewPlan): Promise<LastPreview | undefined> {
		// What was seen of profiles that may not be kept any more is not shown either.
		if ((await this.#store.check()).kind === "empty") return undefined;
		const kept = await this.#store.result(questionOf(plan));
		return kept && { value: kept.result as Preview, revision: kept.revision, asOf: kept.asOf };
	}

	/** Later; only the last of those in a row. */
	keep(plan: PreviewPlan, result: Preview, { revision, asOf }: Kept): void {
		this.#latest = { plan, result: { revision, asOf, result } };
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), pauseMs);
	}

	/** Now. It is a help, not a promise: where there is no room it is not kept. */
	async flush(): Promise<void> {
		const latest = this.#latest;
		this.forget();
		if (!latest) return;
		// Profiles that have been wiped or removed since, by whomever, leave no trace.
		const freshness = await this.#store.check().catch((): Freshness => ({ kind: "empty" }));
		if (freshness.kind === "empty" || freshness.revision !== latest.result.revision) return;
		await this.#store.putResult(questionOf(latest.plan), latest.result).catch(() => undefined);
	}

	forget(): void {
		clearTimeout(this.#timer);
		this.#latest = undefined;
	}
}

/** The same for the same text on another day: a plan's instants move, the words do not. A saved segment's name alone would outlive its text. */
const questionOf = ({ inside, condition }: PreviewPlan): string => `${inside}\n${textOf(condition)}`;

const textOf = ({ kind, label, items: [first] }: PreviewCondition): string => (kind === "named" && first ? textOf(first) : label);
