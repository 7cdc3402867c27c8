export { english as german } from "./words.ts";
