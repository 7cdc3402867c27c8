// Opens the profiles of one business.
import { Profiles, type ProfilesOptions } from "./profiles.ts";

/**
 * The profiles of one business, kept in this browser, with everything heavy in a worker. Where there can be none (another origin's script, a
 * policy, an old browser) the same is done on the page, in slices, and `workerProblem` says why. Rejects with a StoreError for profiles that newer
 * code keeps and for older code that does not let go, with a RangeError for a catalogue with a problem, and with a TypeError for a wrong business id.
 *
 *     const profiles = await openProfiles("acme", { catalogue });
 *     await profiles.refresh({ kind: "url", url: "profiles.ndjson.gz" });
 *     const answer = await profiles.preview(toPreviewPlan(compiled.segment.checked));
 *     answer.kind === "done" && answer.value.count; // -> 1204
 */
export const openProfiles = (businessId: string, options: ProfilesOptions): Promise<Profiles> => Profiles.open(businessId, options);
