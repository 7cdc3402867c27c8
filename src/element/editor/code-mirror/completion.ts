// Suggestions in the code editor: the service's, in its order, with how many profiles have a value beside it.
import {
	acceptCompletion,
	autocompletion,
	closeCompletion,
	type Completion,
	type CompletionContext,
	type CompletionResult,
	completionStatus,
	insertCompletionText,
	pickedCompletion,
	selectedCompletion,
	snippet,
	startCompletion,
} from "@codemirror/autocomplete";
import { EditorState, type Extension, Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import type { CompletionItem, CompletionList } from "../../../service/complete/complete.ts";
import { besideOf, isThere, isWorthShowing, suggestionsAt, withValues } from "../suggestions.ts";
import type { SurfaceHost } from "../surface.ts";
import { templateOf } from "./snippet-template.ts";

interface Suggestion extends Completion {
	readonly item: CompletionItem;
}

export function suggestions(host: SurfaceHost): Extension {
	/** Nothing is shown, and values are to come. */
	let isAwaiting = false;
	/** The list whose values came after it was shown. */
	let late: { readonly text: string; readonly at: number; readonly list: CompletionList } | undefined;

	const source = async (context: CompletionContext): Promise<CompletionResult | null> => {
		const { pos: at, explicit, view } = context;
		const { text } = host.session;
		const first = late?.text === text && late.at === at ? late.list : suggestionsAt(host, at);
		const list = first && (await withValues(first));
		if (context.aborted || !list) return null;
		const isOfUse = explicit || isWorthShowing(list, text, at);
		const isEmpty = list.items.length === 0;
		isAwaiting = isEmpty && list.values === "loading";
		host.valuesAre(isOfUse || isEmpty ? list.values : undefined);
		if (list.values === "loading" && list.later && view) {
			void list.later.then((all) => {
				const isElsewhere = host.session.text !== text || view.state.selection.main.head !== at;
				// Somebody who has closed the list does not want it again.
				if (isElsewhere || (completionStatus(view.state) === null && !isEmpty)) return;
				host.valuesAre(all.values);
				late = { text, at, list: all };
				if (explicit || isWorthShowing(all, text, at)) startCompletion(view);
			});
		}
		if (isEmpty && explicit && list.values !== "loading") host.announce(host.say.nothingToSuggest);
		if (isEmpty || !isOfUse) return null;
		return { from: Math.min(...list.items.map(({ span }) => span.from)), options: list.items.map(suggestionOf), filter: false };
	};

	return [
		// Before the keys that `autocompletion` brings.
		Prec.highest(keymap.of([{ key: "Enter", run: (view) => closeIfThere(view, host) }])),
		autocompletion({
			override: [source],
			icons: false,
			activateOnTypingDelay: 30,
			activateOnCompletion: (completion) => goesOn((completion as Suggestion).item),
			optionClass: (completion) => `suggestion-${(completion as Suggestion).item.kind}`,
			addToOptions: [{ position: 80, render: (completion) => beside((completion as Suggestion).item, host) }],
		}),
		EditorView.updateListener.of(({ startState, state }) => {
			if (!isAwaiting && completionStatus(startState) !== null && completionStatus(state) === null) host.valuesAre(undefined);
		}),
		EditorState.phrases.compute([], () => ({ Completions: host.say.suggestions })),
		Prec.high(keymap.of([{ key: "Tab", run: acceptCompletion }])),
	];
}

/** Leaves Enter to whom it is for then. */
function closeIfThere(view: EditorView, { session }: SurfaceHost): false {
	const marked = selectedCompletion(view.state) as Suggestion | null;
	if (marked && isThere(marked.item, session.text)) closeCompletion(view);
	return false;
}

/** Something is wanted behind it, which can be suggested in turn. */
const goesOn = ({ insert, caret }: CompletionItem): boolean => caret > insert.trimEnd().length || caret < insert.length;

const suggestionOf = (item: CompletionItem): Suggestion => ({
	label: item.label,
	type: item.kind,
	item,
	apply: (view, completion) => accept(view, completion, item),
});

function accept(view: EditorView, completion: Completion, item: CompletionItem): void {
	const { from, to } = item.span;
	const template = templateOf(item.snippet);
	if (template.fields > 1) {
		snippet(template.text)(view, completion, from, to);
		return;
	}
	const insertion = insertCompletionText(view.state, item.insert, from, to);
	view.dispatch({ ...insertion, selection: { anchor: from + item.caret }, annotations: pickedCompletion.of(completion) });
}

function beside(item: CompletionItem, host: SurfaceHost): Node {
	const { text, isEnglish } = besideOf(item, host);
	const element = document.createElement("span");
	element.className = "beside";
	element.textContent = text;
	if (isEnglish) {
		element.lang = "en";
		element.dir = "ltr";
	}
	return element;
}
