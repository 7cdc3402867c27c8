// What is suggested at a caret, and whether it is shown without having been asked for.
import type { CompletionItem, CompletionList } from "../../service/complete/complete.ts";
import type { SurfaceHost } from "./surface.ts";

/** How long a list waits for values, so that it need not change under the eyes of its reader. */
const worthWaitingMs = 120;

/** Kinds that a condition which is not whole wants next. */
const wanted: ReadonlySet<CompletionItem["kind"]> = new Set(["operator", "value", "date", "segment"]);

/** Undefined where there is no service or the text is too long. */
export function suggestionsAt({ session, isLongText }: SurfaceHost, offset: number): CompletionList | undefined {
	return isLongText ? undefined : session.service?.complete(session.text, offset);
}

/**
 * Whether a list that nobody asked for is of use: not before anything is typed, where Enter should make a line, nor behind words that are all
 * there already.
 */
export function isWorthShowing({ items }: CompletionList, text: string, offset: number): boolean {
	const [first] = items;
	if (!first) return false;
	const before = text.slice(0, offset);
	if (text.slice(first.span.from, offset).trim() === "") return /[^\s][ \t]*$/.test(lastLine(before)) && wanted.has(first.kind);
	// A number is whole at every digit, and Enter behind it is for a new line.
	if (first.kind === "value" && number.test(text.slice(first.span.from, offset))) return false;
	return items.length > 1 || !isThere(first, text);
}

const number = /^-?[\d.]+$/;

const lastLine = (text: string): string => text.slice(text.lastIndexOf("\n") + 1);

/** Taking it would change nothing: Enter is then for a new line. */
export const isThere = ({ span, insert }: CompletionItem, text: string): boolean => text.slice(span.from, span.to).trim() === insert.trim();

/** The list with its values when they come soon, else as it is: `later` is then still to come. Never rejects. */
export async function withValues(list: CompletionList): Promise<CompletionList> {
	if (!list.later) return list;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const soon = new Promise<CompletionList>((resolve) => {
		timer = setTimeout(() => resolve(list), worthWaitingMs);
	});
	return Promise.race([list.later, soon]).finally(() => clearTimeout(timer));
}

/** What stands beside a suggestion, and whose language that is. The description is its author's: as it is. */
export function besideOf(item: CompletionItem, { say, formats }: SurfaceHost): { readonly text: string; readonly isEnglish: boolean } {
	const { count, detail, description, kind } = item;
	if (count !== undefined) return { text: say.profiles(formats, count), isEnglish: false };
	if (detail === undefined) return { text: say.kinds[kind], isEnglish: false };
	return { text: description === undefined ? detail : `${detail} · ${description}`, isEnglish: true };
}
