// What a form is told of the builder's fields: which of them hold words that the text could not take.
import type { ReactiveController } from "lit";
import type { RefusedField, RefusingView } from "../session/refusing-view.ts";
import type { Session } from "../session/session.ts";
import { showRow } from "./row-view.ts";
import { emptied } from "./text-control.ts";
import type { Typing } from "./typing.ts";
import type { View } from "./view.ts";

export interface RefusingHost {
	readonly session: Session;
	readonly typing: Typing;
	readonly renderRoot: HTMLElement | DocumentFragment;
	/** Of the rows as they are now; undefined until there are rows. */
	readonly currentView: View | undefined;
	addController(controller: ReactiveController): void;
}

export class RefusedWords implements ReactiveController, RefusingView {
	readonly #host: RefusingHost;
	#had = false;
	#session: Session | undefined;

	constructor(host: RefusingHost) {
		this.#host = host;
		host.addController(this);
	}

	hostConnected(): void {
		this.follow();
	}

	/** What is out of sight cannot be mended. */
	hostDisconnected(): void {
		this.#host.typing.clear();
		this.#session?.refusing.delete(this);
	}

	/** The session is another one; no field has anything that it refused. */
	follow(): void {
		this.#session?.refusing.delete(this);
		this.#session = this.#host.session;
		this.#session.refusing.add(this);
	}

	get refused(): readonly RefusedField[] {
		const { typing, renderRoot } = this.#host;
		if (typing.reasons.size === 0) return [];
		this.#review();
		const { reasons } = typing;
		return [...renderRoot.querySelectorAll<HTMLElement>("[data-key]")].flatMap((field) => {
			const reason = reasons.get(field.dataset.key ?? "");
			return reason ? { field, reason } : [];
		});
	}

	forget(): void {
		for (const { field } of this.refused) emptied(field);
		this.#host.typing.clear();
	}

	/** Tells forms, where there is something to tell, or was. */
	tell(): void {
		const has = this.refused.length > 0;
		if (has || this.#had) this.#session?.tellRefused();
		this.#had = has;
	}

	/** Forms ask before rows are drawn anew, and must not hear of a value that is another one by now. A text that is still to be read has the rows of before. */
	#review(): void {
		const { typing, session } = this.#host;
		const view = session.isReading ? undefined : this.#host.currentView;
		if (!view) return;
		for (const id of new Set([...typing.reasons.keys()].map((key) => Number.parseInt(key, 10)))) {
			const row = view.document.places.get(id)?.row;
			typing.review(id, () => row && showRow(view, row));
		}
	}
}
