// Why a text may not be sent with a form, in the terms of forms.
import type { Session } from "../session/session.ts";
import type { FormWords } from "./form-words.ts";
import type { OwnRefusal } from "./own-refusal.ts";

export interface TextProblem {
	readonly flags: ValidityStateFlags;
	readonly message: string;
	/** What it is about, where that is not the text itself. */
	readonly field?: HTMLElement | undefined;
}

export interface Demands {
	readonly isRequired: boolean;
	readonly words: FormWords;
	/** A reason of the host's own; empty for none. */
	readonly customError: string;
	readonly refusal: OwnRefusal | undefined;
}

/** Undefined for a text that may be sent. A text that nobody can check, for want of a catalogue, may. */
export function problemOf(session: Session, { isRequired, words, customError, refusal }: Demands): TextProblem | undefined {
	if (customError !== "") return custom(customError);
	if (refusal) return { flags: { badInput: true }, message: refusal.reason, field: refusal.field };
	if (session.text.trim() === "") return isRequired ? { flags: { valueMissing: true }, message: words.valueMissing } : undefined;
	const error = session.diagnostics.find(({ severity }) => severity === "error");
	if (error) return custom(error.message);
	const isWaiting = session.inputs.catalogue !== undefined && !session.language && session.problem === undefined;
	return session.isReading || isWaiting ? custom(words.notYetChecked) : undefined;
}

const custom = (message: string): TextProblem => ({ flags: { customError: true }, message });
