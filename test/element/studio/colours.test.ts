// The studio in the colours that people choose: light, dark, and those that the system forces, in each of its states.
import { executeServerCommand } from "@web/test-runner-commands";
import axe from "axe-core";
import { expect } from "chai";
import type { BuilderElement, EditorElement, PreviewElement, StudioElement } from "../../../src/element/define.ts";
import "../../../src/element/define.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { press } from "../press.ts";

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "plan", type: "text", options: ["free", "pro"] },
		{ name: "points", type: "number" },
		{ name: "seen_at", type: "datetime" },
		{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
	],
} as const;

const profiles = Array.from({ length: 60 }, (_, points) => ({ user_id: `u${points}`, points, country: points > 4 ? "US" : "CA" }));

const text = [
	"# Above",
	'country in ("US", "CA") ignoring case # behind',
	'and "much": not points > 3',
	"and (points > 1 or seen_at in last 30 days or seen_at before 2026-05-01)",
	"and any orders (total > 5)",
	"# and points > 9",
].join("\n");

/** Answers nothing. */
const silent: AnsweringSource = new Proxy({} as AnsweringSource, {
	get: (_, name) => (name === "subscribe" ? () => () => undefined : () => new Promise(() => undefined)),
});

/** Colours that the system forces are known of Chromium only: the others cannot be told to have them. */
const canForce = navigator.userAgent.includes("Chrome/");

const looks = [
	{ name: "light", scheme: "light", isForced: false },
	{ name: "dark", scheme: "dark", isForced: false },
	...(canForce
		? [
				{ name: "forced colours", scheme: "light", isForced: true },
				{ name: "dark forced colours", scheme: "dark", isForced: true },
			]
		: []),
];

for (const { name, scheme, isForced } of looks) {
	describe(`<segql-studio> in ${name}`, () => {
		let studio: StudioElement;
		before(async () => {
			document.documentElement.style.setProperty("color-scheme", scheme);
			document.body.style.setProperty("background", "Canvas");
			if (!isForced) return;
			const features = { "forced-colors": "active", "prefers-color-scheme": scheme };
			expect(await executeServerCommand("set-colours", features)).to.equal(true);
			for (const [feature, value] of Object.entries(features)) {
				expect(matchMedia(`(${feature}: ${value})`).matches, `${feature}: ${value}`).to.equal(true);
			}
		});
		after(async () => {
			if (isForced) await executeServerCommand("set-colours", {});
			document.documentElement.removeAttribute("style");
			document.body.removeAttribute("style");
		});
		beforeEach(() => {
			studio = document.createElement("segql-studio");
			Object.assign(studio, { catalogue, now: 0, saved: "points > 1" });
		});
		afterEach(() => studio.remove());

		const editor = () => studio.renderRoot.querySelector("segql-editor") as EditorElement;
		const builder = () => studio.renderRoot.querySelector("segql-builder") as BuilderElement;
		const preview = () => studio.renderRoot.querySelector("segql-preview") as PreviewElement;
		const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
		async function show(properties: object): Promise<void> {
			Object.assign(studio, properties);
			document.body.append(studio);
			await studio.ready;
			await studio.updateComplete;
			for (const part of [editor(), builder(), preview()]) await part.updateComplete;
			for (let tries = 0; tries < 200 && studio.editor !== "plain" && editor().surface === "plain"; tries++) await wait(20);
			await wait(250);
		}
		async function expectNoFault(): Promise<void> {
			const { violations } = await axe.run(studio, {
				runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
				rules: { region: { enabled: false } },
			});
			expect(
				violations.map(
					({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`).join("\n")}`,
				),
			).to.deep.equal([]);
		}

		it("has no fault that axe knows: empty, without fields, without profiles", async () => {
			await show({ value: "", profiles });
			await expectNoFault();
			studio.catalogue = undefined;
			studio.value = text;
			await wait(100);
			await expectNoFault();
			studio.catalogue = catalogue;
			studio.profiles = [];
			await wait(200);
			await expectNoFault();
		});

		it("has no fault that axe knows: valid, with each panel of the preview", async () => {
			await show({ value: text, profiles });
			for (const panel of ["conditions", "values", "profiles", "why", "changes", "quality"] as const) {
				preview().panel = panel;
				await wait(250);
				await expectNoFault();
			}
		});

		it("has no fault that axe knows: with errors, counting, and when nobody answers", async () => {
			await show({ value: 'pints > 1 and points > "x" and country = ?', profiles });
			await expectNoFault();
			studio.profiles = silent;
			studio.value = text;
			await wait(400);
			expect(studio.session.counts.kind).to.equal("computing");
			await expectNoFault();
			studio.profiles = { ...silent, preview: () => Promise.reject(new Error("Offline.")) } as AnsweringSource;
			await wait(200);
			expect(studio.session.counts.kind).to.equal("failed");
			await expectNoFault();
		});

		it("has no fault that axe knows: with a list of choices, more of a row, read only, and disabled", async () => {
			await show({ value: text, profiles });
			const inBuilder = (selector: string): HTMLElement => builder().renderRoot.querySelector<HTMLElement>(selector) as HTMLElement;
			inBuilder("[data-key$='/subject']").click();
			await builder().updateComplete;
			expect(builder().renderRoot.querySelectorAll("[role=option]").length).to.be.greaterThan(3);
			inBuilder("[data-key$='/subject']").dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
			await expectNoFault();
			inBuilder("[data-key$='/more']").click();
			inBuilder("[data-key$='/more-up']")?.click();
			await wait(100);
			inBuilder("[data-key$='/more-up']").click();
			await wait(100);
			await expectNoFault();
			studio.readOnly = true;
			await wait(100);
			await expectNoFault();
			studio.disabled = true;
			await wait(100);
			await expectNoFault();
		});

		if (isForced) {
			it("shows which buttons do nothing now", async () => {
				await show({ value: "points >= 0", profiles });
				preview().panel = "profiles";
				await wait(250);
				const colours = [...preview().renderRoot.querySelectorAll<HTMLElement>(".pager button")].map((button) => [
					button.innerText,
					getComputedStyle(button).color,
				]);
				const colourOf = (name: string): string => {
					const probe = document.createElement("span");
					probe.style.setProperty("color", name);
					document.body.append(probe);
					const { color } = getComputedStyle(probe);
					probe.remove();
					return color;
				};
				const [off, on] = [colourOf("GrayText"), colourOf("ButtonText")];
				expect(off).to.not.equal(on);
				expect(colours).to.deep.equal([
					["First", off],
					["Previous", off],
					["Next", on],
					["Last", on],
				]);
			});
		}

		it("shows which control has focus", async () => {
			await show({ value: text, profiles, editor: "plain" });
			const seen = new Set<string>();
			(studio.renderRoot.querySelector("input[type=radio]") as HTMLElement).focus();
			for (let presses = 0; presses < 60; presses++) {
				await press("Tab");
				let active: Element | null = document.activeElement;
				while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
				if (!active || active === document.body) break;
				const ringed = active.matches("input[type=radio]") ? (active.nextElementSibling as Element) : active;
				const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
				const around = getComputedStyle(active.closest(".surface") ?? ringed);
				const isSeen = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || around.outlineStyle !== "none";
				expect(isSeen, `${active.outerHTML.slice(0, 200)} has ${outlineStyle} ${outlineWidth} ${outlineColor}`).to.equal(true);
				seen.add(active.localName);
			}
			expect([...seen]).to.include.members(["input", "select", "button", "textarea"]);
		});
	});
}
