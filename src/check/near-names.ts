// Names that an unknown one may have meant, as far as there is time for it: a text can have thousands of unknown names, a catalogue of fields too.
import { nearest } from "../diagnostic/did-you-mean.ts";
import { type Context, hasRoom } from "./context.ts";

/** Names that are compared while one text is checked: those of twenty mistakes with ten thousand fields. */
export const maxComparedNames = 200_000;

/** At most three, the nearest first; none for a mistake that is not told, and when `maxComparedNames` are used up. */
export function nearNames(name: string, known: readonly string[], context: Context): readonly string[] {
	const { compared } = context;
	if (!hasRoom(context, "error") || compared.names + known.length > maxComparedNames) return [];
	compared.names += known.length;
	return nearest(name, known);
}
