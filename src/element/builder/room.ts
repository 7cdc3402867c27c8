// Where a row's buttons find place: beside what stands in its line, of the row under the pointer and of the row with focus. They take no place of
// their own, so nothing wraps early for them and nothing moves when they come; where a line is full, they are in the panel below the row only.
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Between what stands in the line and the buttons, in pixels. */
const gap = 4;

export interface Room {
	/** From the upper edge of the line, in pixels. */
	readonly top: number;
	/** From the end of the line, in pixels. */
	readonly end: number;
}

/** Finds the first stretch of a line that is free for this width, at the end of any of the lines that its content has wrapped into. */
export function roomIn(line: HTMLElement, width: number): Room | undefined {
	const content = line.querySelector<HTMLElement>(":scope > .content");
	if (!content) return undefined;
	const isRightToLeft = getComputedStyle(line).direction === "rtl";
	const whole = line.getBoundingClientRect();
	const box = content.getBoundingClientRect();
	const end = (isRightToLeft ? box.left - whole.left : whole.right - box.right) | 0;
	for (const { top, left, right } of wrappedLines(content)) {
		const free = isRightToLeft ? left - box.left : box.right - right;
		if (free >= width + gap) return { top: top - whole.top, end };
	}
	return undefined;
}

interface WrappedLine {
	readonly top: number;
	readonly left: number;
	readonly right: number;
}

function wrappedLines(content: HTMLElement): readonly WrappedLine[] {
	const boxes = boxesOf(content).sort((one, other) => one.top - other.top);
	const lines: { top: number; middle: number; left: number; right: number }[] = [];
	for (const { top, bottom, left, right } of boxes) {
		const line = lines.at(-1);
		if (line && top < line.middle) {
			line.left = Math.min(line.left, left);
			line.right = Math.max(line.right, right);
		} else lines.push({ top, middle: (top + bottom) / 2, left, right });
	}
	return lines;
}

/** Lists have no box of their own, their items do. */
const boxesOf = (element: Element): DOMRect[] =>
	[...element.children].flatMap((child) => (getComputedStyle(child).display === "contents" ? boxesOf(child) : boxOf(child)));

function boxOf(element: Element): DOMRect[] {
	const box = element.getBoundingClientRect();
	return box.width > 0 && box.height > 0 ? [box] : [];
}

interface RoomHost extends ReactiveControllerHost, HTMLElement {
	readonly renderRoot: HTMLElement | DocumentFragment;
}

export class RoomForTools implements ReactiveController {
	readonly #host: RoomHost;
	#pointedAt: string | undefined;
	#frame: number | undefined;
	#given: readonly HTMLElement[] = [];

	constructor(host: RoomHost) {
		this.#host = host;
		host.addController(this);
	}

	hostUpdated(): void {
		this.look();
	}

	hostDisconnected(): void {
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		this.#frame = undefined;
	}

	/** For `pointerover` of everything in the host. Fingers point at nothing before they touch it. */
	readonly pointed = (event: PointerEvent): void => {
		if (event.pointerType === "touch") return;
		this.#pointedAt = (event.target as Element).closest<HTMLElement>("[data-row]:not([data-root])")?.dataset.row;
		this.look();
	};

	/** For `pointerleave`. */
	readonly left = (): void => {
		this.#pointedAt = undefined;
		this.look();
	};

	/** Looks again which rows these are and what is free in them: in the next frame, when it is laid out anyway. */
	readonly look = (): void => {
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			this.#give();
		});
	};

	#give(): void {
		const root = this.#host.renderRoot;
		const focused = (root as ShadowRoot).activeElement?.closest<HTMLElement>("[data-row]:not([data-root])");
		const pointedAt = this.#pointedAt === undefined ? null : root.querySelector<HTMLElement>(`[data-row="${this.#pointedAt}"]`);
		const lines = new Set<HTMLElement>();
		for (const row of [focused, pointedAt]) {
			const line = row?.querySelector<HTMLElement>(":scope > .line");
			if (line) lines.add(line);
		}
		for (const line of this.#given) if (!lines.has(line)) line.classList.remove("roomy");
		this.#given = [...lines];
		for (const line of lines) place(line);
	}
}

function place(line: HTMLElement): void {
	const tools = line.querySelector<HTMLElement>(".quick");
	if (!tools) return;
	const room = roomIn(line, tools.offsetWidth);
	line.classList.toggle("roomy", room !== undefined);
	if (!room) return;
	tools.style.setProperty("inset-block-start", `${room.top}px`);
	tools.style.setProperty("inset-inline-end", `${room.end}px`);
}
