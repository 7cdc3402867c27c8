// What bundle-elements.ts knows when the files beside are built.
declare module "segql:built" {
	/** As hosts name it in `trusted-types`. */
	export const policyName: string;
	/** Integrity hash by file. */
	export const filesBeside: Readonly<Record<string, string>>;
	/** What this file hands to those beside it, by the path of the source. */
	export const modules: Readonly<Record<string, unknown>>;
}
