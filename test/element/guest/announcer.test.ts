// What elements that share a session say to screen readers.
import { render } from "lit";
import { expect } from "chai";
import { Announcer } from "../../../src/element/guest/announcer.ts";

describe("what is said to screen readers", () => {
	const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
	const places: HTMLElement[] = [];
	afterEach(() => {
		for (const place of places.splice(0)) place.remove();
	});

	interface Listening {
		readonly announcer: Announcer;
		/** Each thing that was said, in order. */
		readonly heard: string[];
	}
	function listening(shared: object): Listening {
		const place = document.createElement("div");
		places.push(place);
		document.body.append(place);
		const heard: string[] = [];
		const announcer: Announcer = new Announcer(
			() => {
				render(announcer.region(), place);
				heard.push(place.innerText.trim());
			},
			() => shared,
		);
		return { announcer, heard };
	}

	it("is in a live region, and the same sentence twice is a new element", () => {
		const { announcer } = listening({});
		announcer.now([{ text: "Removed." }]);
		const region = places[0]?.querySelector("[role=status]");
		const first = region?.firstElementChild;
		expect(region?.textContent?.trim()).to.equal("Removed.");
		announcer.now([{ text: "Removed." }]);
		expect(region?.firstElementChild).to.not.equal(first);
		announcer.now([{ text: "1 error." }, { text: "There is no field.", isEnglish: true }]);
		expect(region?.querySelector("[lang=en]")?.textContent?.trim()).to.equal("There is no field.");
	});

	it("is said by one of those who share a session, whoever is first and in whichever words", () => {
		const session = {};
		const [editor, preview, other] = [listening(session), listening(session), listening({})];
		editor.announcer.now([{ text: "1 error." }], "errors 1");
		preview.announcer.now([{ text: "The text has errors." }], "errors 1");
		other.announcer.now([{ text: "The text has errors." }], "errors 1");
		expect([editor.heard, preview.heard, other.heard]).to.deep.equal([["1 error."], [], ["The text has errors."]]);
		preview.announcer.now([{ text: "The text has errors." }], "errors 2");
		editor.announcer.now([{ text: "2 errors." }], "errors 2");
		expect([editor.heard, preview.heard]).to.deep.equal([["1 error."], ["The text has errors."]]);
	});

	it("is an echo in the same words at once, and news a while later", async () => {
		const session = {};
		const [one, two] = [listening(session), listening(session)];
		one.announcer.now([{ text: "Undone." }]);
		two.announcer.now([{ text: "Undone." }]);
		one.announcer.now([{ text: "Undone." }]);
		expect([one.heard, two.heard]).to.deep.equal([["Undone.", "Undone."], []]);
		await wait(1_050);
		two.announcer.now([{ text: "Undone." }]);
		expect(two.heard).to.deep.equal(["Undone."]);
	});

	it("gives way to what was just said: a count does not take the place of a sentence that nobody has heard yet", async () => {
		const { announcer, heard } = listening({});
		announcer.later(() => [{ text: "43 profiles." }], { after: 30 });
		announcer.now([{ text: "The export was stopped." }]);
		await wait(500);
		expect(heard).to.deep.equal(["The export was stopped."]);
		await wait(700);
		expect(heard).to.deep.equal(["The export was stopped.", "43 profiles."]);
	});

	it("waits for a pause, says the last of what waits, and nothing after a stop", async () => {
		const { announcer, heard } = listening({});
		announcer.now([{ text: "at once" }]);
		announcer.later(() => [{ text: "one" }], { after: 1_050 });
		announcer.later(() => [{ text: "two" }], { after: 1_050 });
		await wait(1_150);
		expect(heard).to.deep.equal(["at once", "two"]);
		announcer.later(() => [], { after: 10 });
		await wait(40);
		announcer.later(() => [{ text: "three" }], { after: 10 });
		announcer.stop();
		await wait(40);
		expect(heard).to.deep.equal(["at once", "two"]);
	});

	it("remembers the last news only", () => {
		const session = {};
		const [one, two] = [listening(session), listening(session)];
		for (let news = 0; news < 17; news++) one.announcer.now([{ text: `${news}` }], news);
		two.announcer.now([{ text: "kept" }], 1);
		two.announcer.now([{ text: "forgotten" }], 0);
		expect(two.heard).to.deep.equal(["forgotten"]);
	});
});
