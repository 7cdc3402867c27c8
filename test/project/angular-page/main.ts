import "@angular/compiler";
import { bootstrapApplication } from "@angular/platform-browser";
import { SegmentPage } from "./right.js";

const { injector, components } = await bootstrapApplication(SegmentPage);
Object.assign(globalThis, { injector, page: components[0]?.instance });
