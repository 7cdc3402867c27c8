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
		constructor(url: URL, options: WorkerOptions) {
			super(trusted(url, policyName), options);
		}
	};
	return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}

function trusted(url: URL, name: string | undefined): URL {
	const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
	if (!trustedTypes || name === undefined) return url;
	const policy = policies.get(name) ?? trustedTypes.createPolicy(name, { createScriptURL: onlyOwn });
	policies.set(name, policy);
	return policy.createScriptURL(url.href) as unknown as URL;

	function onlyOwn(asked: string): string {
		if (asked !== url.href) throw new TypeError("This policy is for SegQL's own worker.");
		return asked;
	}
}
