// Hands the values of one object after the other to the writers of their fields. Objects of one source mostly have the same keys in the same
// order: each key is first compared with the one that the last object had there, which costs a fraction of looking its field up.
import { type Path, readPath } from "../../fields/json-path.ts";

export interface ValueWriter {
	/** Appends what is made of a raw value; undefined and null are missing. A property, so that calling it costs no look-up of a method. */
	readonly write: (raw: unknown) => void;
}

interface Target {
	readonly write: (raw: unknown) => void;
	readonly path: Path;
	/** The path from the value of its first key on; undefined where that is the value. */
	readonly rest: Path | undefined;
	/** Another one that begins with the same key. A chain costs less to follow than a list. */
	readonly next: Target | undefined;
	/** Objects whose value has been written. */
	written: number;
}

export class ObjectReader {
	private readonly targets: readonly Target[];
	private readonly byKey = new Map<string, Target>();
	/** Keys of objects so far by position, and what to do with each. */
	private readonly keys: string[] = [];
	private readonly slots: (Target | undefined)[] = [];
	private objects = 0;

	constructor(fields: readonly { readonly path: Path; readonly writer: ValueWriter }[]) {
		this.targets = fields.map(({ path, writer }) => {
			const [key] = path;
			const next = typeof key === "string" ? this.byKey.get(key) : undefined;
			const target: Target = { write: writer.write, path, rest: path.length > 1 ? path.slice(1) : undefined, next, written: 0 };
			if (typeof key === "string") this.byKey.set(key, target);
			return target;
		});
	}

	/** Writes one value for every field, in any order: as `readPath` reads it. */
	append(from: object): void {
		this.objects++;
		const left = this.targets.length - (hasOnlyOwnKeys(from) ? this.appendKeys(from) : 0);
		if (left > 0) this.appendOthers(from);
	}

	/** What is there; returns how many fields have been written. */
	private appendKeys(from: object): number {
		const { keys, slots, objects } = this;
		let count = 0;
		let at = 0;
		for (const key in from) {
			const first = keys[at] === key ? slots[at] : this.firstAt(at, key);
			at++;
			for (let target = first; target; target = target.next) {
				const value = (from as Record<string, unknown>)[key];
				target.written = objects;
				target.write(target.rest ? readPath(value, target.rest) : value);
				count++;
			}
		}
		return count;
	}

	private firstAt(at: number, key: string): Target | undefined {
		const first = this.byKey.get(key);
		if (at < maxRemembered) {
			this.keys[at] = key;
			this.slots[at] = first;
		}
		return first;
	}

	private appendOthers(from: object): void {
		for (const target of this.targets) {
			if (target.written === this.objects) continue;
			target.written = this.objects;
			target.write(readPath(from, target.path));
		}
	}
}

/** Objects with more keys than this are read by looking the rest up, so that one huge object leaves nothing behind. */
const maxRemembered = 1_000;

/** Whether `for … in` gives nothing inherited: the object is as JSON makes it, and nobody has added to what all objects inherit. */
function hasOnlyOwnKeys(from: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(from);
	if (prototype !== Object.prototype && prototype !== null) return false;
	for (const _ in Object.prototype) return false;
	return true;
}
