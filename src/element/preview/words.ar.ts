export { english as arabic } from "./words.ts";
