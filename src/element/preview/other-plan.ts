// Another text, read with the fields, the moment and the time zone of the text that is edited, so that both can be compared.
import type { PreviewPlan } from "../../preview/preview-plan.ts";
import type { Session } from "../session/session.ts";

/** Undefined for a text with errors, and while the language or the fields are not there. `name` is that of a saved segment. */
export function otherPlan({ language, catalogue, inputs, now, timeZone }: Session, text: string, name?: string): PreviewPlan | undefined {
	if (!language || !catalogue) return undefined;
	const { segments } = inputs;
	const translated = language.translate(text, { catalogue, now, timeZone, ...(segments && { segments }) });
	return translated.ok ? language.toPreviewPlan(translated.segment.checked, { name }) : undefined;
}
