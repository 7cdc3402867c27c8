// The entry point `segql/worker`: the profiles of a business, with everything heavy in a worker. It holds no parser: plans are made on the page.
export type { Answer } from "./answer.ts";
export { openProfiles } from "./open-profiles.ts";
export type { AskOptions, Profiles, ProfilesOptions, RefreshOptions } from "./profiles.ts";
export type { ProfilesEvent } from "./profiles-event.ts";
export type { LastPreview } from "./protocol.ts";
export type { About, OptionsOf, QuestionName, ValueOf } from "../preview/questions.ts";
export type { SourceLimits } from "../store/sources/source-options.ts";
export { SourceError, type SourceErrorCode } from "../store/sources/source-error.ts";
export type { FileSource, IterableSource, NextPage, PagesSource, ProfileSource, UrlSource } from "../store/sources/source.ts";
export { WorkerError, type WorkerErrorCode } from "./worker-error.ts";
export { StoreError, type StoreErrorCode } from "../store/store-error.ts";
