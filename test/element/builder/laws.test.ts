// The laws of controls on texts of all layouts: whatever is pressed, the text changes by one step that can be taken back unit by unit, and what
// is drawn afterwards is what the text says; a refusal changes nothing and says why.
import { expect } from "chai";
import fc from "fast-check";
import { documentOf } from "../../../src/document/document-of.ts";
import type { Row } from "../../../src/document/row.ts";
import { laidOutText } from "../../document/arbitrary-layout.ts";
import { wordSoup } from "../../document/word-soup.ts";
import { runs } from "../../properties/runs.ts";
import { type BuilderPage, builderPage } from "./builder-page.ts";

describe("<segql-builder>: laws", () => {
	let page: BuilderPage;
	before(async () => {
		page = await builderPage("");
	});
	after(() => page.remove());

	/** All that can be pressed or chosen, but for what only unfolds. */
	const controls = (): readonly HTMLElement[] =>
		page.all("button[data-key], select[data-key]").filter((each) => !/\/(?:more|whole)$/.test(each.dataset.key ?? ""));

	async function act(control: HTMLElement, choice: number): Promise<void> {
		control.focus();
		if (control instanceof HTMLSelectElement) {
			control.selectedIndex = choice % control.options.length;
			control.dispatchEvent(new Event("change", { bubbles: true }));
		} else control.click();
		await page.drawn();
	}

	async function expectLaws(text: string, presses: readonly (readonly [control: number, choice: number])[]): Promise<void> {
		const { element } = page;
		element.value = `${text} `;
		element.value = text;
		await page.drawn();
		for (const [index, choice] of presses) {
			const all = controls();
			const control = all[index % all.length] as HTMLElement;
			const before = page.text();
			const what = `${control.dataset.key} ${control.getAttribute("aria-label") ?? control.innerText}\n${before}`;
			const { session } = element;
			const { version } = session;
			await act(control, choice);
			const after = page.text();
			const both = `${what}\n=>\n${after}`;
			if (after === before) {
				expect(session.version, both).to.equal(version);
			} else {
				expect(session.version, both).to.equal(version + 1);
				session.undo();
				expect(page.text(), both).to.equal(before);
				session.redo();
				expect(page.text(), both).to.equal(after);
				await page.drawn();
			}
			const refusals = page.all(".refusal").map((each) => each.innerText);
			for (const reason of refusals) expect(reason, both).to.match(/^[A-Z].*[.]$/);
			if (refusals.length > 0) expect(after, both).to.equal(before);
			expectDrawn(both);
		}
	}

	/** Every row of the text is drawn once, in its order, within its group. */
	function expectDrawn(shown: string): void {
		const { rows } = page.element.session;
		const told = (row: Row, depth: number): readonly string[] => [
			`${depth} ${row.kind}`,
			...row.children.flatMap((child) => told(child, depth + 1)),
		];
		const drawn = page.all("[data-row]").map((each) => {
			let depth = 0;
			for (let at = each.parentElement?.closest("[data-row]"); at; at = at.parentElement?.closest("[data-row]")) depth++;
			const kind = each.dataset.root === undefined ? each.classList[1] : "group";
			return `${depth} ${kind}`;
		});
		expect(drawn, shown).to.deep.equal(told(documentOf(page.text()).root, 0));
		expect(
			page.all("[data-row]").map((each) => Number(each.dataset.row)),
			shown,
		).to.deep.equal([...(rows?.places.keys() ?? [])]);
	}

	const presses = fc.array(fc.tuple(fc.nat(1_000), fc.nat(50)), { minLength: 1, maxLength: 4 });

	it("hold for texts without mistakes", async () => {
		await fc.assert(
			fc.asyncProperty(laidOutText, presses, ({ text }, what) => expectLaws(text, what)),
			{ numRuns: runs(120), endOnFailure: true },
		);
	});

	it("hold for any text", async () => {
		await fc.assert(
			fc.asyncProperty(wordSoup, presses, (text, what) => expectLaws(text, what)),
			{ numRuns: runs(120), endOnFailure: true },
		);
	});
});
