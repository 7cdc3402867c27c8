// What nobody should give and somebody will: the element says what happened, and goes on.
import { expect } from "chai";
import type { Language } from "../../../src/element/session/session.ts";
import { Session } from "../../../src/element/session/session.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { expectAccessible, people, type Stage, source, stage, until, violations } from "./stage.ts";

describe("<segql-preview> and bad input", () => {
	let shown: Stage | undefined;
	afterEach(() => {
		shown?.element.remove();
		expect(violations).to.deep.equal([]);
	});

	it("two thousand conditions: counted, and as many shown as anybody reads", async () => {
		const text = Array.from({ length: 1_990 }, (_, index) => `points != ${index + 1_000}`).join("\nand ");
		shown = await stage({ text });
		const { settled, words, all, element } = shown;
		await settled();
		expect(words("[part=count]")).to.deep.equal(["100"]);
		expect(all(".condition")).to.have.lengthOf(101);
		expect(words("[role=tabpanel] .hint")).to.deep.equal(["1,890 more conditions at this level.", "1,890 more conditions at this level."]);
		expect((element.renderRoot.textContent ?? "").length).to.be.below(100_000);
	});

	it("a megabyte of text that is none: it has errors, and a text after it is counted", async () => {
		shown = await stage({ text: "x ".repeat(500_000) });
		const { settled, words, element } = shown;
		await until(() => element.session.counts.kind === "stale", "stale");
		await element.updateComplete;
		expect(words(".count [part=state]")).to.deep.equal(["Not up to date: the text has errors. Mend them to see a count."]);
		element.value = "points >= 50";
		await settled();
		expect(words("[part=count]")).to.deep.equal(["43"]);
	});

	it("hostile names of fields and segments, in every panel", async () => {
		const long = "n".repeat(190);
		const names = ["__PROTO__", "<img src=x onerror=alert(1)>", "\u202Ename", long];
		shown = await stage({
			text: "points >= 0",
			profiles: people(20).map((person) => ({ ...person, [long]: "v".repeat(10_000) })),
			set: {
				saved: "points < 60",
				compareWith: names.map((name) => ({ name, text: "opted_in" })),
				privacy: { personal: "show" } as never,
			},
		});
		const { element, settled, open, words, all } = shown;
		element.catalogue = {
			timezone: "UTC",
			fields: [
				{ name: "points", type: "number" },
				{ name: "opted_in", type: "boolean" },
				{ name: long, type: "text" },
			],
		};
		await settled();
		for (const panel of ["values", "profiles", "changes", "overlap", "quality"]) {
			await open(panel);
			expect(all("img"), panel).to.deep.equal([]);
		}
		await open("overlap");
		expect(words("tbody th").join("\n")).to.contain("<img src=x onerror=alert(1)>");
		await open("profiles");
		all(".columns label").at(-1)?.querySelector("input")?.click();
		await settled();
		expect(words("tbody tr:first-child td").at(-1)).to.have.lengthOf(301);
		await expectAccessible(element);
	});

	it("a language that cannot be loaded: it says so, and counts when it is there", async () => {
		let isOffline = true;
		const session = new Session({
			loadLanguage: (): Promise<Language> =>
				isOffline ? Promise.reject(new TypeError("Failed to fetch")) : import("../../../src/element/session/language.ts"),
		});
		shown = await stage({ set: { session } as never });
		const { words, settled } = shown;
		await until(
			() => words(".count [part=state]")[0] === "A part of this page could not be loaded. Check the connection, then try again. Try again",
			"not loaded",
		);
		isOffline = false;
		shown.button("Try again").click();
		await settled();
		expect(words("[part=count]")).to.deep.equal(["43"]);
	});

	it("panels that cannot be loaded: the count is there all the same, and they come when they are asked for again", async () => {
		let isOffline = true;
		const loadPanels = (): Promise<unknown> =>
			isOffline ? Promise.reject(new TypeError("Failed to fetch")) : import("../../../src/element/preview/panels.ts");
		shown = await stage({ set: { loadPanels } as never });
		const { words, element } = shown;
		const said = "A part of this page could not be loaded. Check the connection, then try again. Try again";
		await until(() => words("[role=tabpanel] .hint")[0] === said, "not loaded");
		await until(() => words("[part=count]")[0] === "43", "the count");
		await expectAccessible(element);
		isOffline = false;
		shown.button("Try again").click();
		await until(() => words("[role=tabpanel]").join("").includes("Each condition alone"), "the panels");
		expect(words("[role=tabpanel] .hint")).not.to.include(said);
	});

	it("a source that never answers, in every panel: it is slow, and the count is still there", async function () {
		this.timeout(20_000);
		const never = (): Promise<never> => new Promise(() => undefined);
		const silent: AnsweringSource = { ...source(100), page: never, distribution: never, quality: never };
		shown = await stage({ profiles: silent, set: { panel: "profiles" } });
		const { words } = shown;
		await until(() => words(".answer [part=state]")[0] === "Still waiting: no answer for 4 seconds. Wait, or try again. Try again", "slow");
		expect(words("[part=count]")).to.deep.equal(["43"]);
		await expectAccessible(shown.element);
	});

	it("a list whose profiles have changed since: nobody is taken for somebody else", async () => {
		const real = source(100);
		let revision = "one";
		const changing: AnsweringSource = {
			...real,
			page: async (...given) => {
				const answer = await real.page(...given);
				return answer.kind === "done" ? { ...answer, freshness: { ...answer.freshness, revision } } : answer;
			},
		};
		shown = await stage({ profiles: changing, set: { panel: "profiles" } });
		const { all, settled, words } = shown;
		await settled();
		revision = "two";
		all(".why")[0]?.click();
		await settled();
		expect(words(".answer > p").at(-1)).to.equal("The profiles have changed since. Choose a row again, or type a user_id.");
	});

	it("another session: the views are about it", async () => {
		shown = await stage({ set: { panel: "profiles" } });
		const { element, settled, words } = shown;
		await settled();
		const session = new Session();
		session.configure({ catalogue: element.catalogue, profiles: people(30), now: 0 });
		session.reset("points < 5");
		element.session = session;
		await settled();
		expect(words("[part=count]")).to.deep.equal(["5"]);
		await until(() => words(".rows")[0] === "Rows 1–5 of 5", "its profiles");
	});
});
