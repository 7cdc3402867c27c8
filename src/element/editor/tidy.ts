// The text in its canonical form, by small edits that undo takes back in one step.
import { editsBetween } from "../../text/edits-between.ts";
import type { SurfaceHost } from "./surface.ts";

/** Texts with errors stay as they are: nothing half-typed is lost. */
export function tidy(host: SurfaceHost): void {
	const { session, canEdit, say } = host;
	if (!canEdit) return;
	if (!session.compiled?.ok) {
		host.announce(say.mendFirst);
		return;
	}
	const edits = editsBetween(session.text, session.compiled.segment.canonical);
	session.edit(edits, { origin: "editor" });
	host.announce(edits.length > 0 ? say.tidied : say.alreadyTidy);
}
