// The entry `segql/segments`: the seed system's documents, libraries and audiences.
export { type AudienceExplanation, type AudienceInput, type AudienceOptions, type CompiledAudience, compileAudience } from "./audience.ts";
export type { AudienceReason } from "./audience-reason.ts";
export { type CompiledLibrary, compileLibrary, type LibraryOptions } from "./compile-library.ts";
export { type CountingReply, type CountingRequest, countAudience, type Recipient } from "./counting.ts";
export type { Spelling } from "./built-in-names.ts";
export { fromConditions } from "./from-conditions.ts";
export { type LibrarySegment, type SegmentLibrary, segmentLibrary } from "./library.ts";
export type { DocumentProblem } from "./problem.ts";
export type { SeedCondition, SeedOperator, SeedRelativeDate, SeedValue } from "./seed-condition.ts";
export { seedOperators } from "./seed-condition.ts";
export { readAudience } from "./read-audience.ts";
export { type ReadSegment, readSegment } from "./read-segment.ts";
export {
	readSegmentDocument,
	type SegmentDocument,
	segmentDocumentSchema,
	writeSegmentDocument,
} from "./segment-document.ts";
export { toConditions, type WithoutSeedForm } from "./to-conditions.ts";
