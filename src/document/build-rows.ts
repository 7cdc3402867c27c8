// Shapes to rows: a name and a `not` go with the row that they stand before, parentheses are a row of their own.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";
import type * as ast from "../syntax/ast.ts";
import { type Muted, placeIn } from "../syntax/read-muted.ts";
import type { Enclosed, Shape, TestShape } from "../syntax/shape.ts";
import type { Span } from "../text/span.ts";
import { operandOf } from "./operand.ts";
import type { Comment, ConditionRow, GroupForm, GroupRow, Label, Row, RowList, Slot } from "./row.ts";
import type { Cuts, OpenSlot, SlotReader } from "./slots.ts";

/** What the names mean where a row stands. */
interface Scope {
	readonly fields: readonly Field[] | undefined;
	readonly isElement: boolean;
}

interface Prefix {
	readonly label?: Label;
	readonly not?: Span;
}

/** Where a row stands: its cuts in its list, and how deep. */
interface Position {
	readonly cuts: Cuts;
	readonly depth: number;
	readonly scope: Scope;
}

type NewRow = Omit<GroupRow, "id"> | Omit<Exclude<Row, GroupRow>, "id">;

export class RowBuilder {
	readonly #text: string;
	readonly #comments: readonly Span[];
	readonly #slots: SlotReader;
	readonly #catalogue: Catalogue | undefined;

	constructor(text: string, comments: readonly Span[], slots: SlotReader, catalogue: Catalogue | undefined) {
		this.#text = text;
		this.#comments = comments;
		this.#slots = slots;
		this.#catalogue = catalogue;
	}

