// Fields as wide as what stands in them, where an engine cannot make them so: the words stand behind the field, unseen, and lend it their width.
import { html, type TemplateResult } from "lit";

let canSizeThemselves: boolean | undefined;

/** Words beyond this do not make a field wider: it has its most width long before. */
const mostWords = 80;

/** Classes that say how words look: all others are the field's alone. */
const ofWords: ReadonlySet<string> = new Set(["code", "subject", "strong", "number", "amount", "name", "behind"]);

/** A field, or a field with the words that it shows behind it. `kind` is that of the field. */
export function sized(field: TemplateResult, kind: "input" | "select", words: string, classes: string): TemplateResult {
	// Asked once, and not before there is a page: this file is also read where there is none.
	canSizeThemselves ??= CSS.supports("field-sizing", "content");
	if (canSizeThemselves) return field;
	const looks = classes.split(" ").filter((name) => ofWords.has(name));
	return html`<span class=${["sized", `sized-${kind}`, ...looks].join(" ")} data-words=${words.slice(0, mostWords)}>${field}</span>`;
}
