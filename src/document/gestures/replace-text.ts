// The words of a row as someone types them: for rows of text, and for whoever knows the language.
import { readFragment } from "../../syntax/fragment.ts";
import { changeOfWords, type Gesture, gone, keepsOthers, refuse } from "../change.ts";
import { Draft } from "../draft.ts";
import { chainOfWords } from "../read-condition.ts";
import type { Row, RowDocument } from "../row.ts";

/**
 * Replaces a row's own words, comments and joining word left out. They need not be a whole condition, but must not reach beyond their
 * end: with a parenthesis or a quote left open, or in a way that another row would be read otherwise.
 */
export function replaceText(document: RowDocument, id: number, words: string): Gesture {
	const place = document.places.get(id);
	if (!place) return gone;
	const { row, list } = place;
	const reason = whyNoText(row);
	if (reason) return refuse(reason);
	const text = words.trim();
	if (text === "") return refuse("Write a condition, or remove the row.");
	const { openEnd, endsLine, lead, trail } = readFragment(text);
	if (openEnd === "(") return refuse('Close the parenthesis with ")".');
	if (openEnd === ")") return refuse('Remove the ")" that closes nothing, or open it with "(".');
	if (openEnd === "quote") return refuse("Close the quote.");
	if (lead || trail) return refuse('Begin and end with a condition: "and", "or" and commas stand between rows.');
	if (endsLine) return refuse("End with the condition: a comment goes on the line above it.");
	const needsParentheses = chainOfWords(text) === "or" && list?.connector === "and";
	// The draft keeps words apart where a condition was missing right behind another word.
	const draft = new Draft(document.text, row.words.from);
	draft.add(needsParentheses ? `(${text})` : text);
	draft.end(row.words.to);
	const gesture = changeOfWords(document, row, draft.edits);
	if (!gesture.ok || gesture.edits.length === 0 || keepsOthers(document, gesture, [row])) return gesture;
	return refuse("With these words another row would be read otherwise. Finish the condition first.");
}

export function whyNoText(row: Row): string | undefined {
	if (row.kind === "note") return "Its words are a comment. Change them as one.";
	if (row.kind === "muted") return "It is muted. Unmute it first.";
	return row.kind === "group" && row.form === "root" ? "Change the whole text in the text editor." : undefined;
}
