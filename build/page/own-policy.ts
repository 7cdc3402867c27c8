// Runs in pages, as a part of the file for pages without a build: its one Trusted Types policy. Lit makes markup with it, and `importBeside`
// addresses of scripts. Two policies of one name would need `'allow-duplicates'` of every host.
import { filesBeside, policyName } from "segql:built";

interface Rules {
	createHTML(markup: string): string;
	createScriptURL(address: string): string;
}

interface TrustedTypes {
	createPolicy(name: string, rules: Rules): Rules;
}

const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };

/** The address of a file that was built with this one; which of the attempts to load it this is, is in the fragment. Its hash is there too. */
export const addressBeside = (name: string, attempt: number): string =>
	new URL(`${name}#${filesBeside[name]}.${attempt}`, import.meta.url).href;

const isBeside = (address: string): boolean => {
	const [, attempt = ""] = /\.(\d+)$/.exec(address) ?? [];
	return Object.keys(filesBeside).some((name) => addressBeside(name, Number(attempt)) === address);
};

/** Undefined where browsers have no Trusted Types. Markup is Lit's own, which is made of constant texts; scripts are the files beside this one. */
export const ownPolicy: Rules | undefined = trustedTypes?.createPolicy(policyName, {
	createHTML: (markup) => markup,
	createScriptURL(address) {
		if (!isBeside(address)) throw new TypeError(`${address} is not a file of segql.`);
		return address;
	},
});
