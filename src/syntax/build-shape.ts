// The concrete tree of a text to its shape. What a row of a builder could not show as it stands (words too many, a sign that is not of
// the language, a quote or a list that is not closed) becomes an unread stretch, so that nothing of it is lost.
import type { CstNode, IToken } from "chevrotain";
import type * as cst from "../../grammar/cst.ts";
import { join, type Span } from "../text/span.ts";
import type * as ast from "./ast.ts";
import { elementSpan, inOrder, isEmptyNode, isNode, nodeSpan, nothingAt } from "./build-context.ts";
import { isUnclosedQuote, shapeOfLeaf, type LeafContext } from "./build-leaf-shapes.ts";
import { spanOf } from "./lex.ts";
import type { ConcreteTree, ParsedText } from "./parse.ts";
import type { Chain, Enclosed, Joint, Shape, TextShape, Unread } from "./shape.ts";
import { childrenOf, type SyntaxNode } from "./visit.ts";
import { unquote } from "./quoted.ts";

/** Linear in the text's length. Without a concrete tree all words are one unread stretch. */
export function buildShape(parsed: ParsedText, concrete: ConcreteTree | undefined): TextShape {
	const { text } = parsed;
	if (!concrete) {
		const from = text.length - text.trimStart().length;
		return { ...(from < text.length && { item: unread({ from, to: text.trimEnd().length }) }), comments: [] };
	}
	const builder = new ShapeBuilder(parsed, concrete);
	const item = builder.whole(concrete.tree);
	return { ...(item && { item }), comments: concrete.lexed.comments.map(spanOf) };
}

const unread = (span: Span): Unread => ({ kind: "unread", span });

class ShapeBuilder implements LeafContext {
	readonly #text: string;
	readonly #unknown: readonly Span[];
	readonly #conditions: ReadonlyMap<number, ast.Condition>;
	/** Tests whose `not` is in the words of their operator. */
	readonly notTests: ReadonlySet<ast.Condition>;

	constructor({ text, segment }: ParsedText, { lexed }: ConcreteTree) {
		this.#text = text;
		this.#unknown = lexed.unknown;
		const { conditions, notTests } = conditionsByStart(segment);
		this.#conditions = conditions;
		this.notTests = notTests;
	}

	whole({ children }: cst.SegmentCstNode): Shape | undefined {
		const item = children.condition[0] && this.condition(children.condition[0]);
		const [leftover] = children.leftover ?? [];
		const all = leftover ? unread(item ? join(item.span, nodeSpan(leftover)) : nodeSpan(leftover)) : item;
		return this.#withUnknown(all, { from: 0, to: this.#text.length });
	}

