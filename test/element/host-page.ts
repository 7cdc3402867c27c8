// A page of a host in a frame of the test's own page: with policies on top of those of the test, styles of its own, and scripts that are built.

/** Where the built scripts of host pages are. */
export const hosts: string = new URL("/.cache/browser-tests/hosts/", location.origin).href;

export interface HostPage {
	readonly window: Window & typeof globalThis;
	readonly document: Document;
	/** Violations of the policies, errors and rejections of the page, in words. */
	readonly complaints: string[];
	/** Loads a module of the page's own. */
	load(script: string): Promise<void>;
	remove(): void;
}

/** `policy` is in force before anything of the page is; `body` is the page's markup. */
export async function hostPage(
	body: string,
	{ policy: given = "default-src 'self'" }: { readonly policy?: string } = {},
): Promise<HostPage> {
	// To Firefox, nothing is 'self' of a page that has no address of its own.
	const policy = given.replaceAll("'self'", location.origin);
	const frame = document.createElement("iframe");
	frame.title = "a host's page";
	frame.width = "1200";
	frame.height = "900";
	const isThere = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
	frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>A host</title></head><body>${body}</body></html>`;
	document.body.append(frame);
	await isThere;
	const window = frame.contentWindow as (Window & typeof globalThis) | null;
	if (!window) throw new Error("The frame has no window.");
	const complaints: string[] = [];
	window.document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample, sourceFile, lineNumber }) => {
		complaints.push(`${effectiveDirective} ${blockedURI} ${sample} ${sourceFile}:${lineNumber}`);
	});
	window.addEventListener("error", ({ message }) => complaints.push(message));
	window.addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
	return {
		window,
		document: window.document,
		complaints,
		load: (script) => loadInto(window.document, script),
		remove: () => frame.remove(),
	};
}

function loadInto(page: Document, script: string): Promise<void> {
	const element = page.createElement("script");
	element.type = "module";
	// A page that enforces Trusted Types takes an address of a script from a policy only; markup of the page itself would not be asked.
	const { trustedTypes } = page.defaultView as unknown as { trustedTypes?: TrustedTypes };
	const policy = trustedTypes?.createPolicy("host", { createScriptURL: (url) => url });
	element.src = policy ? (policy.createScriptURL(script) as string) : script;
	const loaded = new Promise<void>((resolve, reject) => {
		element.addEventListener("load", () => resolve());
		element.addEventListener("error", () => reject(new Error(`${script} did not load.`)));
	});
	page.head.append(element);
	return loaded;
}

interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

export async function until(holds: () => boolean, what: string): Promise<void> {
	const end = performance.now() + 30_000;
	while (!holds()) {
		if (performance.now() > end) throw new Error(`It never came: ${what}.`);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
