// What a host's style sheet reaches through the studio.
import { expect } from "chai";
import type { PreviewElement, StudioElement } from "../../../src/element/define.ts";
import "../../../src/element/define.ts";
import { partsOf } from "../../../src/element/studio/exported-parts.ts";

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "seen_at", type: "datetime" },
	],
} as const;

const text = [
	"# Above",
	'country in ("US", "CA") # behind',
	'and "much": not points > 3',
	"and (points > 1 or seen_at in last 30 days)",
	"# and points > 9",
	'and in segment "vip"',
	"and whatever this is",
	"",
	"# A note",
].join("\n");

describe("<segql-studio>: parts of its parts", () => {
	let studio: StudioElement;
	let sheet: CSSStyleSheet;
	beforeEach(async () => {
		sheet = new CSSStyleSheet();
		document.adoptedStyleSheets.push(sheet);
		studio = document.createElement("segql-studio");
		Object.assign(studio, { editor: "plain", catalogue, now: 0, saved: "points > 1" });
		studio.profiles = Array.from({ length: 120 }, (_, points) => ({ user_id: `u${points}`, points }));
		studio.value = "points > 4";
		document.body.append(studio);
		await settled();
	});
	afterEach(() => {
		studio.remove();
		document.adoptedStyleSheets.pop();
	});

	const parts = () => [...studio.renderRoot.querySelectorAll<StudioElement>("segql-editor, segql-builder, segql-preview")];
	async function settled(): Promise<void> {
		await studio.ready;
		await studio.updateComplete;
		for (const part of parts()) await part.updateComplete;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	const inPart = (name: string, selector: string): Element => {
		const found = studio.renderRoot.querySelector(`segql-${name}`)?.shadowRoot?.querySelector(selector);
		if (!found) throw new Error(`There is no ${selector} in the ${name}.`);
		return found;
	};

	it("are styled by a page's style sheet, under the name of the part before their own", async () => {
		sheet.replaceSync(`
			segql-studio::part(builder-row) { outline: 3px solid rgb(1, 2, 3); }
			segql-studio::part(builder-marked) { outline-color: rgb(4, 5, 6); }
			segql-studio::part(editor-surface) { border-radius: 21px; }
			segql-studio::part(preview-count) { letter-spacing: 7px; }
			segql-studio::part(toolbar) { letter-spacing: 5px; }
			segql-studio::part(count) { letter-spacing: 9px; }
		`);
		expect(getComputedStyle(inPart("builder", "[part~=row]")).outlineColor).to.equal("rgb(1, 2, 3)");
		studio.session.select({ from: 2, to: 2 }, "editor");
		await settled();
		expect(getComputedStyle(inPart("builder", "[part~=row]")).outlineColor).to.equal("rgb(4, 5, 6)");
		expect(getComputedStyle(inPart("editor", "[part=surface]")).borderRadius).to.equal("21px");
		expect(getComputedStyle(inPart("preview", "[part=count]")).letterSpacing).to.equal("7px");
		expect(getComputedStyle(studio.renderRoot.querySelector("[part=toolbar]") as Element).letterSpacing).to.equal("5px");
	});

	it("are all reached, in whatever state they are", async () => {
		const rules = (["editor", "builder", "preview"] as const).flatMap((part) =>
			partsOf(part).map((name) => `segql-studio::part(${part}-${name}) { --reached-${name}: yes; }`),
		);
		sheet.replaceSync(rules.join("\n"));
		const seen = new Set<string>();
		const look = async (): Promise<void> => {
			await settled();
			const missed = parts().flatMap((part) =>
				[...(part.shadowRoot?.querySelectorAll("[part]") ?? [])].flatMap((each) =>
					[...each.part]
						.filter((name) => name !== "" && seen.add(`${part.localName} ${name}`))
						.filter((name) => getComputedStyle(each).getPropertyValue(`--reached-${name}`) !== "yes")
						.map((name) => `${part.localName} ${name}`),
				),
			);
			expect(missed).to.deep.equal([]);
		};
		await look();
		for (const [tab, shown] of [
			["values", "[part=chart]"],
			["profiles", "[part~=last]"],
			["why", "[part=user-id]"],
			["changes", "[part=table]"],
			["quality", "[part=panel] *"],
		] as const) {
			const preview = studio.renderRoot.querySelector("segql-preview") as PreviewElement;
			preview.panel = tab;
			const found = (): boolean => preview.renderRoot.querySelector(shown) !== null;
			for (let tries = 0; tries < 200 && !found(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
			expect(found(), `${tab} ${preview.renderRoot.querySelector("[part=panel]")?.innerHTML}`).to.equal(true);
			await look();
		}
		studio.value = text;
		studio.session.select({ from: 12, to: 12 }, "editor");
		await look();
		expect(seen.size).to.be.greaterThan(50);
	});
});
