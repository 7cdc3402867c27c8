// The entry point `segql/grammar`: tokens and syntax tree alone, for tools that colour or rearrange text without knowing any field.
export type * from "./cst.ts";
export { type Tokens, tokenize } from "./lexer.ts";
export { type SegmentParser, segmentParser } from "./parser.ts";
