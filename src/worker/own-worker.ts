// Our own worker, from the file beside this module. Bundlers find that file by the words `new Worker(new URL("./worker.js", import.meta.url)`:
// they must stay as they are, also where Trusted Types ask for more than a URL.

/** The part of the Trusted Types API that is used here; TypeScript's library of pages does not have it. */
interface TrustedTypes {
	createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** By name: a page may make each policy once. */
const policies = new Map<string, { createScriptURL(url: string): string }>();

/**
 * `policyName`: of the Trusted Types policy that makes the URL, for pages that enforce them; the policy lets nothing else through. Throws what
 * the browser throws: a SecurityError or TypeError where workers, this file's origin or the policy are not allowed.
 */
export function ownWorker(policyName: string | undefined): Worker {
	const Worker = class extends globalThis.Worker {
		constructor(url: URL | string, options: WorkerOptions) {
			super(trusted(url, policyName), options);
		}
	};
	return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

/** A bundler may write a text where a URL stands in the source. */
function trusted(url: URL | string, name: string | undefined): URL | string {
	const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
	if (!trustedTypes || name === undefined) return url;
	const own = String(url);
	const policy = policies.get(name) ?? trustedTypes.createPolicy(name, { createScriptURL: onlyOwn });
	policies.set(name, policy);
	// The browser's own class, which the types of pages do not have.
	return policy.createScriptURL(own) as unknown as URL;

	function onlyOwn(asked: string): string {
		if (asked !== own) throw new TypeError("This policy is for SegQL's own worker.");
		return asked;
	}
}
