// The directives take all that a host may set: a property that is missing does not compile.
import type { SegqlBuilder, SegqlEditor, SegqlPreview, SegqlStudio } from "segql/element/angular";
import type { HostProperties } from "./node_modules/segql/dist/src/element/frameworks/host-properties.js";

type Missing<Directive extends { readonly element: HTMLElement }> = Exclude<keyof HostProperties<Directive["element"]>, keyof Directive>;

const nothing = <_Name extends never>(): void => undefined;
nothing<Missing<SegqlEditor>>();
nothing<Missing<SegqlBuilder>>();
nothing<Missing<SegqlPreview>>();
nothing<Missing<SegqlStudio>>();
