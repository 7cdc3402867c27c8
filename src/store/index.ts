// The entry point `segql/store`: the profiles of a business, kept in the browser.
export type { Utf8Lines } from "../formats/profile-batch.ts";
export type { ChangeOptions } from "./apply-changes.ts";
export { type FieldsOfFile, type FieldsOfFileOptions, fieldsOfFile } from "./fields-of-file.ts";
export type { Freshness, Kept } from "./freshness.ts";
export type { KeptResult } from "./kept-results.ts";
export type { KeptSegment } from "./kept-segments.ts";
export type { EmptiedBecause } from "./pointer.ts";
export { type OpenStore, openStore } from "./open-store.ts";
export { type KeptProfiles, ProfileStore, type RefreshOptions, type StoreEvent } from "./profile-store.ts";
export type { Batch, RefreshProgress, ReplaceOptions, SourceEnd } from "./replace-profiles.ts";
export type { StoreOptions } from "./settings.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
export type { FileSource, IterableSource, NextPage, PagesSource, ProfileSource, UrlSource } from "./sources/source.ts";
export { SourceError, type SourceErrorCode } from "./sources/source-error.ts";
export type { SourceLimits, SourceWait, Validators } from "./sources/source-options.ts";
