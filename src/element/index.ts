// The entry point `segql/element`: the classes. Importing it registers nothing; `segql/element/define` does.
export type { Count } from "./count-matches.ts";
export type { PreviewState } from "./live-preview.ts";
export type { AnsweredPreview, AnsweringSource, ProfileSource, RowSource } from "./profile-source.ts";
export { SegmentElement } from "./segment-element.ts";
