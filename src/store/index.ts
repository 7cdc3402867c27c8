// The entry point `segql/store`: the profiles of a business, kept in the browser.
export { type OpenStore, openStore, type ProfileStore, type ReplaceOptions } from "./profile-store.ts";
export { StoreError, type StoreErrorCode } from "./store-error.ts";
