// What a person does with a page, on top of a driver: waits until something is there, clicks what they see, types where they clicked.
// Things are found in shadow roots too, by their selector and by what people call them.
import type { Driver, Plain, Point } from "./driver.ts";

export interface Thing {
	/** A CSS selector; it sees one shadow root at a time. */
	readonly css: string;
	/** Its label, or all that is written in it; exact, but for white space. */
	readonly named?: string;
	/** Words that are written in it. */
	readonly holding?: string;
	/** Which of those that match, from 0; from the end when negative. */
	readonly at?: number;
}

interface Found {
	readonly written?: string;
	/** Where to click; absent when that was not asked. */
	readonly x?: number;
	readonly y?: number;
	/** Why it cannot be seen or clicked. */
	readonly lacks?: string;
}

/** A limit for what hangs, not for what is slow. */
const patienceMs = 40_000;

/** Of a person who wants to type. */
const mostClicks = 3;

export class Person {
	readonly #driver: Driver;

	constructor(driver: Driver) {
		this.#driver = driver;
	}

	/** Waits until `look` finds something: anything but undefined, null and false. `what` says in an error what it was. */
	async until<Given extends readonly Plain[], Seen>(
		what: string,
		look: (...given: Given) => Seen,
		...given: Given
	): Promise<Exclude<Seen, undefined | null | false>> {
		const end = Date.now() + patienceMs;
		for (;;) {
			const seen = await this.#driver.evaluate(look, ...given);
			if (seen !== undefined && seen !== null && seen !== false) return seen as Exclude<Seen, undefined | null | false>;
			if (Date.now() > end) throw new Error(`${this.#driver.name} waited in vain: ${what}.`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	/** Scrolls it into view and clicks in its middle, once nothing else lies over it and it has come to rest. */
	async click(thing: Thing): Promise<void> {
		const { x, y } = await this.#rest(thing);
		await this.#driver.clickAt(x, y);
	}

	/** The mouse rests over it. */
	async hover(thing: Thing): Promise<void> {
		const { x, y } = await this.#rest(thing);
		await this.#driver.moveTo(x, y);
	}

	/** To the middle of another thing, and `beyond` it by some pixels downwards. Both have to be in the window together. */
	async drag(thing: Thing, to: Thing, beyond = 0): Promise<void> {
		// Looking for the second scrolls it into view: where the first is by then has to be looked for again, without.
		await this.#rest(thing);
		const { x, y } = await this.#rest(to);
		const from = await this.#driver.evaluate(lookFor, { ...thing }, "where it is");
		await this.#driver.drag({ x: from.x ?? 0, y: from.y ?? 0 }, { x, y: y + beyond });
	}

	async dragBy(thing: Thing, right: number, down: number): Promise<void> {
		const { x, y } = await this.#rest(thing);
		await this.#driver.drag({ x, y }, { x: x + right, y: y + down });
	}

	async #rest(thing: Thing): Promise<Point> {
		let { x = 0, y = 0 } = await this.#find(thing, true);
		for (let looks = 0; looks < 100; looks++) {
			await new Promise((resolve) => setTimeout(resolve, 100));
			const again = await this.#find(thing, true);
			if (again.x === x && again.y === y) break;
			({ x = 0, y = 0 } = again);
		}
		return { x, y };
	}

	/** Waits until it is seen; returns what is written in it. */
	async see(thing: Thing): Promise<string> {
		return (await this.#find(thing, false)).written ?? "";
	}

	/** Waits until what matches has the focus: who types before that types elsewhere. */
	async seeFocus(css: string): Promise<void> {
		await this.until(`for the focus of ${css}`, hasFocus, css);
	}

	/** Clicks into a field, again when it has not got the focus by that: a page may move in the moment of a click. */
	async enter(field: Thing): Promise<void> {
		for (let clicks = 0; clicks < mostClicks; clicks++) {
			await this.click(field);
			for (let looks = 0; looks < 20; looks++) {
				if (await this.#driver.evaluate(hasFocus, field.css)) return;
				await new Promise((resolve) => setTimeout(resolve, 50));
			}
		}
		await this.seeFocus(field.css);
	}

	/** What is written in it now; undefined when it is not seen. */
	async glance(thing: Thing): Promise<string | undefined> {
		return (await this.#driver.evaluate(lookFor, { ...thing }, "words")).written;
	}

	async #find(thing: Thing, isToClick: boolean): Promise<Found> {
		const end = Date.now() + patienceMs;
		for (;;) {
			const found = await this.#driver.evaluate(lookFor, { ...thing }, isToClick ? "to click" : "words");
			if (found.lacks === undefined) return found;
			if (Date.now() > end) {
				throw new Error(`${this.#driver.name} cannot ${isToClick ? "click" : "see"} ${JSON.stringify(thing)}: ${found.lacks}.`);
			}
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	press(...keys: readonly string[]): Promise<void> {
		return this.#driver.press(...keys);
	}

	type(text: string): Promise<void> {
		return this.#driver.type(text);
	}

	/** Types in place of all that is in a field. */
	async write(field: Thing, text: string): Promise<void> {
		await this.enter(field);
		await this.press("Control+a", "Delete");
		await this.type(text);
	}
}

/** Sent to the page as text, so it holds all that it needs. */
function hasFocus(wanted: string): boolean {
	let focused = document.activeElement;
	while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
	return focused?.matches(wanted) ?? false;
}

/** The same. */
function lookFor(
	thing: { readonly css: string; readonly named?: string; readonly holding?: string; readonly at?: number },
	/** Whether also its place is wanted, and whether it has to be scrolled into view before. */
	wanted: "words" | "to click" | "where it is",
): Found {
	const tidy = (words: string | null): string => (words ?? "").replace(/\s+/g, " ").trim();
	const inside = (root: Document | ShadowRoot): Element[] =>
		[...root.querySelectorAll("*")].flatMap((each) => (each.shadowRoot ? [each, ...inside(each.shadowRoot)] : [each]));
	const all = inside(document).filter(
		(each) =>
			each.matches(thing.css) &&
			(thing.named === undefined || [tidy(each.getAttribute("aria-label")), tidy(each.textContent)].includes(thing.named)) &&
			(thing.holding === undefined || tidy(each.textContent).includes(thing.holding)),
	);
	const seen = all.filter((each) => each.getClientRects().length > 0 && getComputedStyle(each).visibility === "visible");
	const element = seen.at(thing.at ?? 0);
	if (!element) return { lacks: `${all.length} are there and ${seen.length} are seen` };
	const written = tidy(element.textContent);
	if (wanted === "words") return { written };
	if (wanted === "to click") element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
	const box = element.getBoundingClientRect();
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	let top = document.elementFromPoint(x, y);
	for (;;) {
		const deeper = top?.shadowRoot?.elementFromPoint(x, y);
		if (!deeper || deeper === top) break;
		top = deeper;
	}
	const isOnTop = top !== null && (element.contains(top) || top.contains(element));
	return isOnTop ? { written, x, y } : { lacks: `over it lies ${top?.outerHTML.slice(0, 200)}` };
}
