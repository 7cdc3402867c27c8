// What tools read about our elements, made from their sources and doc comments: a custom-elements manifest, and from that the data of VS Code and
// of JetBrains' editors. Part of `npm run build`.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cli } from "@custom-elements-manifest/analyzer/cli.js";
import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { generateVsCodeCustomElementData } from "custom-element-vs-code-integration";
import type { CssPart, CustomElement, CustomElementDeclaration, Package } from "custom-elements-manifest/schema.d.ts";

const root = join(import.meta.dirname, "..");

/** Writes `custom-elements.json`, `vscode.html-custom-data.json`, `vscode.css-custom-data.json` and `web-types.json` to a folder. */
export async function writeElementData(folder: string): Promise<Package> {
	const manifest = published(await analyse());
	// Their types of manifests are narrower than what they read.
	const input = manifest as unknown as Parameters<typeof generateVsCodeCustomElementData>[0];
	writeFileSync(join(folder, "custom-elements.json"), `${JSON.stringify(manifest, null, "\t")}\n`);
	generateVsCodeCustomElementData(input, {
		...{ outdir: folder, htmlFileName: "vscode.html-custom-data.json", cssFileName: "vscode.css-custom-data.json", hideLogs: true },
	});
	// It would also write the path of the file to package.json, where it stands already.
	generateJetBrainsWebTypes(input as unknown as Parameters<typeof generateJetBrainsWebTypes>[0], {
		outdir: folder,
		packageJson: false,
		hideLogs: true,
	});
	return manifest;
}

async function analyse(): Promise<Package> {
	const argv = ["analyze", "--config", "build/custom-elements-manifest.config.js"];
	return (await cli({ argv, cwd: root, noWrite: true })) as Package;
}

/** Elements only, with what hosts may use; paths are those of the built files. */
function published({ schemaVersion, modules }: Package): Package {
	const partsInside = partsOfParts(modules);
	return {
		schemaVersion,
		modules: modules.flatMap((module) => {
			const elements =
				module.declarations?.filter((declaration) => "tagName" in declaration && declaration.tagName?.startsWith("segql-")) ?? [];
			if (elements.length === 0) return [];
			const path = `dist/${module.path.replace(/\.ts$/, ".js")}`;
			const declarations = elements.map((element) => withPublicMembers(element as ElementDeclaration, partsInside));
			const exports = declarations.flatMap(({ name, tagName }) => [
				{ kind: "js" as const, name, declaration: { name, module: path } },
				{ kind: "custom-element-definition" as const, name: String(tagName), declaration: { name, module: path } },
			]);
			return [{ ...module, path, declarations, exports }];
		}),
	};
}

type ElementDeclaration = CustomElementDeclaration & CustomElement;

/** The parts of the other elements, as the studio exports them. */
function partsOfParts(modules: Package["modules"]): readonly CssPart[] {
	const declarations = modules.flatMap(({ declarations = [] }) =>
		declarations.flatMap((each) => (each.kind === "class" ? [each as ElementDeclaration] : [])),
	);
	return ["editor", "builder", "preview"].flatMap((part) => {
		const { cssParts = [] } = declarations.find(({ tagName }) => tagName === `segql-${part}`) ?? {};
		return cssParts.map(({ name, description }) => ({ name: `${part}-${name}`, description: `In the ${part}: ${description}` }));
	});
}

function withPublicMembers(element: ElementDeclaration, partsInside: readonly CssPart[]): ElementDeclaration {
	const members = (element.members ?? []).filter(({ privacy, name, ...rest }) => {
		const isOwn = privacy === undefined || privacy === "public";
		return isOwn && !name.startsWith("#") && !("static" in rest && rest.static) && !lifeCycle.has(name);
	});
	const events = (element.events ?? []).filter(({ name }) => name.startsWith("segql-"));
	return {
		...element,
		members: members.map(withoutOrigin),
		attributes: element.attributes?.map(withoutOrigin) ?? [],
		events: events.map(withoutOrigin),
		cssParts: [...(element.cssParts ?? []), ...(element.tagName === "segql-studio" ? partsInside : [])],
	};
}

/** Which class of ours it comes from is not the hosts' business. */
function withoutOrigin<Described extends { readonly inheritedFrom?: unknown }>({
	inheritedFrom: _,
	...described
}: Described): Omit<Described, "inheritedFrom"> {
	return described;
}

/** What browsers and Lit call. */
const lifeCycle: ReadonlySet<string> = new Set([
	...["formAssociatedCallback", "formDisabledCallback", "formResetCallback", "formStateRestoreCallback"],
	...["connectedCallback", "disconnectedCallback", "attributeChangedCallback", "localized", "textTarget", "isDisabled"],
]);
