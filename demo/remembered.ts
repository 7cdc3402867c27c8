// What a visitor chose, remembered in this browser as far as it lets a page remember.

export function remembered(name: string): string | undefined {
	try {
		return localStorage.getItem(`demo-${name}`) ?? undefined;
	} catch {
		return undefined; // denied
	}
}

export function remember(name: string, value: string): void {
	try {
		localStorage.setItem(`demo-${name}`, value);
	} catch {
		// denied, or full: it is for this visit only
	}
}

export function forget(name: string): void {
	try {
		localStorage.removeItem(`demo-${name}`);
	} catch {
		// denied: there is nothing to forget
	}
}

/** What was being written here before the page was loaded again. */
export function textOfThisTab(): string | undefined {
	try {
		return sessionStorage.getItem("demo-text") ?? undefined;
	} catch {
		return undefined; // denied
	}
}

export function keepTextOfThisTab(text: string): void {
	try {
		sessionStorage.setItem("demo-text", text);
	} catch {
		// denied, or too long: the page opens with a template
	}
}