	root(shape: Shape | undefined): GroupRow {
		const whole = { from: 0, to: this.#text.length };
		const scope: Scope = { fields: this.#catalogue?.fields, isElement: false };
		const list = this.#list({ region: whole, isClosed: true, ...(shape && { item: shape }) }, false, 1, scope);
		const cuts = { from: 0, jointFrom: 0, contentFrom: 0, contentTo: whole.to, jointTo: whole.to, to: whole.to };
		return {
			id: 0,
			kind: "group",
			form: "root",
			depth: 0,
			...spansOf(cuts, whole),
			comments: { before: [] },
			...ofList(list),
			isClosed: true,
		};
	}

	/** The rows of what stands between parentheses, or of all of a text. */
	#list({ region, item }: Enclosed, isBare: boolean, depth: number, scope: Scope): RowList {
		const items = item?.kind === "chain" ? item.items : item ? [item] : [];
		const slots = this.#slots.slots({ region, items, joints: item?.kind === "chain" ? item.joints : [] });
		return this.#finished(region, "word", item?.kind === "chain" ? item.word : undefined, isBare, slots, depth, scope);
	}

	#finished(
		region: Span,
		joinedBy: RowList["joinedBy"],
		connector: RowList["connector"],
		isBare: boolean,
		slots: readonly OpenSlot[],
		depth: number,
		scope: Scope,
	): RowList {
		const rows = slots.map(({ content, ...cuts }): Slot => ({ ...cuts, row: this.#row(content, { cuts, depth, scope }) }));
		return { region, joinedBy, ...(connector && { connector }), isBare, slots: rows };
	}

	#row(content: OpenSlot["content"], position: Position): Row {
		const { cuts, depth } = position;
		if (content.kind === "condition") return this.#condition(content.shape, content.shape.span, {}, position);
		const base = { id: 0, depth, children: [] as const };
		if (content.kind === "note") {
			const lines = content.comments.map((at) => this.#comment(at));
			return { ...base, kind: "note", ...spansOf(cuts, { from: cuts.contentFrom, to: cuts.contentTo }), comments: { before: [] }, lines };
		}
		const { muted } = content;
		const words = { from: coreStart(muted, cuts.contentFrom), to: cuts.contentTo };
		const text = muted.restored.slice(muted.core.from, muted.core.to).trim();
		return { ...base, kind: "muted", ...spansOf(cuts, words), comments: this.#commentsAround(cuts, cuts.jointFrom, cuts.to), text, muted };
	}

	/** `words` begin at the first prefix of the row. */
	#condition(shape: Shape, words: Span, prefix: Prefix, position: Position): Row {
		const { cuts, depth, scope } = position;
		const base = {
			id: 0,
			depth,
			...spansOf(cuts, words),
			comments:
				shape.kind === "chain"
					? this.#commentsAround(cuts, cuts.jointFrom, cuts.jointTo)
					: this.#commentsAround(cuts, words.from, words.to),
			...prefix,
		};
		switch (shape.kind) {
			case "named":
				if (prefix.label || prefix.not) return this.#prefixRow(shape, words, prefix, position);
				return this.#condition(shape.item, words, { label: { name: shape.name, nameSpan: shape.nameSpan, words: shape.words } }, position);
			case "not":
				if (prefix.not) return this.#prefixRow(shape, words, prefix, position);
				return this.#condition(shape.item, words, { ...prefix, not: shape.word }, position);
			case "parenthesis":
				return this.#group(base, "parentheses", this.#list(shape, false, depth + 1, scope), shape.isClosed);
			case "chain": {
				const region = { from: cuts.contentFrom, to: cuts.contentTo };
				return this.#group(base, "bare", this.#list({ region, isClosed: true, item: shape }, true, depth + 1, scope), true);
			}
			case "group": {
				const slots = this.#slots.slots(shape);
				const list = this.#finished(shape.region, "comma", undefined, false, slots, depth + 1, scope);
				return { ...this.#group(base, "quantity", list, shape.isClosed), quantity: shape.condition.quantity, shape };
			}
			case "collection": {
				const { condition, inside } = shape;
				const inner = this.#elementScope(condition.collection, scope);
				const list = inside && this.#list(inside, false, depth + 1, inner);
				const form = condition.kind === "edge" ? "edge" : "collection";
				const what = condition.kind === "edge" ? { edge: condition } : { collection: condition };
				return { ...this.#group(base, form, list, inside?.isClosed ?? true), ...what, shape };
			}
			case "test":
				return this.#test(shape, base, position);
			case "reference": {
				const { negated, segments } = shape.condition;
				return { ...base, kind: "reference", negated, segments: segments.map(({ value }) => value), children: [], shape };
			}
			case "unread":
				return { ...base, kind: "text", text: this.#text.slice(shape.span.from, shape.span.to), children: [] };
		}
	}

	/** What stands after prefixes that are not in the order of a row. */
	#prefixRow(shape: Shape, words: Span, prefix: Prefix, position: Position): Row {
		const { cuts, depth, scope } = position;
		const { span: region } = shape;
		const list = this.#list({ region, isClosed: true, item: shape }, true, depth + 1, scope);
		const base = { id: 0, depth, ...spansOf(cuts, words), comments: this.#commentsAround(cuts, words.from, words.to), ...prefix };
		return this.#group(base, "prefix", list, true);
	}

	#group(base: Omit<NewRow, "kind" | "children">, form: GroupForm, list: RowList | undefined, isClosed: boolean): GroupRow {
		return { ...base, id: 0, kind: "group", form, isClosed, ...ofList(list) };
	}

	#test(shape: TestShape, base: Omit<NewRow, "kind" | "children">, { depth, scope }: Position): ConditionRow {
		const { condition, inside } = shape;
		const { operator, anyOf, ignoringCase } = condition;
		const inner = condition.subject.kind === "aggregate" ? this.#elementScope(condition.subject.of, scope) : scope;
		const list = inside && this.#list(inside, false, depth + 1, inner);
		const find = (name: ast.FieldName): Field | undefined => this.#field(name, scope);
		return {
			...base,
			id: 0,
			kind: "condition",
			subject: operandOf(condition.subject, shape.subject, this.#text, find),
			operator,
			negated: condition.negated || shape.isNot,
			anyOf,
			ignoringCase,
			operands: shape.operands.map((at, index) => operandOf(condition.operands[index] ?? { kind: "hole", span: at }, at, this.#text, find)),
			...ofList(list),
			shape,
		};
	}

	// ---- fields ----

	#field({ name, ofProfile }: ast.FieldName, { fields, isElement }: Scope): Field | undefined {
		if (!this.#catalogue) return undefined;
		return ofProfile || !isElement ? this.#catalogue.field(name) : fields?.find((field) => field.name === name);
	}

	/** What names mean in the parentheses of a collection, or of an aggregate over one of its fields. */
	#elementScope(name: ast.FieldName, scope: Scope): Scope {
		const whole = this.#field(name, scope);
		const dot = name.name.lastIndexOf(".");
		const found = whole?.type === "collection" || dot < 0 ? whole : this.#field({ ...name, name: name.name.slice(0, dot) }, scope);
		return { fields: found?.type === "collection" ? found.fields : undefined, isElement: true };
	}

	// ---- comments ----

	#comment(at: Span): Comment {
		return { text: this.#text.slice(at.from + 1, at.to).trim(), span: at };
	}

	#commentsAround(cuts: Cuts, wordsFrom: number, wordsTo: number): { readonly before: readonly Comment[]; readonly after?: Comment } {
		if (cuts.from === wordsFrom && cuts.to === wordsTo) return noComments;
		const before = this.#commentsIn(cuts.from, wordsFrom);
		const [after] = this.#commentsIn(wordsTo, cuts.to);
		return { before: before.map((at) => this.#comment(at)), ...(after && { after: this.#comment(after) }) };
	}

	#commentsIn(from: number, to: number): readonly Span[] {
		let low = 0;
		let high = this.#comments.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#comments[middle] as Span).from < from) low = middle + 1;
			else high = middle;
		}
		const found: Span[] = [];
		for (let index = low; index < this.#comments.length && (this.#comments[index] as Span).from < to; index++)
			found.push(this.#comments[index] as Span);
		return found;
	}
}

/** Where the condition of a muted row, which begins at `from`, begins in the text. */
function coreStart({ restored, core, markers }: Muted, from: number): number {
	const words = restored.slice(core.from, core.to);
	const start = core.from + words.length - words.trimStart().length;
	return placeIn({ from: start, to: start }, from, markers).from;
}

const noComments = { before: [] };

const spansOf = ({ from, to }: Cuts, words: Span): { readonly span: Span; readonly words: Span } => ({ span: { from, to }, words });

function ofList(list: RowList | undefined): Pick<GroupRow, "children" | "connector" | "list"> {
	return {
		children: list?.slots.map(({ row }) => row) ?? [],
		...(list?.connector && { connector: list.connector }),
		...(list && { list }),
	};
}
