// Numbers and texts as the author wrote them to values; what cannot be a value is reported and leaves a hole.
import type { IToken } from "chevrotain";
import { cut } from "../text/cut.ts";
import { isUsableNumber } from "../values/number.ts";
import type * as ast from "./ast.ts";
import type { BuildContext } from "./build-context.ts";
import { spanOf } from "./lex.ts";
import { readName, withoutProfilePrefix } from "./names.ts";
import { unquote } from "./quoted.ts";

const numberForm = /^(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d+)?$/;

export function buildNumber(token: IToken, context: BuildContext): ast.NumberLiteral | ast.Hole {
	const at = spanOf(token);
	if (!numberForm.test(token.image)) {
		reportNumber(token, context);
		return { kind: "hole", span: at };
	}
	const value = Number(token.image.replaceAll("_", ""));
	if (isUsableNumber(value)) return { kind: "number", value, span: at };
	const isId = /^\d+$/.test(token.image);
	const hint = isId ? `If it is an id, write it as text: "${cut(token.image)}".` : "Write a smaller one.";
	const fixes = isId ? [context.fix("Change to text", at, `"${token.image}"`)] : [];
	context.report(
		"number-too-large",
		`"${cut(token.image)}" is too large: beyond 9007199254740991 numbers are no longer exact. ${hint}`,
		at,
		fixes,
	);
	return { kind: "hole", span: at };
}

function reportNumber(token: IToken, context: BuildContext): void {
	const { image } = token;
	const at = spanOf(token);
	const meant = meantNumbers(image);
	const isText = meant.length === 0 || /^\d+$/.test(image);
	const fixes = meant.map((number) => context.fix(`Change to ${number}`, at, number));
	if (isText) fixes.push(context.fix("Change to text", at, `"${image}"`));
	const quotedImage = `"${cut(image)}"`;
	const message =
		meant.length === 0
			? `${quotedImage} is not a number. If it is text, put it in quotes: ${quotedImage}.`
			: `${quotedImage} is not written as a number. Write ${cut(meant.join(" or "))}${isText ? `, or ${quotedImage} for a text` : ""}.`;
	context.report("bad-number", message, at, fixes);
}

/** Letters for units that are no words of the language. */
const lengthUnits: ReadonlyMap<string, string> = new Map([
	["d", "days"],
	["w", "weeks"],
	["y", "years"],
]);

/** How what an author wrote for a number is written: every reading that is one. A comma can be the point of decimals or group digits. */
function meantNumbers(image: string): readonly string[] {
	const length = /^(\d+)([dwy])$/i.exec(image);
	if (length) return [`${length[1]} ${lengthUnits.get(length[2]?.toLowerCase() ?? "")}`];
	const plain = image
		.replaceAll("_", "")
		.replace(/^0+(?=\d)/, "")
		.replace(/^\./, "0.")
		.replace(/\.$/, "");
	const readings = [plain];
	if (/^\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(plain)) readings.push(plain.replace(/[, ]/g, ""));
	if (/^\d+,\d+$|^\d{1,3}(?:[. ]\d{3})+(?:,\d+)?$/.test(plain)) readings.push(plain.replace(/[. ]/g, "").replace(",", "."));
	return [...new Set(readings)].filter((reading) => numberForm.test(reading));
}

export function buildText(token: IToken, context: BuildContext): ast.TextLiteral | ast.Hole {
	if (/^[\p{L}\p{N}_@]/u.test(token.image)) {
		const meant = JSON.stringify(token.image);
		const at = spanOf(token);
		context.report("unknown-character", `Put the text in quotes: ${meant}.`, at, [context.fix(`Change to ${meant}`, at, meant)]);
		return { kind: "text", value: token.image, span: at };
	}
	const { value, diagnostics } = unquote(token.image, token.startOffset, "text");
	context.add(diagnostics);
	return value === undefined ? { kind: "hole", span: spanOf(token) } : { kind: "text", value, span: spanOf(token) };
}

/** A field or collection name. `profile.` at its start reaches the profile when it stands inside a collection's parentheses. */
export function buildName(token: IToken, context: BuildContext): ast.FieldName {
	const { name, hasProfilePrefix, diagnostics } = readName(token.image, token.startOffset);
	context.add(diagnostics);
	const ofProfile = hasProfilePrefix && context.insideCollections > 0;
	return { kind: "field", name: ofProfile ? withoutProfilePrefix(name) : name, ofProfile, span: spanOf(token) };
}
