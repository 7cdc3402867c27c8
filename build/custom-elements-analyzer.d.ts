// The analyzer publishes no types of its own.
declare module "@custom-elements-manifest/analyzer/cli.js" {
	/** Does what the words say; returns the manifest. */
	export function cli(options: { readonly argv: readonly string[]; readonly cwd: string; readonly noWrite: boolean }): Promise<unknown>;
}
