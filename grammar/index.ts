// `segql/grammar`: the parser and its tokens, for tools that want the concrete tree. Most want parse() of the main entry instead.
export type * from "./cst.ts";
export { type Tokens, tokenize } from "./lexer.ts";
export { SegmentParser, segmentParser } from "./parser.ts";
export * as tokens from "./tokens.ts";
