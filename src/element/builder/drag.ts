// Rows dragged with a pointer, a finger included: a line shows where the row would go, Escape lets it be. Buttons and keys do the same.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { RowPlace } from "../../document/gestures/insert.ts";

export interface DragHost extends ReactiveControllerHost, HTMLElement {
	readonly renderRoot: HTMLElement | DocumentFragment;
	/** A row was let go at a place. */
	dropped(row: number, place: RowPlace): void;
	/** Nothing was dropped. */
	dragCancelled(): void;
	/** Whether a row can hold others, at its beginning when nothing is in it yet. */
	canHold(row: number): boolean;
}

interface Dragging {
	readonly row: number;
	readonly pointer: number;
	readonly grip: HTMLElement;
	readonly startX: number;
	readonly startY: number;
	/** Only when the pointer has gone some way: a click is no drag. */
	isMoving: boolean;
	place: RowPlace | undefined;
}

const leastDistance = 4;
/** Near the edges of the window the page scrolls. */
const edge = 48;

export class Drag implements ReactiveController {
	readonly #host: DragHost;
	#dragging: Dragging | undefined;

	constructor(host: DragHost) {
		this.#host = host;
		host.addController(this);
	}

	hostDisconnected(): void {
		this.#stop();
	}

	/** For `pointerdown` of everything in the host. */
	readonly press = (event: PointerEvent): void => {
		const grip = (event.target as Element).closest<HTMLElement>("[data-grip]");
		if (!grip || event.button !== 0 || this.#dragging) return;
		event.preventDefault();
		const { pointerId: pointer, clientX: startX, clientY: startY } = event;
		this.#dragging = { row: Number(grip.dataset.grip), pointer, grip, startX, startY, isMoving: false, place: undefined };
		// So that moves outside of the window are told, too. Events that a script made have no pointer.
		if (event.isTrusted) grip.setPointerCapture(pointer);
		globalThis.addEventListener("pointermove", this.#move);
		globalThis.addEventListener("pointerup", this.#release);
		globalThis.addEventListener("pointercancel", this.#cancel);
		globalThis.addEventListener("keydown", this.#key, true);
	};

	readonly #move = (event: PointerEvent): void => {
		const dragging = this.#dragging;
		if (!dragging || event.pointerId !== dragging.pointer) return;
		const { clientX: x, clientY: y } = event;
		if (!dragging.isMoving && Math.hypot(x - dragging.startX, y - dragging.startY) < leastDistance) return;
		dragging.isMoving = true;
		this.#rowElement(dragging.row)?.classList.add("dragged");
		if (y < edge) globalThis.scrollBy(0, -12);
		else if (y > globalThis.innerHeight - edge) globalThis.scrollBy(0, 12);
		const target = this.#targetAt(y, dragging.row);
		dragging.place = target?.place;
		this.#showLine(target);
	};

	readonly #release = (event: PointerEvent): void => {
		const dragging = this.#dragging;
		if (!dragging || event.pointerId !== dragging.pointer) return;
		const { row, place, isMoving } = dragging;
		this.#stop();
		if (!isMoving) return;
		if (place) this.#host.dropped(row, place);
		else this.#host.dragCancelled();
	};

	readonly #cancel = (): void => {
		this.#stop();
		this.#host.dragCancelled();
	};

	readonly #key = (event: KeyboardEvent): void => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		event.stopPropagation();
		this.#cancel();
	};

	#stop(): void {
		const dragging = this.#dragging;
		if (!dragging) return;
		this.#dragging = undefined;
		const { grip, pointer, row } = dragging;
		if (grip.hasPointerCapture(pointer)) grip.releasePointerCapture(pointer);
		globalThis.removeEventListener("pointermove", this.#move);
		globalThis.removeEventListener("pointerup", this.#release);
		globalThis.removeEventListener("pointercancel", this.#cancel);
		globalThis.removeEventListener("keydown", this.#key, true);
		this.#rowElement(row)?.classList.remove("dragged");
		this.#showLine(undefined);
	}

	#rowElement(row: number): HTMLElement | null {
		return this.#host.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"]`);
	}

	/** The gap that is nearest to a height: above or below a row, or at the beginning of what it holds. */
	#targetAt(y: number, dragged: number): Target | undefined {
		const own = this.#rowElement(dragged);
		let best: (Target & { readonly distance: number }) | undefined;
		for (const element of this.#host.renderRoot.querySelectorAll<HTMLElement>("[data-row]")) {
			if (own?.contains(element) || element.dataset.root !== undefined) continue;
			for (const target of this.#gapsOf(element)) {
				const distance = Math.abs(target.y - y);
				if (!best || distance < best.distance) best = { ...target, distance };
			}
		}
		return best;
	}

	#gapsOf(element: HTMLElement): readonly Target[] {
		const row = Number(element.dataset.row);
		const { top, bottom, left, width } = element.getBoundingClientRect();
		const gaps: Target[] = [
			{ place: { before: row }, y: top, left, width },
			{ place: { after: row }, y: bottom, left, width },
		];
		const rows = element.querySelector<HTMLElement>(":scope > .rows");
		if (!rows || !this.#host.canHold(row)) return gaps;
		const inside = rows.getBoundingClientRect();
		return [...gaps, { place: { into: row, at: 0 }, y: inside.top + 2, left: inside.left, width: inside.width }];
	}

	#showLine(target: Target | undefined): void {
		const line = this.#host.renderRoot.querySelector<HTMLElement>(".drop-line");
		if (!line) return;
		line.hidden = target === undefined;
		if (!target) return;
		const { top, left } = (line.offsetParent ?? this.#host).getBoundingClientRect();
		line.style.setProperty("top", `${target.y - top}px`);
		line.style.setProperty("left", `${target.left - left}px`);
		line.style.setProperty("width", `${target.width}px`);
	}
}

interface Target {
	readonly place: RowPlace;
	readonly y: number;
	readonly left: number;
	readonly width: number;
}
