// Where a text stops being JSON. JSON.parse knows it too, but every engine says it in other words, or quotes the text, or says nothing.

/**
 * "end": the text ends where a value should start, or inside one. "value": something else stands where a value should. Else the index of
 * what cannot stand there, or the text's length where a bracket, comma or colon is missing at its end.
 */
export type JsonBreak = "end" | "value" | number;

/** Undefined when the text is JSON. Linear, and without recursion: texts may be long and deep. */
export function jsonBreak(text: string): JsonBreak | undefined {
	/** What closes the open brackets. */
	const closers: ("}" | "]")[] = [];
	let at = afterSpace(text, 0);
	for (;;) {
		// A value starts here.
		const first = text[at];
		if (first === "{" || first === "[") {
			const closer = first === "{" ? "}" : "]";
			at = afterSpace(text, at + 1);
			if (text[at] !== closer) {
				closers.push(closer);
				if (closer === "]") continue;
				const value = startOfMember(text, at);
				if (value.broken !== undefined) return value.broken;
				at = value.at;
				continue;
			}
			at++;
		} else {
			const end = first === '"' ? afterText(text, at) : isNumberStart(first) ? afterNumber(text, at) : afterWord(text, at);
			if (end.broken !== undefined) return end.broken;
			at = end.at;
		}
		// A value ended here.
		at = afterSpace(text, at);
		while (closers.length > 0 && text[at] === closers.at(-1)) {
			closers.pop();
			at = afterSpace(text, at + 1);
		}
		const closer = closers.at(-1);
		if (closer === undefined && at >= text.length) return undefined;
		if (closer === undefined || text[at] !== ",") return at;
		at = afterSpace(text, at + 1);
		if (closer === "]") continue;
		const value = startOfMember(text, at);
		if (value.broken !== undefined) return value.broken;
		at = value.at;
	}
}

type Reached = { readonly at: number; readonly broken?: undefined } | { readonly broken: JsonBreak };

const brokenInside = (text: string, at: number): Reached => ({ broken: at < text.length ? at : "end" });

function afterSpace(text: string, from: number): number {
	let at = from;
	for (let code = text.charCodeAt(at); code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d; code = text.charCodeAt(at)) at++;
	return at;
}

/** From a name to where its value starts. */
function startOfMember(text: string, from: number): Reached {
	if (text[from] !== '"') return { broken: from };
	const name = afterText(text, from);
	if (name.broken !== undefined) return name;
	const colon = afterSpace(text, name.at);
	return text[colon] === ":" ? { at: afterSpace(text, colon + 1) } : { broken: colon };
}

const isHex = (character: string | undefined): boolean => character !== undefined && /^[0-9a-fA-F]$/.test(character);

function afterText(text: string, from: number): Reached {
	let at = from + 1;
	for (; at < text.length && text[at] !== '"'; at++) {
		if (text.charCodeAt(at) < 0x20) return { broken: at };
		if (text[at] !== "\\") continue;
		at++;
		if (text[at] === "u") {
			for (let digit = 0; digit < 4; digit++) if (!isHex(text[++at])) return brokenInside(text, at);
		} else if (at < text.length && !'"\\/bfnrt'.includes(text[at] as string)) return { broken: at };
	}
	return at < text.length ? { at: at + 1 } : { broken: "end" };
}

const isDigit = (character: string | undefined): boolean => character !== undefined && character >= "0" && character <= "9";
const isNumberStart = (character: string | undefined): boolean => character === "-" || isDigit(character);

function afterDigits(text: string, from: number): Reached {
	let at = from;
	while (isDigit(text[at])) at++;
	return at > from ? { at } : brokenInside(text, at);
}

function afterNumber(text: string, from: number): Reached {
	let at = text[from] === "-" ? from + 1 : from;
	// After a zero nothing more belongs to the whole part.
	let digits: Reached = text[at] === "0" ? { at: at + 1 } : afterDigits(text, at);
	if (digits.broken !== undefined) return digits;
	at = digits.at;
	if (text[at] === ".") {
		digits = afterDigits(text, at + 1);
		if (digits.broken !== undefined) return digits;
		at = digits.at;
	}
	if (text[at] !== "e" && text[at] !== "E") return { at };
	return afterDigits(text, text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1);
}

function afterWord(text: string, from: number): Reached {
	for (const word of ["true", "false", "null"]) {
		if (text.startsWith(word, from)) return { at: from + word.length };
		if (word.startsWith(text.slice(from, from + word.length))) return { broken: "end" };
	}
	return { broken: "value" };
}
