// Runs in a page of its own origin: a value filter is typed key by key, and each key is timed to the count that it leads to.
import { compile } from "../../src/compile.ts";
import { PreviewElement } from "../../src/element/preview/preview-element.ts";
import { profilesFromRows } from "../../src/element/session/rows-source.ts";
import { toCatalogueFile } from "../../src/fields/catalogue-file.ts";
import { openProfiles } from "../../src/worker/index.ts";
import { benchCatalogue, profileLinesOf, timeZone } from "./columns-profiles.ts";

export type Where = "worker" | "rows";

export interface Keystrokes {
	/** Milliseconds from each key to its count in the document. */
	readonly counted: readonly number[];
	/** The same to the frame after it. */
	readonly painted: readonly number[];
	/** Of the last text, by going through the profiles one by one. */
	readonly isRight: boolean;
}

const catalogue = benchCatalogue();
const [before, after] = ['country in ("US", "CA") and points >= ', " and opted_in"];

let element: PreviewElement | undefined;
let rows: readonly unknown[] = [];

function* indices(count: number): Generator<number> {
	for (let index = 0; index < count; index++) yield index;
}

async function counted(version: number): Promise<void> {
	if (!element) throw new Error("Call prepare first.");
	const { session } = element;
	while (session.counts.kind !== "exact" || session.counts.counted.version !== version) {
		await new Promise<void>((resolve) => {
			const end = session.subscribe(({ kind }) => {
				if (kind !== "counts") return;
				end();
				resolve();
			});
		});
		if (session.counts.kind === "failed") throw new Error(session.counts.message);
	}
	await element.updateComplete;
}

const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

export const keystrokePage = {
	/** Opens the profiles and counts once. */
	async prepare(where: Where, count: number): Promise<void> {
		rows = Array.from(profileLinesOf(indices(count)), (line): unknown => JSON.parse(line));
		const input = toCatalogueFile(catalogue);
		if (!customElements.get("segql-preview")) customElements.define("segql-preview", PreviewElement);
		element = document.createElement("segql-preview") as PreviewElement;
		element.catalogue = input;
		element.now = 0;
		if (where === "rows") element.profiles = profilesFromRows(rows, input);
		else {
			const profiles = await openProfiles("keystrokes", { catalogue: input, timeZone });
			if (profiles.where !== "worker") throw profiles.workerProblem;
			await profiles.refresh({ kind: "iterable", profiles: rows });
			element.profiles = profiles;
		}
		element.value = `${before}5${after}`;
		document.body.append(element);
		await element.ready;
		await counted(element.session.version);
	},

	/** Types numbers of three digits and takes them away again, so that every key leaves a text that can be counted. */
	async type(numbers: readonly number[]): Promise<Keystrokes> {
		if (!element) throw new Error("Call prepare first.");
		const { session } = element;
		const times: { counted: number; painted: number }[] = [];
		const key = async (from: number, to: number, text: string): Promise<void> => {
			const began = performance.now();
			session.edit([{ span: { from, to }, text }], { origin: "editor", typedAt: began });
			await counted(session.version);
			const ended = performance.now();
			await frame();
			times.push({ counted: ended - began, painted: performance.now() - began });
			// People take longer than that between two keys.
			await new Promise((resolve) => setTimeout(resolve, 30));
		};
		for (const number of numbers) {
			const digits = String(number);
			const at = before.length;
			for (let length = 2; length <= digits.length; length++) {
				if (length === 2) await key(at, at + 1, digits.slice(0, 2));
				else await key(at + length - 1, at + length - 1, digits.slice(length - 1, length));
			}
			await key(at, at + digits.length, digits.slice(0, 1));
		}
		return {
			counted: times.map((time) => time.counted),
			painted: times.map((time) => time.painted),
			isRight: countOf(session.text) === shownCount(),
		};
	},
};

function shownCount(): number {
	const counts = element?.session.counts;
	return counts?.kind === "exact" ? counts.counted.preview.count : -1;
}

function countOf(text: string): number {
	const compiled = compile(text, { catalogue, now: 0 });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	const { segment } = compiled;
	return rows.reduce<number>((count, row) => count + (segment.test(row) ? 1 : 0), 0);
}

export type KeystrokePage = typeof keystrokePage;
