// What whoever shows the profiles of a business is told without asking.
import type { Freshness } from "../store/freshness.ts";
import type { RefreshProgress } from "../store/replace-profiles.ts";
import type { StoreEvent } from "../store/profile-store.ts";

export type ProfilesEvent =
	/** There are other profiles, segments, or newer code in another tab: whichever tab did it. */
	| StoreEvent
	/** Profiles are being fetched by this tab; `again` when what was kept was damaged, and its source is asked once more without being told to. */
	| { readonly kind: "refreshing"; readonly progress: RefreshProgress; readonly again: boolean }
	| { readonly kind: "refreshed"; readonly freshness: Freshness }
	/** Also when it was stopped; what was there before is there still. */
	| { readonly kind: "refresh-failed"; readonly error: Error }
	/** The worker stopped; what it was asked was rejected. Now another one answers, or the page itself. */
	| { readonly kind: "worker-lost"; readonly where: "worker" | "main" };
