// What is in the file for pages without a build: the elements, defined.
export * from "../src/element/define.ts";
export * from "../src/element/index.ts";