	condition(node: cst.ConditionCstNode): Shape | undefined {
		const { conjunction, Or = [] } = node.children;
		if (Or.length === 0) return conjunction[0] && this.#conjunction(conjunction[0]);
		const list = new ListBuilder(this.#text);
		for (const [index, child] of conjunction.entries()) {
			const or = Or[index - 1];
			if (or) list.joint({ span: spanOf(or), word: "or" });
			const shape = this.#conjunction(child);
			if (shape) list.item(shape);
		}
		return this.#chain("or", list);
	}

	#conjunction(node: cst.ConjunctionCstNode): Shape | undefined {
		if (isEmptyNode(node)) return undefined;
		const { part, And, addition, operatorAlone } = node.children;
		if (part?.[0] && !And && !addition && !operatorAlone) return this.#part(part[0]);
		const list = new ListBuilder(this.#text);
		for (const element of inOrder(node)) {
			if (!isNode(element)) list.joint({ span: spanOf(element), word: "and" });
			else if (element.name === "part") list.item(this.#part(element as cst.PartCstNode));
			else if (element.name === "operatorAlone") list.item(shapeOfLeaf(element, this));
			else this.#addition(element as cst.AdditionCstNode, list);
		}
		return this.#chain("and", list);
	}

	/** Conditions with no word between them stay apart on lines of their own; all else that is too much goes with what stands before it. */
	#addition(node: cst.AdditionCstNode, list: ListBuilder): void {
		const { part, operatorAlone, StrayComma } = node.children;
		const [child] = part ?? operatorAlone ?? [];
		const at = nodeSpan(node);
		const [comma] = StrayComma ?? [];
		if (!child || !list.endsItem || (!comma && !list.hasBreakBefore(at.from))) {
			list.extend(at);
			return;
		}
		if (comma) list.joint({ span: spanOf(comma), word: "," });
		list.item(part ? this.#part(child as cst.PartCstNode) : shapeOfLeaf(child, this));
	}

	#chain(word: Chain["word"], list: ListBuilder): Shape | undefined {
		const { items, joints } = list.finished();
		const [first] = items;
		const last = items.at(-1);
		if (!first || !last) return undefined;
		const known = this.#glued(items, joints);
		if (known.length === 1) return known[0];
		return { kind: "chain", word, items: known, joints, span: join(first.span, last.span) };
	}

	#part(node: cst.PartCstNode): Shape {
		const { Not, Label, parenthesis, group, quantified, edge } = node.children;
		const at = nodeSpan(node);
		if (parenthesis?.[0]) return this.#parenthesis(parenthesis[0], at);
		if (Label?.[0]) return this.#named(node, Label[0]);
		if (Not?.[0]) return this.#not(node, Not[0]);
		if (group?.[0]) return this.#group(group[0]);
		const [collection] = quantified ?? edge ?? [];
		if (collection) return this.#collection(collection);
		return shapeOfLeaf(node.children.test?.[0] ?? node.children.reference?.[0] ?? node, this);
	}

