// Whose it is to tell a form of a field with words that the text could not take: the control's that the field is in; where no control of the form holds
// it, that of every control that shows the text.
import type { Session } from "../session/session.ts";
import { rootsOf } from "./localized.ts";

export interface OwnRefusal {
	/** One sentence: what to write instead. */
	readonly reason: string;
	/** Undefined where it stands outside of the control. */
	readonly field: HTMLElement | undefined;
}

interface FormControl extends Element {
	readonly form: HTMLFormElement | null;
}

/** The first one that is this control's to tell. */
export function ownRefusal({ refusing }: Session, control: FormControl): OwnRefusal | undefined {
	for (const { reason, field } of [...refusing].flatMap(({ refused }) => refused)) {
		const hosts = rootsOf(field).map((root) => (root as { readonly host?: FormControl }).host);
		if (hosts.includes(control)) return { reason, field };
		if (!hosts.some((host) => host?.form === control.form)) return { reason, field: undefined };
	}
	return undefined;
}
