// What bundle-elements.ts knows when the files beside are built.
declare module "segql:built" {
	/** As hosts name it in `trusted-types`. */
	export const policyName: string;
	/** Integrity hash by file. */
	export const filesBeside: Readonly<Record<string, string>>;
}

declare module "segql:handed" {
	/** What this file hands to those beside it that are made of its parts. */
	export const handed: readonly unknown[];
}
