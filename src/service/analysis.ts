// What is known of one version of a text: its tree and everything that is wrong or odd about it. Made once, and read by every feature.
import { type CheckOptions, check, contextOf } from "../check/check.ts";
import type { CheckedSegment } from "../check/checked.ts";
import type { Context } from "../check/context.ts";
import { lint } from "../check/lint.ts";
import { soundParts } from "../check/sound-parts.ts";
import type { Diagnostic } from "../diagnostic/diagnostic.ts";
import { hasErrors } from "../diagnostic/report.ts";
import type * as ast from "../syntax/ast.ts";
import type { SyntaxLimits } from "../syntax/limits.ts";
import { type ParsedTree, parseTree } from "../syntax/parse.ts";
import { type TextToken, textTokens, tokensOf } from "../syntax/text-tokens.ts";
import { type LineIndex, lineIndex } from "../text/line-index.ts";

export interface AnalysisOptions extends Omit<CheckOptions, "now"> {
	readonly limits?: Partial<SyntaxLimits> | undefined;
}

export interface Analysis {
	readonly text: string;
	/** The clock it was made with, epoch milliseconds. */
	readonly now: number;
	/** What the parser made of it. */
	readonly tree: ParsedTree;
	readonly segment: ast.Segment;
	/** Missing when there is an error. */
	readonly checked: CheckedSegment | undefined;
	/** The conditions without an error of a text that has one, as if they were joined by `and`; missing where there are none. */
	readonly sound: CheckedSegment | undefined;
	/** The parser's and the checker's, in the order of the text. */
	readonly mistakes: readonly Diagnostic[];
	/** The mistakes and, in a text without errors, the remarks of `lint`, in the order of the text. */
	readonly diagnostics: readonly Diagnostic[];
	/** Where a check of the text begins: at the level of the profile. What it collects reaches no one. */
	readonly context: Context;
	readonly lines: LineIndex;
	/** Every token once, in the order of the text. */
	readonly tokens: readonly TextToken[];
}

/** What only some features ask for is made when the first one does. Throws as `check` does. */
export function analyse(text: string, now: number, options: AnalysisOptions): Analysis {
	const checkOptions = { ...options, now };
	const tree = parseTree(text, options.limits);
	const { segment, diagnostics: ofForm } = tree.parsed;
	const { checked: ofMeaning, diagnostics: mistaken } = check(text, segment, checkOptions);
	const checked = hasErrors(ofForm) ? undefined : ofMeaning;
	const mistakes = inOrder([...ofForm, ...mistaken]);
	let diagnostics: readonly Diagnostic[] | undefined;
	let sound: { readonly checked: CheckedSegment | undefined } | undefined;
	let context: Context | undefined;
	let lines: LineIndex | undefined;
	let tokens: readonly TextToken[] | undefined;
	return {
		text,
		now,
		tree,
		segment,
		checked,
		mistakes,
		get diagnostics() {
			diagnostics ??= checked ? inOrder([...mistakes, ...lint(checked)]) : mistakes;
			return diagnostics;
		},
		get sound() {
			const parts = sound || checked ? undefined : soundParts(text, segment, mistakes);
			sound ??= { checked: parts && check(text, parts, checkOptions).checked };
			return sound.checked;
		},
		get context() {
			context ??= contextOf(text, checkOptions);
			return context;
		},
		get lines() {
			lines ??= lineIndex(text);
			return lines;
		},
		get tokens() {
			tokens ??= tree.concrete ? tokensOf(tree.concrete.lexed) : textTokens(text);
			return tokens;
		},
	};
}

const inOrder = (diagnostics: Diagnostic[]): readonly Diagnostic[] => diagnostics.sort((a, b) => a.span.from - b.span.from);

/** The last text that was analysed, for everybody who asks about it: compiler, rows, language service. */
export class Analyses {
	readonly #options: AnalysisOptions;
	#last: Analysis | undefined;

	constructor(options: AnalysisOptions) {
		this.#options = options;
	}

	/** Made again for another text, and when a minute has gone by. */
	of(text: string, now: number): Analysis {
		const last = this.#last;
		if (last?.text === text && Math.abs(now - last.now) < 60_000) return last;
		this.#last = analyse(text, now, this.#options);
		return this.#last;
	}
}
