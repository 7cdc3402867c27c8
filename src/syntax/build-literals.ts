// Numbers and texts as the author wrote them to values; what cannot be a value is reported and leaves a hole.
import type { IToken } from "chevrotain";
import { replaceFix } from "../diagnostic/report.ts";
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
	const fixes = isId ? [replaceFix("Change to text", at, `"${token.image}"`)] : [];
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
	const text = `"${image}"`;
	const meant = meantNumber(image);
	if (meant === undefined) {
		context.report("bad-number", `"${cut(image)}" is not a number. If it is text, put it in quotes: "${cut(image)}".`, at, [
			replaceFix("Change to text", at, text),
		]);
		return;
	}
	const fixes = [replaceFix(`Change to ${meant}`, at, meant)];
	if (/^\d+$/.test(image)) fixes.push(replaceFix("Change to text", at, text));
	context.report(
		"bad-number",
		`"${cut(image)}" is not written as a number. Write ${cut(meant)}${fixes.length > 1 ? `, or "${cut(image)}" for a text` : ""}.`,
		at,
		fixes,
	);
}

/** How the number an author tried to write is written; undefined when it is none. */
function meantNumber(image: string): string | undefined {
	const meant = image
		.replaceAll("_", "")
		.replace(/^0+(?=\d)/, "")
		.replace(/^\./, "0.")
		.replace(/\.$/, "");
	return numberForm.test(meant) ? meant : undefined;
}

export function buildText(token: IToken, context: BuildContext): ast.TextLiteral | ast.Hole {
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
