// What there is to say about a place of the text, as nodes: its problems with their fixes, and what the words there are. Data is text nodes.
import type { Fix } from "../../../diagnostic/diagnostic.ts";
import type { HoverBlock } from "../../../service/hover/blocks.ts";
import { hoverAt } from "../../../service/hover/hover.ts";
import { problemsOf, type SurfaceHost } from "../surface.ts";

export interface Said {
	readonly from: number;
	readonly to: number;
	readonly dom: HTMLElement;
	/** The same in one line, for screen readers. */
	readonly text: string;
}

/** Undefined where there is nothing. `taken` is called after a fix. */
export function saidAt(host: SurfaceHost, offset: number, taken: () => void): Said | undefined {
	const { session } = host;
	const analysis = host.isLongText ? undefined : session.analysis;
	if (!analysis) return undefined;
	const problems = problemsOf(host).filter(({ span }) => span.from <= offset && offset <= Math.max(span.to, span.from + 1));
	const hover = hoverAt(analysis, offset, session.values);
	const spans = [...problems.map(({ span }) => span), ...(hover ? [hover.span] : [])];
	const [first] = spans;
	if (!first) return undefined;
	const dom = document.createElement("div");
	dom.className = "said";
	for (const problem of problems) {
		const item = element("div", `said-problem ${problem.severity}`);
		item.append(element("strong", "", `${host.say.severity[problem.severity]}:`), " ", english(element("span", "", problem.message)));
		const fixes = element("div", "said-fixes");
		if (host.canEdit) fixes.append(...problem.fixes.map((fix) => fixButton(fix, host, taken)));
		dom.append(item, ...(fixes.childElementCount > 0 ? [fixes] : []));
	}
	if (hover) dom.append(...hover.blocks.map(blockElement));
	const words = [...problems.map(({ severity, message }) => `${host.say.severity[severity]}: ${message}`), hover?.text ?? ""];
	return {
		from: Math.min(...spans.map(({ from }) => from)),
		to: Math.max(...spans.map(({ to }) => to)),
		dom,
		text: words.filter(Boolean).join(" "),
	};
}

function fixButton({ title, edits }: Fix, { session }: SurfaceHost, taken: () => void): HTMLButtonElement {
	const button = english(element("button", "fix", title)) as HTMLButtonElement;
	button.type = "button";
	button.addEventListener("click", () => {
		session.edit(edits, { origin: "editor" });
		taken();
	});
	return button;
}

function blockElement(block: HoverBlock): HTMLElement {
	if (block.kind === "segment") {
		const text = element("pre", "said-segment", block.text);
		text.translate = false;
		text.dir = "ltr";
		return text;
	}
	const paragraph = english(element("p", "said-paragraph"));
	for (const { text, isCode } of block.runs) {
		if (!isCode) paragraph.append(text);
		else {
			const code = element("code", "", text);
			code.translate = false;
			code.dir = "auto";
			paragraph.append(code);
		}
	}
	return paragraph;
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, text = ""): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	made.className = className;
	made.textContent = text;
	return made;
}

/** The core speaks English. */
function english(made: HTMLElement): HTMLElement {
	made.lang = "en";
	made.dir = "ltr";
	return made;
}
