// Whose it is to tell a form of a field with words that the text could not take: the control's that the field is in; where no control of the form holds
// it, that of every control that shows the text.
import type { RefusedField } from "../session/refused-fields.ts";
import type { Session } from "../session/session.ts";

/** The first one that is this control's to tell. */
export const ownRefusal = (
	{ refusedFields }: Session,
	control: Element & { readonly form: HTMLFormElement | null },
): RefusedField | undefined =>
	refusedFields.all.find(({ field }) => {
		const hosts = hostsOf(field);
		return hosts.includes(control) || !hosts.some((host) => "form" in host && host.form === control.form);
	});

/** Also deep in its shadow tree. */
export const isInside = (field: Element, control: Element): boolean => hostsOf(field).includes(control);

/** The elements in whose shadow trees something stands, the innermost first. */
function hostsOf(element: Element): readonly Element[] {
	const root = element.getRootNode();
	return root instanceof ShadowRoot ? [root.host, ...hostsOf(root.host)] : [];
}
