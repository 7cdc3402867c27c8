// Names of elements: a page may have two versions of us, and each must use its own classes.

type ElementClass<Made extends HTMLElement = HTMLElement> = new () => Made;

/** The name of each class that was registered here. */
const names = new WeakMap<ElementClass, string>();

/** Registers a class under a name, unless somebody else has the name. */
export function register(name: string, made: ElementClass): void {
	if (customElements.get(name)) return;
	try {
		customElements.define(name, made);
		names.set(made, name);
	} catch {
		// A host has registered the class under a name of its own, and a class can have one name only.
		customElements.define(name, class extends made {});
	}
}

/** A new element of a class, under its own name or, where another copy of us has taken that, under one beside it: `segql-editor-2`. */
export function makeElement<Made extends HTMLElement>(name: string, made: ElementClass<Made>): Made {
	let free = name;
	for (let number = 2; !isRegistered(made, free) && customElements.get(free); number++) free = `${name}-${number}`;
	if (!isRegistered(made, free)) register(free, made);
	return new made();
}

/** Also by a host, under a name of its own. */
const isRegistered = (made: ElementClass, name: string): boolean =>
	names.has(made) || customElements.get(name) === made || Boolean((customElements as Registry).getName?.(made));

interface Registry {
	getName?(made: ElementClass): string | null;
}
