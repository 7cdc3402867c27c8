// What the controls of rows ask for, by row id: the gesture, where focus goes afterwards, and what is said of it.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { RowPlace } from "../../document/gestures/insert.ts";
import type { Quantity } from "../../document/quantity.ts";
import type { Row, RowDocument } from "../../document/row.ts";
import type { ValueInput } from "../../document/values.ts";
import type { Wrapping } from "../../document/gestures/wrap.ts";
import type { Quantifier } from "../../syntax/ast.ts";
import type { Formats } from "../guest/formats.ts";
import type { Session } from "../session/session.ts";
import type { Acting, Acts } from "./acts.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { OperatorChoice } from "./operator-choices.ts";
import { subjectGesture } from "./set-subject-choice.ts";
import type { SubjectChoice } from "./subject-choices.ts";
import type { Typing } from "./typing.ts";
import type { Panels } from "./view.ts";
import type { BuilderWords } from "./words.ts";

export interface CommandsHost {
	readonly session: Session;
	readonly acts: Acts;
	readonly typing: Typing;
	readonly wording: { readonly say: BuilderWords; readonly formats: Formats };
	readonly panels: Panels;
	readonly problems: ReadonlyMap<number, readonly Diagnostic[]>;
	setPanels(panels: Panels): void;
	/** Once what is drawn is up to date: a control by its key, or the first control of a row. */
	focusAfter(target: string | number): void;
	announce(sentence: string): void;
}

export type Addition = "condition" | "group" | "reference" | "note";

export class Commands {
	readonly #host: CommandsHost;
	/** What joins the rows of groups that have fewer than two: the text does not say it yet. */
	readonly #connectors = new Map<number, "and" | "or">();

	constructor(host: CommandsHost) {
		this.#host = host;
	}

	// ---- rows ----

	add(owner: number, what: Addition): void {
		const { acts, wording } = this.#host;
		const connector = this.#connectors.get(owner) ?? "and";
		const made = acts.do(owner, (document, gestures) => {
			if (what === "note") return gestures.insertNote(document, { into: owner }, [wording.say.newNote]);
			const words = { condition: "?", group: "(?)", reference: 'in segment ""' }[what];
			return gestures.insert(document, { into: owner }, words, { connector });
		});
		this.#focusRow(made, owner);
	}

