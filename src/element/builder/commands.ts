// What the controls of any row ask for, by its id: the gesture, where focus goes afterwards, and what is said of it.
import type { RowPlace } from "../../document/gestures/insert.ts";
import type { Wrapping } from "../../document/gestures/wrap.ts";
import type { Acting } from "./acts.ts";
import type { CommandsHost } from "./commands-host.ts";
import { ConditionCommands } from "./condition-commands.ts";
import { rowAtSelection, waitingControl } from "./focus-targets.ts";
import { GroupCommands } from "./group-commands.ts";
import { UnfoldingCommands } from "./unfolding-commands.ts";

export type Addition = "condition" | "group" | "reference" | "note";

export class Commands {
	readonly #host: CommandsHost;
	readonly groups: GroupCommands;
	readonly conditions: ConditionCommands;
	readonly unfolding: UnfoldingCommands;

	constructor(host: CommandsHost) {
		this.#host = host;
		this.groups = new GroupCommands(host);
		this.conditions = new ConditionCommands(host);
		this.unfolding = new UnfoldingCommands(host);
	}

	add(owner: number, what: Addition): void {
		const { acts, wording } = this.#host;
		const options = this.groups.connectorAt({ into: owner });
		const made = acts.do(owner, (document, gestures) => {
			if (what === "note") return gestures.insertNote(document, { into: owner }, [wording.say.newNote]);
			const words = { condition: "?", group: "(?)", reference: 'in segment ""' }[what];
			return gestures.insert(document, { into: owner }, words, options);
		});
		this.#focusRow(made, owner);
	}

	/** A condition behind a row, in the same group. */
	addAfter(row: number): void {
		const options = this.groups.connectorAt({ after: row });
		this.#focusRow(
			this.#host.acts.do(row, (document, gestures) => gestures.insert(document, { after: row }, "?", options)),
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
		const options = this.groups.connectorAt({ after: row });
		const made = this.#host.acts.do(row, (document, gestures) => gestures.duplicate(document, row, options));
		if (made) this.#host.announce(this.#host.wording.say.duplicated);
		this.#focusRow(made, row);
	}

	mute(row: number): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.mute(document, row));
		if (!made) return;
		this.#host.announce(this.#host.wording.say.wasMuted);
		this.#host.focusAfter(`${rowAtSelection(this.#host.session, row)}/unmute`);
	}

	unmute(row: number): void {
		const made = this.#host.acts.do(row, (document, gestures) => gestures.unmute(document, row));
		if (!made) return;
		this.#host.announce(this.#host.wording.say.wasUnmuted);
		this.#host.focusAfter(`${rowAtSelection(this.#host.session, row)}/mute`);
	}

	moveBy(row: number, step: 1 | -1): void {
		const { acts, session, wording } = this.#host;
		const made = acts.do(row, (document, { moveUp, moveDown }) => (step < 0 ? moveUp : moveDown)(document, row));
		const place = session.rows?.places.get(row);
		if (made && place?.list) this.#host.announce(wording.say.position(wording.formats, place.index + 1, place.list.slots.length));
	}

	moveTo(row: number, place: RowPlace): void {
		const options = this.groups.connectorAt(place);
		const made = this.#host.acts.do(row, (document, gestures) => gestures.move(document, row, place, options));
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
		return this.#host.acts.do(row, (document, gestures) => gestures.setLabel(document, row, name === "" ? undefined : name)) !== undefined;
	}

	/** Lines; none for an empty text. */
	setCommentsBefore(row: number, lines: string): boolean {
		const before = lines.trim() === "" ? [] : lines.split(/\r\n|\r|\n/);
		return this.#host.acts.do(row, (document, gestures) => gestures.setComments(document, row, { before })) !== undefined;
	}

	setCommentAfter(row: number, after: string): boolean {
		return this.#host.acts.do(row, (document, gestures) => gestures.setComments(document, row, { after })) !== undefined;
	}

	replaceText(row: number, words: string): boolean {
		return this.#host.acts.do(row, (document, gestures) => gestures.replaceText(document, row, words)) !== undefined;
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

	#focusRow(made: Acting | undefined, otherwise: number): void {
		if (made) this.#host.focusAfter(waitingControl(this.#host.session, made.changed ?? otherwise));
	}
}
