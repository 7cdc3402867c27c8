import { sendKeys } from "@web/test-runner-commands";
import axe from "axe-core";
import { expect } from "chai";
import type { BuilderElement, EditorElement, PreviewElement, StudioElement } from "../../../src/element/define.ts";
import "../../../src/element/define.ts";
import { press } from "../press.ts";

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
	],
} as const;

const profiles = Array.from({ length: 10 }, (_, points) => ({ user_id: `u${points}`, points, country: points > 4 ? "US" : "CA" }));

describe("<segql-studio>", () => {
	let form: HTMLFormElement;
	let studio: StudioElement;
	let told: string[];
	const listen = (event: Event): void => void told.push((event as CustomEvent<{ text: string }>).detail.text);
	const violations: string[] = [];
	document.addEventListener("securitypolicyviolation", (event) => violations.push(`${event.violatedDirective} ${event.sample}`));

	beforeEach(async () => {
		form = document.createElement("form");
		studio = document.createElement("segql-studio");
		studio.editor = "plain";
		studio.catalogue = catalogue;
		studio.profiles = profiles;
		studio.now = 0;
		form.append(studio);
		document.body.append(form);
		told = [];
		document.addEventListener("segql-change", listen);
		await settled();
	});
	afterEach(() => {
		document.removeEventListener("segql-change", listen);
		form.remove();
	});

	async function settled(): Promise<void> {
		await studio.ready;
		await studio.updateComplete;
		for (const part of parts()) await part.updateComplete;
		await studio.updateComplete;
	}
	const find = <T extends HTMLElement>(selector: string): T => studio.renderRoot.querySelector<T>(selector) as T;
	const editor = () => find<EditorElement>("segql-editor");
	const builder = () => find<BuilderElement>("segql-builder");
	const preview = () => find<PreviewElement>("segql-preview");
	const parts = () => [editor(), builder(), preview()].filter((part) => part !== null);
	const area = () => editor().renderRoot.querySelector("textarea") as HTMLTextAreaElement;
	const button = (name: string) =>
		[...studio.renderRoot.querySelectorAll("button")].find(
			({ ariaLabel, innerText }) => ariaLabel === name || innerText.trim() === name,
		) as HTMLButtonElement;
	const radio = (view: string) => find<HTMLInputElement>(`input[value=${view}]`);
	const write = async (text: string): Promise<void> => {
		area().value = text;
		area().dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
		await settled();
	};
	const state = () => find("[part~=saved-state]")?.innerText.trim();

	it("shows one text in all its parts", async () => {
		studio.value = "points > 1\nand country is set";
		await settled();
		expect(area().value).to.equal("points > 1\nand country is set");
		expect(builder().renderRoot.querySelectorAll("[part~=condition]")).to.have.lengthOf(2);
		for (const part of parts()) expect(part.session).to.equal(studio.session);
		expect(preview().value).to.equal(studio.value);
	});

	it("goes on with another session in all its parts", async () => {
		const other = document.createElement("segql-studio");
		other.value = "points > 5";
		studio.session = other.session;
		await settled();
		expect(area().value).to.equal("points > 5");
		for (const part of parts()) expect(part.session).to.equal(other.session);
	});

	it("tells each change once, whoever made it, and none of the host", async () => {
		studio.value = "points > 1";
		await write("points > 2");
		builder().session.edit([{ span: { from: 9, to: 10 }, text: "3" }], { origin: "builder" });
		preview().session.edit([{ span: { from: 9, to: 10 }, text: "4" }], { origin: "preview" });
		studio.session.undo();
		expect(told).to.deep.equal(["points > 2", "points > 3", "points > 4", "points > 3"]);
	});

	describe("its views", () => {
		const shown = () => parts().map(({ localName }) => localName.replace("segql-", ""));

		it("are text, builder, or both, with the preview beside each", async () => {
			expect(shown()).to.deep.equal(["editor", "builder", "preview"]);
			studio.view = "text";
			await studio.updateComplete;
			expect(shown()).to.deep.equal(["editor", "preview"]);
			studio.setAttribute("view", "builder");
			await studio.updateComplete;
			expect([...shown(), radio("builder").checked]).to.deep.equal(["builder", "preview", true]);
			studio.setAttribute("view", "something else");
			await studio.updateComplete;
			expect(shown()).to.deep.equal(["editor", "builder", "preview"]);
		});

		it("are chosen by keyboard, as radio buttons are; the host is told", async () => {
			const views: string[] = [];
			studio.addEventListener("segql-view", ({ detail }) => views.push(detail.view));
			radio("both").focus();
			await sendKeys({ press: "ArrowLeft" });
			await studio.updateComplete;
			expect([studio.view, studio.getAttribute("view")]).to.deep.equal(["builder", "builder"]);
			await sendKeys({ press: "ArrowLeft" });
			await studio.updateComplete;
			expect(views).to.deep.equal(["builder", "text"]);
			expect(studio.shadowRoot?.activeElement).to.equal(radio("text"));
		});

		it("come back with what was written meanwhile", async () => {
			studio.view = "builder";
			await studio.updateComplete;
			studio.session.edit([{ span: { from: 0, to: 0 }, text: "points > 1" }], { origin: "builder" });
			studio.view = "text";
			await settled();
			expect(area().value).to.equal("points > 1");
		});

		const columns: readonly (readonly [view: "text" | "both", width: number, columns: number])[] = [
			["text", 360, 1],
			["text", 1_000, 2],
			["both", 360, 1],
			["both", 800, 2],
			["both", 1_500, 3],
		];
		for (const [view, width, count] of columns) {
			it(`${view} in ${width} pixels has ${count === 1 ? "one column" : `${count} columns`}`, async () => {
				form.style.setProperty("width", `${width}px`);
				studio.view = view;
				await settled();
				expect(getComputedStyle(find(".panes")).gridTemplateColumns.split(" ")).to.have.lengthOf(count);
				expect(studio.scrollWidth).to.be.at.most(width);
			});
		}
	});

	describe("its history", () => {
		it("has two buttons, which can be pressed where there is something to do", async () => {
			expect([button("Undo").disabled, button("Redo").disabled]).to.deep.equal([true, true]);
			await write("points > 1");
			button("Undo").click();
			await settled();
			expect([studio.value, area().value, button("Undo").disabled, button("Redo").disabled]).to.deep.equal(["", "", true, false]);
			button("Redo").click();
			expect(studio.value).to.equal("points > 1");
		});

		it("has its keys everywhere but in fields of the host", async () => {
			const field = document.createElement("input");
			field.slot = "tools";
			field.ariaLabel = "Name";
			studio.append(field);
			await write("points > 1");
			field.focus();
			await press("Control+z");
			expect(studio.value).to.equal("points > 1");
			radio("both").focus();
			await press("Control+z");
			expect(studio.value).to.equal("");
			await press("Control+y");
			expect(studio.value).to.equal("points > 1");
		});
	});

	it("keeps the focus in its tools when there is nothing left to do for the button that was pressed", async () => {
		studio.saved = "points > 1";
		studio.value = "points > 1";
		await write("points  > 12");
		const focused = () => (studio.shadowRoot?.activeElement as HTMLElement | null | undefined)?.innerText.trim() || focusedName();
		const focusedName = () => studio.shadowRoot?.activeElement?.ariaLabel ?? null;
		const said: (string | null)[] = [];
		for (const name of ["Undo", "Redo", "Tidy up", "Back to the saved text"]) {
			button(name).focus();
			await press("Enter");
			await settled();
			said.push(studio.value, focused());
		}
		expect(said).to.deep.equal([...["points > 1", "Redo", "points  > 12", "Undo"], ...["points > 12", "Undo", "points > 1", "Undo"]]);
	});

	it("tidies up, where there is something untidy, as a step of undo", async () => {
		expect(button("Tidy up").disabled).to.equal(true);
		await write('points>1   AND country="US"');
		expect(button("Tidy up").disabled).to.equal(false);
		button("Tidy up").click();
		await settled();
		expect(studio.value).to.equal('points > 1 and country = "US"');
		expect([button("Tidy up").disabled, button("Tidy up").title]).to.deep.equal([true, "There is nothing to tidy up."]);
		studio.session.undo();
		expect(studio.value).to.equal('points>1   AND country="US"');
		await write("points >");
		expect([button("Tidy up").disabled, button("Tidy up").title]).to.deep.equal([true, ""]);
	});

	it("says whether the text is the saved one, and brings that back as a step of undo", async () => {
		expect(state()).to.equal(undefined);
		studio.saved = "points > 1";
		studio.value = "points > 1";
		await settled();
		expect([state(), button("Back to the saved text")]).to.deep.equal(["Saved", undefined]);
		await write("points > 12");
		expect(state()).to.equal("Changed");
		button("Back to the saved text").click();
		await settled();
		expect([studio.value, state()]).to.deep.equal(["points > 1", "Saved"]);
		expect(told).to.deep.equal(["points > 12", "points > 1"]);
		studio.session.undo();
		expect(studio.value).to.equal("points > 12");
	});

	it("has places for the host's own", async () => {
		for (const slot of ["start", "tools", "actions", "footer"]) {
			const own = document.createElement("button");
			own.type = "button";
			own.slot = slot;
			own.textContent = slot;
			studio.append(own);
		}
		await settled();
		for (const own of studio.querySelectorAll("button")) expect(own.getBoundingClientRect().width, own.slot).to.be.greaterThan(0);
	});

	it("hears of other segments in all its parts", async () => {
		studio.segments = {
			find: (name) => (name === "vip" ? { id: "vip", name: "vip", text: "points > 5", active: true } : undefined),
			names: () => ["vip"],
		};
		await write('in segment "vip"');
		expect(studio.session.compiled?.ok).to.equal(true);
		expect(studio.rule).to.be.an("object");
		await write('in segment "vpi"');
		expect(studio.validationMessage).to.include('Did you mean "vip"?');
	});

	describe("as a form control", () => {
		it("is sent, required, and reset", async () => {
			studio.name = "who";
			studio.required = true;
			expect(form.checkValidity()).to.equal(false);
			studio.defaultValue = "points > 1";
			expect(new FormData(form).get("who")).to.equal("points > 1");
			await write("points > 2");
			form.reset();
			await settled();
			expect([studio.value, area().value]).to.deep.equal(["points > 1", "points > 1"]);
		});

		it("shows what is wrong at its text, in the view that is seen", async () => {
			studio.required = true;
			await settled();
			expect(studio.reportValidity()).to.equal(false);
			expect(editor().shadowRoot?.activeElement).to.equal(area());
			studio.view = "builder";
			await settled();
			expect(studio.reportValidity()).to.equal(false);
			expect(studio.shadowRoot?.activeElement).to.equal(builder());
		});

		describe("with a field of its builder that holds what the text could not take", () => {
			const field = () => builder().renderRoot.querySelector("input[part~=value]") as HTMLInputElement;
			const refuse = async (): Promise<void> => {
				field().focus();
				field().select();
				await sendKeys({ type: "12abc" });
				await press("Tab");
				await settled();
			};
			const says = () => [studio.validity.badInput, studio.validationMessage, form.checkValidity(), studio.matches(":state(invalid)")];
			const bad = [true, "Write a number, for example 12 or 9.5.", false, true];
			const good = [false, "", true, false];
			let sent: unknown[];

			beforeEach(async () => {
				studio.name = "who";
				studio.value = "points > 1";
				sent = [];
				form.addEventListener("submit", (event) => {
					event.preventDefault();
					sent.push(new FormData(form).get("who"));
				});
				await settled();
			});

			it("is not sent, and the focus goes to the field", async () => {
				await refuse();
				expect([studio.value, ...says()]).to.deep.equal(["points > 1", ...bad]);
				area().focus();
				form.requestSubmit();
				expect([sent, document.activeElement === studio, builder().shadowRoot?.activeElement === field()]).to.deep.equal([[], true, true]);
				await press("Backspace", "Backspace", "Backspace");
				expect([studio.value, ...says()]).to.deep.equal(["points > 12", ...good]);
				form.requestSubmit();
				expect(sent).to.deep.equal(["points > 12"]);
			});

			it("is sent again once that value is written in the text, and its host hears of it with the change", async () => {
				await refuse();
				const heard: unknown[] = [];
				studio.addEventListener("segql-change", () => heard.push(...says()));
				await write("points > 2");
				expect([heard, field().value, ...says()]).to.deep.equal([good, "2", ...good]);
				await refuse();
				button("Undo").click();
				expect([studio.value, ...says()]).to.deep.equal(["points > 1", ...good]);
			});

			it("is sent where only its text is seen, and the builder comes back with what that says", async () => {
				await refuse();
				studio.view = "text";
				await settled();
				expect(says()).to.deep.equal(good);
				studio.view = "both";
				await settled();
				expect([field().value, ...says()]).to.deep.equal(["1", ...good]);
			});

			it("is sent after a reset, and with another session", async () => {
				studio.defaultValue = "points > 1";
				await refuse();
				form.reset();
				expect(says()).to.deep.equal(good);
				await settled();
				expect(field().value).to.equal("1");
				await refuse();
				expect(says()).to.deep.equal(bad);
				const other = document.createElement("segql-studio");
				other.value = "points > 5";
				studio.session = other.session;
				await settled();
				expect([field().value, ...says()]).to.deep.equal(["5", ...good]);
			});

			it("is sent once the field is folded away, also where nobody asks", async () => {
				const control = (name: string) => builder().renderRoot.querySelector(`.row [data-key$="/${name}"]`) as HTMLTextAreaElement;
				control("more").click();
				await settled();
				control("as-text").focus();
				control("as-text").select();
				await sendKeys({ type: "(points" });
				control("more").focus();
				await settled();
				expect([studio.value, studio.matches(":invalid")]).to.deep.equal(["points > 1", true]);
				control("more").click();
				await settled();
				expect(studio.matches(":invalid")).to.equal(false);
			});

			it("leaves the other parts as they are", async () => {
				await refuse();
				expect([editor().matches(":state(invalid)"), builder().matches(":state(invalid)")]).to.deep.equal([false, true]);
				expect((await axe.run(studio, { resultTypes: ["violations"] })).violations.map(({ id }) => id)).to.deep.equal([]);
			});
		});

		it("read only, no part of it changes the text", async () => {
			studio.value = "points > 1";
			await settled();
			studio.readOnly = true;
			await settled();
			expect([area().readOnly, state(), button("Tidy up").disabled]).to.deep.equal([true, "Read only", true]);
			const controls = [...builder().renderRoot.querySelectorAll("input, select, button")];
			expect(controls.length).to.be.greaterThan(3);
			expect(controls.filter((control) => !control.matches(":disabled"))).to.deep.equal([]);
			studio.readOnly = false;
			await settled();
			expect(area().readOnly).to.equal(false);
			await write("points > 2");
			expect(studio.value).to.equal("points > 2");
		});

		it("disabled, nothing in it is reached", async () => {
			await write("points > 1");
			studio.disabled = true;
			await settled();
			area().focus();
			button("Undo").focus();
			expect(document.activeElement).to.equal(document.body);
			expect(studio.value).to.equal("points > 1");
		});
	});

	it("says a thing once to screen readers, whichever part it is that says it", async () => {
		const said: string[] = [];
		const observers = parts().map((part) => {
			const region = part.renderRoot.querySelector("[role=status].only-spoken") as HTMLElement;
			const observer = new MutationObserver(() => said.push(region.innerText.trim()));
			observer.observe(region, { childList: true, subtree: true, characterData: true });
			return observer;
		});
		expect(observers).to.have.lengthOf(3);
		const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1_300));
		await write("pints > 1");
		await pause();
		expect(said).to.deep.equal(['1 error. There is no field "pints". Did you mean "points"?']);
		studio.view = "builder";
		await settled();
		studio.session.edit([{ span: { from: 8, to: 9 }, text: "22" }], { origin: "builder" });
		await pause();
		expect(said.splice(0)).to.deep.equal([
			'1 error. There is no field "pints". Did you mean "points"?',
			"Not up to date: the text has errors. Mend them to see a count.",
		]);
		studio.view = "both";
		studio.catalogue = { fields: [{ name: "points", type: "figures" as never }] };
		await pause();
		expect(said.filter((sentence) => sentence.includes("figures"))).to.have.lengthOf(1);
		for (const observer of observers) observer.disconnect();
	});

	it("speaks the language of its place, in all its parts, from right to left too", async () => {
		form.lang = "ar";
		// Each part loads words of its own.
		const speak = () => button("تراجع") && parts().every(({ localized }) => localized.formats.language === "ar");
		while (!speak()) await new Promise((resolve) => setTimeout(resolve, 10));
		expect(find(".studio").dir).to.equal("rtl");
		expect(editor().localized.formats.language).to.equal("ar");
		expect(builder().localized.formats.language).to.equal("ar");
		form.lang = "de";
		while (!button("Rückgängig")) await new Promise((resolve) => setTimeout(resolve, 10));
		expect(find(".studio").dir).to.equal("ltr");
	});

	it("takes words of the host, for itself and for its parts", async () => {
		studio.words = { undo: "Take back" };
		studio.editorWords = { label: "Who gets the letter" };
		await settled();
		expect(button("Take back").ariaLabel).to.equal("Take back");
		expect(editor().renderRoot.querySelector("label")?.innerText).to.equal("Who gets the letter");
		studio.label = "Who is it";
		await settled();
		expect(editor().renderRoot.querySelector("label")?.innerText).to.equal("Who is it");
	});

	it("its buttons are large enough to hit", async () => {
		studio.saved = "points > 1";
		await settled();
		for (const each of studio.renderRoot.querySelectorAll<HTMLElement>(".toolbar button, .views label")) {
			const { width, height } = each.getBoundingClientRect();
			expect(Math.min(width, height), each.innerText).to.be.at.least(24);
		}
	});

	for (const scheme of ["light", "dark"]) {
		for (const view of ["text", "builder", "both"] as const) {
			it(`has no fault that axe knows: ${view}, ${scheme}`, async () => {
				document.documentElement.style.setProperty("color-scheme", scheme);
				document.documentElement.style.setProperty("background", scheme === "dark" ? "#171a1f" : "#ffffff");
				const faults = async () =>
					(await axe.run(studio, { resultTypes: ["violations"] })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
				try {
					studio.view = view;
					studio.saved = "points > 0";
					studio.value = 'points > 1 and (country in ("US", "CA") or country is missing)';
					await settled();
					expect(await faults()).to.deep.equal([]);
					studio.value = "pints > 1 and points > many";
					await settled();
					expect(await faults()).to.deep.equal([]);
					studio.readOnly = true;
					await settled();
					expect(await faults()).to.deep.equal([]);
				} finally {
					document.documentElement.removeAttribute("style");
				}
			});
		}
	}

	it("never broke the strict policy", () => {
		expect(violations).to.deep.equal([]);
	});
});
