// The ways to see a segment while it is written.

export type StudioView = "text" | "builder" | "both";

export const studioViews: readonly StudioView[] = ["text", "builder", "both"];

/** The view that an attribute names; `"both"` for a name that is none. */
export const viewNamed = (name: string | null): StudioView => studioViews.find((view) => view === name) ?? "both";

export const showsText = (view: StudioView): boolean => view !== "builder";
export const showsBuilder = (view: StudioView): boolean => view !== "text";
