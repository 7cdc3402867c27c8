// JSON paths of RFC 9535 without filters, read by patterns: the steps of those that name at most one node, and whether others are paths at all.
// A parser of the whole of JSON path is four times as large as all that the fields need beside it.

/** `several`: a path, of any number of nodes. `none`: not a path. */
export type PathSteps = readonly (string | number)[] | "several" | "none";

const blank = "[ \\t\\n\\r]*";
const member = "[A-Za-z_\\u0080-\\uD7FF\\uE000-\\u{10FFFF}][0-9A-Za-z_\\u0080-\\uD7FF\\uE000-\\u{10FFFF}]*";
const integer = "(?:0|-?[1-9][0-9]*)";
const pair = "[Dd][89ABab][0-9A-Fa-f]{2}\\\\u[Dd][C-Fc-f][0-9A-Fa-f]{2}";
const unit = "(?:[0-9A-CE-Fa-ce-f][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2})";
const quoted = (mark: string): string =>
	`${mark}(?:[^${mark}\\\\\\u0000-\\u001F\\uD800-\\uDFFF]|\\\\(?:[bfnrt/\\\\${mark}]|u(?:${unit}|${pair})))*${mark}`;
const name = `${quoted("'")}|${quoted('"')}`;
const slice = `(?:${integer}${blank})?:${blank}(?:${integer}${blank})?(?::${blank}(?:${integer})?)?`;
const selector = `(?:${name}|\\*|${slice}|${integer})`;
const brackets = `\\[${blank}${selector}${blank}(?:,${blank}${selector}${blank})*\\]`;

const anyPath = new RegExp(`^\\$(?:${blank}(?:\\.\\.?(?:\\*|${member})|\\.\\.${brackets}|${brackets}))*$`, "u");
const singleStep = new RegExp(`${blank}(?:\\.(${member})|\\[${blank}(?:(${integer})|(${name}))${blank}\\])`, "uy");

/** Linear in the text. */
export function pathSteps(text: string): PathSteps {
	if (!anyPath.test(text)) return "none";
	const steps: (string | number)[] = [];
	for (singleStep.lastIndex = 1; singleStep.lastIndex < text.length; ) {
		const found = singleStep.exec(text);
		if (!found) return "several";
		const [, shorthand, index, quotation] = found;
		if (index !== undefined) steps.push(Number(index));
		else steps.push(shorthand ?? unquoted(String(quotation)));
	}
	return steps;
}

const controls: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

const unquoted = (quotation: string): string =>
	quotation
		.slice(1, -1)
		.replace(/\\(?:u(.{4})|(.))/g, (_, code: string | undefined, mark: string) =>
			code === undefined ? (controls[mark] ?? mark) : String.fromCharCode(Number.parseInt(code, 16)),
		);