	/** A condition behind a row, in the same group. */
	addAfter(row: number): void {
		this.#focusRow(
			this.#host.acts.do(row, (document, gestures) => gestures.insert(document, { after: row }, "?")),
			row,
		);
	}

	remove(row: number): void {
		const { session, acts, wording, typing } = this.#host;
		const place = session.rows?.places.get(row);
		const siblings = place?.list?.slots.map((slot) => slot.row.id) ?? [];
		const others = [...siblings.slice((place?.index ?? 0) + 1), ...siblings.slice(0, place?.index ?? 0).reverse()];
		typing.end();
		if (!acts.do(row, (document, gestures) => gestures.remove(document, row))) return;
		const left = session.rows?.places;
		const next = others.find((id) => left?.has(id)) ?? (left?.has(row) ? row : undefined);
		this.#host.focusAfter(next ?? `${place?.owner?.id ?? 0}/add-condition`);
		this.#host.announce(wording.say.removed);
	}

	duplicate(row: number): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.duplicate(document, row));
		if (made) this.#host.announce(this.#host.wording.say.duplicated);
		this.#focusRow(made, row);
	}

	mute(row: number): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.mute(document, row));
		if (!made) return;
		this.#host.announce(this.#host.wording.say.wasMuted);
		this.#host.focusAfter(`${this.#rowAtSelection(row)}/unmute`);
	}

	unmute(row: number): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.unmute(document, row));
		if (!made) return;
		this.#host.announce(this.#host.wording.say.wasUnmuted);
		this.#host.focusAfter(`${this.#rowAtSelection(row)}/mute`);
	}

	moveBy(row: number, step: 1 | -1): void {
		const { acts, session, wording } = this.#host;
		const made = acts.do(row, (document, { moveUp, moveDown }) => (step < 0 ? moveUp : moveDown)(document, row));
		const place = session.rows?.places.get(row);
		if (made && place?.list) this.#host.announce(wording.say.position(wording.formats, place.index + 1, place.list.slots.length));
	}

	moveTo(row: number, place: RowPlace): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.move(document, row, place));
		if (!made) return;
		this.#host.focusAfter(row);
		const after = this.#host.session.rows?.places.get(row);
		const { say, formats } = this.#host.wording;
		if (after?.list) this.#host.announce(say.position(formats, after.index + 1, after.list.slots.length));
	}

	setNegated(row: number, negated: boolean): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setNegated(document, row, negated));
	}

	/** Makes a row its opposite, or takes that back. */
	negate(row: number): void {
		this.#host.acts.do(row, (document, gestures) => {
			const now = document.places.get(row)?.row;
			return now ? gestures.setNegated(document, row, !gestures.isNegated(now)) : gestures.gone;
		});
	}

	wrap(row: number, wrapping?: Wrapping): void {
		this.#focusRow(
			this.#host.acts.do(row, (document, gestures) => gestures.wrap(document, [row], wrapping)),
			row,
		);
	}

	unwrap(row: number): void {
		this.#focusRow(
			this.#host.acts.do(row, (document, gestures) => gestures.unwrap(document, row)),
			row,
		);
	}

	/** An empty name takes it away. */
	setLabel(row: number, name: string): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setLabel(document, row, name === "" ? undefined : name)));
	}

	/** Lines; none for an empty text. */
	setCommentsBefore(row: number, lines: string): boolean {
		const before = lines.trim() === "" ? [] : lines.split(/\r\n|\r|\n/);
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setComments(document, row, { before })));
	}

	setCommentAfter(row: number, after: string): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setComments(document, row, { after })));
	}

	replaceText(row: number, words: string): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.replaceText(document, row, words)));
	}

	// ---- groups ----

	/** Of a group with fewer than two conditions, `all` and `any` wait for the next one. */
	setQuantity(row: number, quantity: Quantity): void {
		const { acts, session } = this.#host;
		const group = session.rows?.places.get(row)?.row;
		const isWaiting = group?.kind === "group" && group.quantity === undefined && countConditions(group) < 2;
		if (isWaiting && (quantity === "all" || quantity === "any")) {
			this.#connectors.set(row, quantity === "all" ? "and" : "or");
			acts.clear();
			return;
		}
		const made = acts.do(row, (document, gestures) => gestures.setQuantity(document, row, quantity));
		if (made) this.#host.focusAfter(`${this.#rowAtSelection(row)}/quantity`);
	}

	/** What the next condition will be joined by, as it was chosen while there was only one. */
	connectorOf(row: number): "and" | "or" | undefined {
		return this.#connectors.get(row);
	}

	/** Of an aggregate's conditions. */
	setConnector(row: number, connector: "and" | "or"): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setConnector(document, row, connector));
	}

	setQuantifier(row: number, quantifier: Quantifier, count?: number): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setQuantifier(document, row, quantifier, count));
	}

	setCollection(row: number, name: string, ofProfile: boolean): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setSubject(document, row, { kind: "field", name, ofProfile }));
	}

	setEdge(row: number, which: "first" | "last", by: string): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setEdge(document, row, which, by));
	}

	// ---- conditions ----

	chooseSubject(row: number, choice: SubjectChoice): void {
		this.#host.typing.end();
		const made = this.#host.acts.do(row, (document, _, language) => subjectGesture(document, row, choice, language));
		if (made) this.#host.focusAfter(this.#waitingControl(made.changed ?? row));
	}

	/** Words that are no choice: whatever the language allows there. */
	writeSubject(row: number, words: string): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setSubject(document, row, { kind: "words", text: words })));
	}

	setOperator(row: number, { operator, negated, anyOf }: OperatorChoice): void {
		this.#host.acts.do(row, (document, gestures) => {
			const old = document.places.get(row)?.row;
			// Behind a `not`, plain words leave the condition negated.
			const isBehindNot = old?.kind === "condition" && old.not !== undefined;
			return gestures.setOperator(document, row, operator, { negated: negated !== isBehindNot, anyOf });
		});
	}

	setIgnoringCase(row: number, ignoringCase: boolean): void {
		this.#host.acts.do(row, (document, gestures) => gestures.setIgnoringCase(document, row, ignoringCase));
	}

	setOperand(row: number, index: number, value: ValueInput, typedAt?: number): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setOperand(document, row, index, value), typedAt));
	}

	setOperands(row: number, values: readonly ValueInput[]): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setOperands(document, row, values)));
	}

	/** Behind the values that are there; those that are there already are not repeated. */
	addValues(row: number, values: readonly ValueInput[]): boolean {
		const made = this.#host.acts.do(row, (document, gestures) => {
			const kept = keptValues(document, row);
			const known = new Set(kept.map((value) => (value.kind === "words" ? value.text : "")));
			const added = values.filter((value) => {
				const words = value.kind === "text" ? JSON.stringify(value.value) : value.kind === "number" ? String(value.value) : undefined;
				if (words !== undefined && known.has(words)) return false;
				if (words !== undefined) known.add(words);
				return true;
			});
			return gestures.setOperands(document, row, [...kept, ...added]);
		});
		return made !== undefined;
	}

	/** The last one leaves a `?`. */
	removeValue(row: number, index: number): void {
		this.#host.acts.do(row, (document, gestures) => {
			const left = keptValues(document, row).filter((_, at) => at !== index);
			return gestures.setOperands(document, row, left.length > 0 ? left : [{ kind: "words", text: "?" }]);
		});
	}

	/** No name is a reference that waits for one. */
	setSegments(row: number, names: readonly string[]): boolean {
		return this.#did(this.#host.acts.do(row, (document, gestures) => gestures.setSegments(document, row, names.length > 0 ? names : [""])));
	}

	// ---- what is unfolded ----

	showMore(row: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, more: panels.more === row ? undefined : row });
	}

	/** All values of a long list. */
	showWhole(row: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, whole: new Set([...panels.whole, row]) });
		this.#host.focusAfter(`${row}/entry`);
	}

	/** So many rows more of a very long text. */
	showRows(count: number): void {
		const { panels } = this.#host;
		this.#host.setPanels({ ...panels, rows: panels.rows + count });
	}

	/** Whether a value is edited as words, although an editor could show it. */
	writeOut(key: string, isWritten: boolean): void {
		const { panels } = this.#host;
		const written = new Set(panels.written);
		if (isWritten) written.add(key);
		else written.delete(key);
		this.#host.setPanels({ ...panels, written });
	}

	focus(target: string | number): void {
		this.#host.focusAfter(target);
	}

	/** A fix of what is wrong with a row, by where it is shown. */
	fixProblem(row: number, problem: number, fix: number): void {
		const found = this.#host.problems.get(row)?.[problem]?.fixes[fix];
		if (!found) return;
		this.#host.acts.clear();
		this.#host.session.edit(found.edits, { origin: "builder" });
		this.#host.focusAfter(row);
	}

	#did(made: Acting | undefined): boolean {
		return made !== undefined;
	}

	#focusRow(made: Acting | undefined, otherwise: number): void {
		if (made) this.#host.focusAfter(this.#waitingControl(made.changed ?? otherwise));
	}

	/** The control of a row that waits for something; else the row. */
	#waitingControl(id: number): string | number {
		const row = this.#host.session.rows?.places.get(id)?.row;
		if (row?.kind !== "condition") return id;
		if (isPlaceholder(row)) return `${id}/subject`;
		const hole = row.operands.findIndex(({ editor }) => editor === "hole");
		return hole < 0 ? `${id}/operator` : `${id}/value-${hole}`;
	}

	/** The row, or what stands where its gesture left the selection. */
	#rowAtSelection(row: number): number {
		const { rows, rowLanguage: language, selection } = this.#host.session;
		if (!rows || !language || rows.places.has(row)) return row;
		return language.document.rowAt(rows, selection.from).id;
	}
}

/** Values as they are written, without those that are still missing. */
function keptValues(document: RowDocument, id: number): readonly Extract<ValueInput, { readonly kind: "words" }>[] {
	const row = document.places.get(id)?.row;
	if (row?.kind !== "condition") return [];
	return row.operands
		.filter(({ editor }) => editor !== "hole")
		.map(({ span }) => ({ kind: "words", text: document.text.slice(span.from, span.to) }));
}

export const countConditions = ({ children }: Row): number => children.filter(({ kind }) => kind !== "note" && kind !== "muted").length;
