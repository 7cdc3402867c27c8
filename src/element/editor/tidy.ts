// The text as the formatter writes it, by small edits that undo takes back in one step.
import type { SurfaceHost } from "./surface.ts";

/** Texts with errors stay as they are: nothing half-typed is lost. */
export function tidy(host: SurfaceHost): void {
	const { session, canEdit, say } = host;
	if (!canEdit || !session.service) return;
	const edits = session.service.format(session.text);
	session.edit(edits, { origin: "editor" });
	host.announce(edits.length > 0 ? say.tidied : say.alreadyTidy);
}
