export { english as spanish } from "./words.ts";
