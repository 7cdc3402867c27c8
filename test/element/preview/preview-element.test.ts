// What a person sees of a count and its conditions, in every state, and can do with keys.
import { sendKeys } from "@web/test-runner-commands";
import { expect } from "chai";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { expectAccessible, people, type Stage, source, stage, until, violations, wait } from "./stage.ts";

/** A source whose previews are answered by hand; everything else as it is. */
function byHand(real: AnsweringSource): AnsweringSource & { readonly waiting: { go(): void; fail(error: Error): void }[] } {
	const waiting: { go(): void; fail(error: Error): void }[] = [];
	return {
		...real,
		waiting,
		preview: (about, options, asked) =>
			new Promise((resolve, reject) => {
				waiting.push({ go: () => resolve(real.preview(about, options, asked)), fail: reject });
			}),
	};
}

describe("<segql-preview>", () => {
	let shown: Stage | undefined;
	const show = async (...given: Parameters<typeof stage>): Promise<Stage> => {
		shown = await stage(...given);
		return shown;
	};
	afterEach(() => {
		shown?.element.remove();
		document.documentElement.lang = "en";
		expect(violations).to.deep.equal([]);
	});

	for (const [language, widest] of [
		["en", "Left after it"],
		["de", "Danach übrig"],
	] as const) {
		it(`shows counts beside their bars, all of it, where there is little width: ${language}`, async () => {
			document.documentElement.lang = language;
			const { element, all, open, settled, words } = await show({
				text: 'country in ("US", "CA", "GB", "a country with a long name") and points >= 20 and opted_in',
				set: { saved: "points > 1", compareWith: [{ name: "Those with a few points more than that", text: "points < 90" }] },
			});
			element.style.setProperty("inline-size", "300px");
			await settled();
			expect(words("thead th")).to.include(widest);
			for (const panel of ["conditions", "values", "changes", "overlap"]) {
				await open(panel);
				if (panel === "values") {
					const field = all("select")[0] as HTMLSelectElement;
					field.value = "country";
					field.dispatchEvent(new Event("change"));
					await settled();
				}
				const table = all("table.steps")[0] as HTMLElement;
				const { left, right } = (table.parentElement as HTMLElement).getBoundingClientRect();
				expect(Math.round(right - left), panel).to.equal(300);
				const boxes = all("table.steps :is(th, td, .bar, .code, button)").map((each) => [each, each.getBoundingClientRect()] as const);
				const cut = boxes.filter(([, box]) => box.width > 0 && (box.left < left - 1 || box.right > right + 1));
				expect(
					cut.map(([each]) => each.outerHTML),
					panel,
				).to.deep.equal([]);
				for (const bar of all("table.steps .bar")) expect(bar.getBoundingClientRect().width, panel).to.be.at.least(50);
			}
			await expectAccessible(element);
		});
	}

	it("says in every panel that was not opened before why nothing is in it while the text has errors", async () => {
		const { element, words, inside } = await show({
			text: "points >=",
			set: { saved: "points > 1", compareWith: [{ name: "Few", text: "points < 9" }] },
		});
		await until(() => element.session.counts.kind === "stale", "stale");
		await element.updateComplete;
		for (const panel of ["values", "profiles", "changes", "overlap", "quality"] as const) {
			inside(`#tab-${panel}`).click();
			await element.updateComplete;
			await until(() => words(".answer").length > 0, "the panel");
			expect(words(".answer"), panel).to.deep.equal(["The text has errors: mend them to see this."]);
		}
	});

	it("counts, with the share and the state in words", async () => {
		const { words, settled, element, inside } = await show({ profiles: source(100) });
		const told = new Promise((resolve) =>
			element.addEventListener("segql-count", (event) => resolve((event as CustomEvent).detail), { once: true }),
		);
		await settled();
		// 50 to 99, without those whose points are a word: 55, 62, 69, 76, 83, 90, 97
		expect(words("[part=count]")).to.deep.equal(["43"]);
		expect(words("[part=share]")).to.deep.equal(["of 100 profiles · 43.0%"]);
		expect(words(".count [part=state]")[0]).to.match(/^Exact: every profile was tested\. As of May 30, 2026, .+\.$/);
		expect(inside(".count .inside").getAttribute("width")).to.equal("43.00%");
		expect(await told).to.deep.equal({ count: 43, size: 100, asOf: Date.UTC(2026, 4, 30), isPartial: false });
		await expectAccessible(element);
	});

	it("says what is missing before anything can be counted", async () => {
		const { words, element } = await show({ text: "" });
		await until(() => words(".count [part=state]")[0] === "Write a condition to see who is in it.", "no text");
		expect(words("[part=count]")).to.deep.equal(["–"]);
		await expectAccessible(element);
		element.value = "points > 3";
		element.profiles = undefined;
		await until(() => words(".count [part=state]")[0] === "There are no profiles here to count in.", "no source");
		element.profiles = [];
		await until(() => words(".count [part=state]")[0] === "There are no profiles to count in yet.", "an empty source");
		element.catalogue = undefined;
		await until(() => words(".count [part=state]")[0] === "There are no fields yet, so nothing can be counted.", "no catalogue");
		element.catalogue = { fields: [{ name: "points", type: "figures" as never }] };
		await until(() => words(".broken p")[0] === "The list of fields cannot be used:", "a broken catalogue");
		expect(words(".broken li")).to.have.lengthOf(1);
		await until(
			() => words("[role=status].only-spoken")[0] === `The list of fields cannot be used: ${words(".broken li")[0]}`,
			"the broken catalogue is said",
		);
		await expectAccessible(element);
	});

	it("keeps the number and says so while the text has errors", async () => {
		const { words, settled, element, all } = await show();
		await settled();
		element.value = "points >=";
		await until(() => element.session.counts.kind === "stale", "stale");
		await element.updateComplete;
		expect(words("[part=count]")).to.deep.equal(["43"]);
		const { counts } = element.session;
		const before = counts.kind === "stale" ? counts.before?.freshness.asOf : undefined;
		const asOf = new Date(before ?? 0).toLocaleString("en", { dateStyle: "medium", timeStyle: "short" }).replace(/\s+/g, " ");
		expect(words(".count [part=state]").map((each) => each.replace(/\s+/g, " "))).to.deep.equal([
			`Not up to date: the text has errors. Mend them to see a count. The number is that of the text before, as of ${asOf}.`,
		]);
		expect(all(".count.outdated")).to.have.lengthOf(1);
		await expectAccessible(element);
	});

	it("says what is wrong where no condition has a count yet, and counts them once that is mended", async () => {
		const { words, settled, element, all, button } = await show({ text: 'pints > 1 and points > "x' });
		await until(() => words("[role=tabpanel] .hint").length > 0, "words in the panel");
		expect(words("[role=tabpanel] .hint")).to.deep.equal([
			"No condition has a count yet, because the text has errors. Mend them, and each condition stands here with its count.",
		]);
		const messages = element.session.diagnostics.map(({ message }) => message);
		expect(messages[0]).to.equal('There is no field "pints". Did you mean "points"?');
		expect(all("[role=tabpanel] li").map((each) => each.innerText.trim())).to.deep.equal(messages);
		await expectAccessible(element);
		button(messages[0] ?? "").click();
		expect(element.session.selection).to.deep.equal({ from: 0, to: 5 });
		element.value = "points > 1";
		await settled();
		expect([words("[role=tabpanel] .hint"), words("[part=condition]")]).to.deep.equal([[], ["points > 1"]]);
	});

	it("says that the conditions with counts are those of the text before, beside what is wrong", async () => {
		const { words, settled, element, all } = await show({ text: "points > 1" });
		await settled();
		element.value = "pints > 1";
		await until(() => words("[role=tabpanel] .hint").length > 0, "words in the panel");
		expect(words("[role=tabpanel] .hint")).to.deep.equal([
			"The text has errors, so these are still the conditions of the text before. Mend them to count anew.",
		]);
		expect(all("[role=tabpanel] .errors li").map((each) => each.innerText.trim())).to.deep.equal([
			'There is no field "pints". Did you mean "points"?',
		]);
		expect(words("[part=condition]")).to.deep.equal(["points > 1"]);
		await expectAccessible(element);
	});

	it("leaves out what is wrong where the page says it elsewhere", async () => {
		const { words, all, element } = await show({ text: "pints > 1", set: { errors: "off" } });
		await until(() => words("[role=tabpanel] .hint").length > 0, "words in the panel");
		expect(words("[role=tabpanel] .hint")).to.deep.equal([
			"No condition has a count yet, because the text has errors. Mend them, and each condition stands here with its count.",
		]);
		expect(all("[role=tabpanel] .errors")).to.deep.equal([]);
		element.setAttribute("errors", "on");
		await until(() => all("[role=tabpanel] .errors").length > 0, "what is wrong");
	});

	it("asks what a panel needs that the host opens", async () => {
		const { settled, element, all } = await show();
		await settled();
		element.panel = "values";
		await until(() => all("[part=chart]").length > 0, "a chart");
		element.setAttribute("panel", "profiles");
		await until(() => all("[part=sample]").length > 0, "a list");
		expect(all("[part=chart]")).to.deep.equal([]);
	});

	it("does not flicker while an answer is quick, says that it counts when it is not, and that it is slow; trying again asks again", async function () {
		this.timeout(20_000);
		const hand = byHand(source(100));
		const { words, settled, element, button, all } = await show({ profiles: hand });
		await until(() => hand.waiting.length === 1, "the first question");
		hand.waiting[0]?.go();
		await settled();
		const height = element.getBoundingClientRect().height;
		element.value = "points >= 60";
		await element.updateComplete;
		expect(words(".count [part=state]")[0]).to.match(/^Exact/);
		await until(() => words(".count [part=state]")[0] === "Counting.", "counting");
		expect(words("[part=count]")).to.deep.equal(["43"]);
		expect(element.getBoundingClientRect().height).to.be.closeTo(height, 1);
		await until(() => words(".count [part=state]")[0]?.startsWith("Still counting: no answer for 4 seconds.") === true, "slow");
		await expectAccessible(element);
		const asked = hand.waiting.length;
		button("Try again").click();
		await until(() => hand.waiting.length === asked + 1, "asked again");
		hand.waiting.at(-1)?.go();
		await settled();
		expect(words("[part=count]")).to.deep.equal(["34"]);
		expect(all(".retry")).to.deep.equal([]);
	});

	it("says why counting failed, and tries again", async () => {
		const hand = byHand(source(100));
		const { words, settled, element, button } = await show({ profiles: hand });
		await until(() => hand.waiting.length === 1, "the first question");
		hand.waiting[0]?.fail(new Error("The worker stopped before it had answered: ask again."));
		await until(() => element.session.counts.kind === "failed", "failed");
		await element.updateComplete;
		expect(words(".count [part=state]")).to.deep.equal([
			"The profiles could not be counted. The worker stopped before it had answered: ask again. Try again",
		]);
		await expectAccessible(element);
		button("Try again").click();
		await until(() => hand.waiting.length === 2, "asked again");
		hand.waiting[1]?.go();
		await settled();
		expect(words("[part=count]")).to.deep.equal(["43"]);
	});

	it("says since when the page is offline, and as of when the profiles are", async () => {
		const { words, settled, element } = await show({ profiles: source(100) });
		await settled();
		window.dispatchEvent(new Event("offline"));
		await element.updateComplete;
		expect(words(".count [part=state]")[0]).to.match(/^Offline since .+: these are the profiles as of May 30, 2026, .+\.$/);
		await expectAccessible(element);
		window.dispatchEvent(new Event("online"));
		await element.updateComplete;
		expect(words(".count [part=state]")[0]).to.match(/^Exact/);
	});

	it("announces the count once the typing has paused, not at each letter", async () => {
		const { settled, element, words } = await show({ profiles: source(100) });
		await settled();
		const said: string[] = [];
		const observer = new MutationObserver(() => said.push(words("[role=status].only-spoken").at(-1) ?? ""));
		observer.observe(element.renderRoot, { subtree: true, characterData: true, childList: true });
		for (const least of [60, 70, 80]) {
			element.value = `points >= ${least}`;
			await settled();
		}
		await until(() => said.at(-1)?.startsWith("17 of 100 profiles · 17.0%. Exact: every profile was tested.") === true, "announced");
		observer.disconnect();
		expect(new Set(said.filter((sentence) => sentence.includes("of 100 profiles"))).size).to.equal(1);
	});

	describe("conditions", () => {
		it("are counted each alone, within each other, and select their words in the text", async () => {
			const text = 'country != "US" and (points >= 50 or opted_in)';
			const { words, settled, element, all, button } = await show({ text });
			await settled();
			expect(words(".condition .code")).to.deep.equal([text, 'country != "US"', "points >= 50 or opted_in", "points >= 50", "opted_in"]);
			expect(words(".condition .digits:not(.quiet)")).to.deep.equal(["30", "50", "62", "43", "34"]);
			button("Select in the text: opted_in").click();
			expect(element.session.selection).to.deep.equal({ from: text.indexOf("opted_in"), to: text.indexOf("opted_in") + 8 });
			expect(all("ul.conditions ul ul")).to.have.lengthOf(1);
			await expectAccessible(element);
		});

		it("say who passes only because a value is missing, and a button asks for it", async () => {
			const { words, settled, element, button } = await show({ text: 'country != "US"' });
			await settled();
			expect(words("[part=through-missing]")).to.deep.equal(["10 pass only because a value is missing Ask for the value"]);
			button('Ask for the value: country != "US"').click();
			expect(element.value).to.equal('(country != "US" and country is set)');
			await settled();
			expect(words("[part=count]")).to.deep.equal(["40"]);
			element.session.undo();
			expect(element.value).to.equal('country != "US"');
		});

		it("are counted in their order, and without each of them", async () => {
			const { words, settled, all } = await show({ text: 'country = "US" and points >= 50 and opted_in' });
			await settled();
			expect(words("table.steps tbody th")).to.deep.equal(['country = "US"', "points >= 50", "opted_in"]);
			expect(words("table.steps tbody td.number")).to.deep.equal(["50", "15 +8", "22", "17 +10", "7", "22 +15"]);
			expect(all("table.steps thead th").map((head) => head.innerText)).to.deep.equal(["Condition", "Left after it", "Without it"]);
		});
	});

	it("is worked by keys: tabs by arrows, around the ends, and only the open panel asks", async () => {
		const asked: string[] = [];
		const real = source(100);
		const listening: AnsweringSource = {
			...real,
			distribution: (...given) => {
				asked.push("distribution");
				return real.distribution(...given);
			},
			page: (...given) => {
				asked.push("page");
				return real.page(...given);
			},
			quality: (...given) => {
				asked.push("quality");
				return real.quality(...given);
			},
		};
		const { settled, inside, all, element } = await show({ profiles: listening });
		await settled();
		expect(asked).to.deep.equal([]);
		expect(all("[role=tab]").map((tab) => tab.innerText)).to.deep.equal(["Conditions", "Values", "Profiles", "Why", "Data"]);
		inside("#tab-conditions").focus();
		const focused = () => (element.renderRoot as ShadowRoot).activeElement?.id;
		await sendKeys({ press: "ArrowRight" });
		expect(focused()).to.equal("tab-values");
		await settled();
		expect(asked).to.deep.equal(["distribution"]);
		await sendKeys({ press: "ArrowLeft" });
		await sendKeys({ press: "ArrowLeft" });
		expect(focused()).to.equal("tab-quality");
		await settled();
		expect(asked).to.deep.equal(["distribution", "quality"]);
		await sendKeys({ press: "Home" });
		expect(focused()).to.equal("tab-conditions");
		await sendKeys({ press: "End" });
		expect(element.panel).to.equal("quality");
		expect(all("[role=tab][tabindex='0']").map(({ id }) => id)).to.deep.equal(["tab-quality"]);
	});

	it("is worked by keys alone: from the tabs to a search, to a row, to why it is in, and back", async () => {
		const { settled, inside, words, element } = await show({ text: "points >= 0", set: { privacy: { personal: "show" } } } as never);
		await settled();
		const focused = () => (element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
		inside("#tab-conditions").focus();
		for (const key of ["ArrowRight", "ArrowRight"]) await sendKeys({ press: key });
		await settled();
		expect(focused()?.id).to.equal("tab-profiles");
		await sendKeys({ press: "Tab" });
		expect(focused()?.getAttribute("part")).to.equal("search");
		await sendKeys({ type: "id-1" });
		await until(() => words(".rows")[0] === "Rows 1–10 of 10", "found");
		await settled();
		for (let tabs = 0; focused()?.className !== "why"; tabs++) {
			if (tabs > 10) throw new Error(`Tab goes to ${focused()?.outerHTML}.`);
			await sendKeys({ press: "Tab" });
		}
		await sendKeys({ press: "Enter" });
		await until(() => words("[part=verdict]")[0] === "This profile is in the segment.", "explained");
		expect(focused()?.id).to.equal("tab-why");
		await sendKeys({ press: "Tab" });
		expect(focused()?.getAttribute("part")).to.equal("user-id");
	});

	it("takes names and values for what they are: text", async () => {
		const hostile = '<img src=x onerror="window.wasRun = true">';
		const rows = [{ user_id: hostile, address: { country: hostile }, points: 1, "\u202E": 1 }];
		const { settled, open, all, words } = await show({
			text: `country = "${hostile.replaceAll('"', '\\"')}" or points > 0`,
			profiles: rows,
			set: { privacy: { personal: "show" } },
		} as never);
		await settled();
		for (const panel of ["values", "profiles", "quality"]) await open(panel);
		await open("profiles");
		expect(words("tbody td").slice(0, 2)).to.deep.equal([hostile, hostile]);
		expect(all("img")).to.deep.equal([]);
		expect("wasRun" in window).to.equal(false);
	});

	it("speaks the language of the place where it stands", async () => {
		const { settled, words, element, inside } = await show();
		await settled();
		for (const [lang, first, direction] of [
			["de", "Bedingungen", "ltr"],
			["es", "Condiciones", "ltr"],
			["ar", "الشروط", "rtl"],
		] as const) {
			element.lang = lang;
			await until(() => words("[role=tab]")[0] === first, lang);
			expect(inside("section").getAttribute("dir")).to.equal(direction);
			await expectAccessible(element);
		}
	});

	it("asks again when there are other profiles", async () => {
		const listeners = new Set<(event: { readonly kind: string }) => void>();
		let count = 100;
		const changing: AnsweringSource = {
			...source(100),
			preview: (...given) => source(count).preview(...given),
			subscribe(listener) {
				listeners.add(listener);
				return () => listeners.delete(listener);
			},
		};
		const { settled, words } = await show({ profiles: changing });
		await settled();
		count = 200;
		for (const listener of listeners) listener({ kind: "freshness" });
		await until(() => words("[part=share]")[0]?.startsWith("of 200 profiles") === true, "the new count");
	});

	it("goes from the page without leaving anything that runs", async () => {
		const listeners = new Set<(event: { readonly kind: string }) => void>();
		const { element, settled } = await show({
			profiles: {
				...source(100),
				subscribe: (listener) => {
					listeners.add(listener);
					return () => listeners.delete(listener);
				},
			},
		});
		await settled();
		expect(listeners.size).to.equal(1);
		element.remove();
		expect(listeners.size).to.equal(0);
		await wait(10);
		document.body.append(element);
		await settled();
		expect(people(1)).to.have.lengthOf(1);
	});
});