	#prefixed(node: cst.PartCstNode): Shape | undefined {
		const { part, operatorAlone } = node.children;
		if (part?.[0]) return this.#part(part[0]);
		return operatorAlone?.[0] && shapeOfLeaf(operatorAlone[0], this);
	}

	#not(node: cst.PartCstNode, not: IToken): Shape {
		const span = nodeSpan(node);
		const word = spanOf(not);
		const [reference] = node.children.part?.[0]?.children.reference ?? [];
		const item = reference ? shapeOfLeaf(reference, this, span) : this.#prefixed(node);
		if (!item || this.hasUnknown({ from: word.to, to: reference ? word.to : item.span.from })) return unread(span);
		return item.kind === "reference" && reference ? { ...item, not: word } : { kind: "not", word, item, span };
	}

	#named(node: cst.PartCstNode, label: IToken): Shape {
		const span = nodeSpan(node);
		const item = this.#prefixed(node);
		const colon = node.children.Colon?.[0];
		const { value } = unquote(label.image, label.startOffset, "text");
		const isWhole = value !== undefined && colon && !isUnclosedQuote(label.image) && item;
		if (!isWhole || this.hasUnknown({ from: span.from, to: item.span.from })) return unread(span);
		const nameSpan = spanOf(label);
		return { kind: "named", name: value, nameSpan, words: join(nameSpan, spanOf(colon)), item, span };
	}

	#parenthesis(node: cst.ParenthesisCstNode, span: Span): Shape {
		const enclosed = this.enclosed(node.children.condition[0], node.children.Open[0], span.to, node.children);
		return enclosed ? { kind: "parenthesis", span, ...enclosed } : unread(span);
	}

	/** What stands in parentheses that end at `end`; undefined when words do that fit nowhere. Its region begins after the word `open`. */
	enclosed(
		node: cst.ConditionCstNode | undefined,
		open: IToken | undefined,
		end: number,
		{ Close, extraInside }: { readonly Close?: IToken[]; readonly extraInside?: CstNode[] },
	): Enclosed | undefined {
		if (!open || extraInside) return undefined;
		const region = { from: spanOf(open).to, to: Close?.[0] ? spanOf(Close[0]).from : end };
		const item = this.#withUnknown(node && this.condition(node), region);
		return { region, isClosed: Close?.[0] !== undefined, ...(item && { item }) };
	}

	#group(node: cst.GroupCstNode): Shape {
		const { Open, Close, extraInside } = node.children;
		const span = nodeSpan(node);
		const condition = this.conditionAt(span.from);
		const [open] = Open ?? [];
		if (!open || extraInside || condition?.kind !== "group" || this.hasUnknown({ from: span.from, to: spanOf(open).from }))
			return unread(span);
		const list = new ListBuilder(this.#text);
		for (const element of inOrder(node)) {
			if (isNode(element)) {
				const shape = this.condition(element as cst.ConditionCstNode);
				if (shape) list.item(shape);
			} else if (element.tokenType.name === "Comma") list.joint({ span: spanOf(element), word: "," });
		}
		const region = { from: spanOf(open).to, to: Close?.[0] ? spanOf(Close[0]).from : span.to };
		const stray = this.#unknownIn({ from: Math.max(list.end, region.from), to: region.to });
		if (stray && !list.endsItem) list.item(unread(stray));
		const last = list.takeLastComma();
		const { items, joints } = list.finished();
		const words = { from: span.from, to: this.#endOfWords(node, spanOf(open).from) };
		const known = this.#glued(items, joints, region);
		return {
			kind: "group",
			condition,
			words,
			region,
			isClosed: Close?.[0] !== undefined,
			items: known,
			joints,
			...(last && { last }),
			span,
		};
	}

	#endOfWords(node: CstNode, open: number): number {
		return Math.max(...inOrder(node).flatMap((element) => (elementSpan(element).to <= open ? [elementSpan(element).to] : [])));
	}

	#collection(node: cst.QuantifiedCstNode | cst.EdgeCstNode): Shape {
		const { block, openWhere } = node.children;
		const span = nodeSpan(node);
		const condition = this.conditionAt(span.from);
		const isKnown = condition?.kind === "quantified" || condition?.kind === "edge";
		const [inner] = block ?? [];
		const inside = inner && this.enclosed(inner.children.condition[0], inner.children.Open[0], span.to, inner.children);
		const lead = { from: span.from, to: inner ? nodeSpan(inner).from : span.to };
		if (!isKnown || openWhere || (inner && !inside) || this.hasUnknown(lead)) return unread(span);
		if (condition.kind === "edge" && (condition.by.kind === "hole" || !inside)) return unread(span);
		const hasCount = condition.kind === "edge" || condition.count !== undefined || !/-|exactly/.test(condition.quantifier);
		return hasCount ? { kind: "collection", condition, span, ...(inside && { inside }) } : unread(span);
	}

	// ---- what the shapes of leaves ask ----

	conditionAt(offset: number): ast.Condition | undefined {
		return this.#conditions.get(offset);
	}

	hasUnknown({ from, to }: Span): boolean {
		const first = this.#unknown[this.#firstUnknown(from)];
		return first !== undefined && first.from < to;
	}

	/** The index of the first unknown stretch that ends after an offset. */
	#firstUnknown(offset: number): number {
		let low = 0;
		let high = this.#unknown.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#unknown[middle] as Span).to <= offset) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#unknownIn({ from, to }: Span): Span | undefined {
		let found: Span | undefined;
		for (let index = this.#firstUnknown(from); index < this.#unknown.length; index++) {
			const at = this.#unknown[index] as Span;
			if (at.from >= to) break;
			found = found ? join(found, at) : at;
		}
		return found;
	}

	/** Unknown signs around an item, or alone, within a region. */
	#withUnknown(item: Shape | undefined, region: Span): Shape | undefined {
		if (!item) {
			const alone = this.#unknownIn(region);
			return alone && unread(alone);
		}
		const before = this.#unknownIn({ from: region.from, to: item.span.from });
		const after = this.#unknownIn({ from: item.span.to, to: region.to });
		if (!before && !after) return item;
		if (item.kind === "chain") {
			const items = [...item.items];
			if (before) items[0] = unread(join(before, (items[0] as Shape).span));
			if (after) items[items.length - 1] = unread(join((items.at(-1) as Shape).span, after));
			return { ...item, items, span: join((items[0] as Shape).span, (items.at(-1) as Shape).span) };
		}
		return unread({ from: before?.from ?? item.span.from, to: after?.to ?? item.span.to });
	}

	/** Unknown signs between items go with the one they stand beside. */
	#glued(items: readonly Shape[], joints: readonly Joint[], region?: Span): readonly Shape[] {
		if (this.#unknown.length === 0) return items;
		const alone = items.length === 0 && region && this.#unknownIn(region);
		if (alone) return [unread(alone)];
		const known: Shape[] = [];
		for (const [index, item] of items.entries()) {
			const from = joints[index - 1]?.span.to ?? region?.from ?? item.span.from;
			const joint = joints[index];
			const isWritten = joint && joint.span.from < joint.span.to;
			const next = items[index + 1]?.span.from ?? region?.to ?? item.span.to;
			const around = { from: Math.max(from, known.at(-1)?.span.to ?? from), to: isWritten ? joint.span.from : next };
			known.push(this.#withUnknown(item, around) ?? item);
		}
		return known;
	}
}

