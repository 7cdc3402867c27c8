// What the heads of groups ask for, by row id.
import type { RowPlace } from "../../document/gestures/insert.ts";
import type { Quantity } from "../../document/quantity.ts";
import type { Row } from "../../document/row.ts";
import type { Quantifier } from "../../syntax/ast.ts";
import type { CommandsHost } from "./commands-host.ts";
import { rowAtSelection } from "./focus-targets.ts";

export class GroupCommands {
	readonly #host: CommandsHost;
	/** What joins the rows of groups, as the text said it last or as it was chosen: of fewer than two rows the text does not say it. */
	readonly #connectors = new Map<number, "and" | "or">();

	constructor(host: CommandsHost) {
		this.#host = host;
	}

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
		if (made) this.#host.focusAfter(`${rowAtSelection(this.#host.session, row)}/quantity`);
	}

	/** What the next condition will be joined by, as it was chosen while there was only one, or as the last one was. */
	connectorOf(row: number): "and" | "or" | undefined {
		return this.#connectors.get(row);
	}

	/** Of the group that a row is in, or comes into. */
	connectorAt(place: RowPlace): { readonly connector?: "and" | "or" } {
		const { rows } = this.#host.session;
		const owner = "into" in place ? place.into : rows?.places.get("before" in place ? place.before : place.after)?.owner?.id;
		const connector = owner === undefined ? undefined : this.connectorOf(owner);
		return connector ? { connector } : {};
	}

	/** Keeps what joins the rows of a group now for when there is only one left. */
	remember(owner: Row): void {
		if ("connector" in owner && owner.connector) this.#connectors.set(owner.id, owner.connector);
	}

	/** Other rows have the ids of those that were there. */
	forget(): void {
		this.#connectors.clear();
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
}

export const countConditions = ({ children }: Row): number => children.filter(({ kind }) => kind !== "note" && kind !== "muted").length;
