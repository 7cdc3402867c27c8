// What a script needs of a browser to do what a person does: open, look, point, type. One interface for every engine.

/** What can be sent to a page and back. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain };

/** Moves of the mouse while something is dragged. */
export const dragSteps = 8;

/** Of the window, in CSS pixels. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

export interface Driver {
	/** As people call the engine. */
	readonly name: string;
	/** Opens an address, and waits until it is loaded. */
	open(url: string): Promise<void>;
	/** Calls a function in the page. It is sent as text: it sees its arguments and the page, nothing of where it stands. It must not wait. */
	evaluate<Given extends readonly Plain[], Found>(look: (...given: Given) => Found, ...given: Given): Promise<Found>;
	/** Moves the mouse to a point of the window, in CSS pixels, and clicks there. */
	clickAt(x: number, y: number): Promise<void>;
	/** Moves the mouse to a point and lets it rest there. */
	moveTo(x: number, y: number): Promise<void>;
	/** Presses the mouse at one point, moves it to another in some steps, and lets go there. */
	drag(from: Point, to: Point): Promise<void>;
	/** Presses keys one after the other: `"Enter"`, `"Shift+Tab"`, `"Control+z"`. */
	press(...keys: readonly string[]): Promise<void>;
	/** Types characters, each with a key of its own. */
	type(text: string): Promise<void>;
	/** CSS pixels of the window that hold the page. */
	resize(width: number, height: number): Promise<void>;
	/** Writes what the window shows into a PNG file. */
	screenshot(file: string): Promise<void>;
	close(): Promise<void>;
}