/** Items and the joints between them; nothing beside a joint is an empty item. */
class ListBuilder {
	readonly #text: string;
	readonly #items: Shape[] = [];
	readonly #joints: Joint[] = [];

	constructor(text: string) {
		this.#text = text;
	}

	/** The last thing is an item, and one with words. */
	get endsItem(): boolean {
		return this.#items.length > this.#joints.length;
	}

	/** The end of the last thing in it. */
	get end(): number {
		return Math.max(this.#items.at(-1)?.span.to ?? 0, this.#joints.at(-1)?.span.to ?? 0);
	}

	item(shape: Shape): void {
		if (this.endsItem) this.#joints.push({ span: nothingAt((this.#items.at(-1) as Shape).span.to), word: "" });
		this.#items.push(shape);
	}

	joint(joint: Joint): void {
		if (!this.endsItem) this.#items.push(unread(nothingAt(this.#joints.at(-1)?.span.to ?? joint.span.from)));
		this.#joints.push(joint);
	}

	/** Makes the last item, with these words, an unread one. */
	extend(at: Span): void {
		const last = this.endsItem ? this.#items.pop() : undefined;
		this.#items.push(unread(last ? join(last.span, at) : at));
	}

	hasBreakBefore(offset: number): boolean {
		return /[\n\r]/.test(this.#text.slice(this.#items.at(-1)?.span.to ?? offset, offset));
	}

	takeLastComma(): Joint | undefined {
		return this.#joints.length > 0 && !this.endsItem && this.#joints.at(-1)?.word === "," ? this.#joints.pop() : undefined;
	}

	finished(): { readonly items: readonly Shape[]; readonly joints: readonly Joint[] } {
		if (this.#joints.length > 0 && !this.endsItem) this.#items.push(unread(nothingAt((this.#joints.at(-1) as Joint).span.to)));
		return { items: this.#items, joints: this.#joints };
	}
}

/** Tests, collections, groups and references by the offset they begin at: no two begin at the same one. */
function conditionsByStart(segment: ast.Segment): {
	readonly conditions: ReadonlyMap<number, ast.Condition>;
	readonly notTests: ReadonlySet<ast.Condition>;
} {
	const conditions = new Map<number, ast.Condition>();
	const notTests = new Set<ast.Condition>();
	const waiting: SyntaxNode[] = segment.condition ? [segment.condition] : [];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.kind === "not" && node.item.kind === "test" && node.item.span.from === node.span.from) notTests.add(node.item);
		if (isLeafLike(node)) conditions.set(node.span.from, node);
		// One by one: so many arguments as a long text has children do not fit on the stack.
		for (const child of childrenOf(node)) waiting.push(child);
	}
	return { conditions, notTests };
}

function isLeafLike(node: SyntaxNode): node is ast.Test | ast.Group | ast.Quantified | ast.Edge | ast.Reference {
	return ["test", "group", "quantified", "edge", "reference"].includes(node.kind);
}
