// Whose it is to tell a form of a field with words that the text could not take: the control's that the field is in; where no control of the form holds
// it, that of every control that shows the text.
import type { Session } from "../session/session.ts";

export interface OwnRefusal {
	/** One sentence: what to write instead. */
	readonly reason: string;
	/** Undefined where it stands outside of the control. */
	readonly field: HTMLElement | undefined;
}

/** The first one that is this control's to tell. */
export function ownRefusal(
	{ refusedFields }: Session,
	control: Element & { readonly form: HTMLFormElement | null },
): OwnRefusal | undefined {
	for (const { reason, field } of refusedFields.all) {
		const hosts = hostsOf(field);
		if (hosts.includes(control)) return { reason, field };
		if (!hosts.some((host) => "form" in host && host.form === control.form)) return { reason, field: undefined };
	}
	return undefined;
}

/** The elements in whose shadow trees something stands, the innermost first. */
function hostsOf(element: Element): readonly Element[] {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? [root.host, ...hostsOf(root.host)] : [];
}
