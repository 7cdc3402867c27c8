// The entry `segql/service`: what editors ask about a text. Pure functions of the text and an offset, for CodeMirror, a plain text area and
// language servers alike; no DOM, no clock of its own. Re-exports only.
export type { CodeAction } from "./code-actions.ts";
export type { CompletionKind } from "./complete/candidate.ts";
export type { CompletionItem, CompletionList } from "./complete/complete.ts";
export type { FoldingRange } from "./folding.ts";
export { type HoverBlock, type HoverRun, toMarkdown } from "./hover/blocks.ts";
export type { Hover } from "./hover/hover.ts";
export type { EditingService } from "./editing-service.ts";
export { type LanguageService, languageService } from "./language-service.ts";
export type { LanguageServiceOptions } from "./options.ts";
export type { SemanticToken, SemanticTokenType } from "./semantic-tokens.ts";
export type { DocumentSymbol } from "./symbols.ts";
export type { ValueCount, ValuesSource } from "./values-source.ts";

// the same in the shapes of the language server protocol
export * from "./lsp/completion.ts";
export * from "./lsp/semantic-data.ts";
export * from "./lsp/shapes.ts";
