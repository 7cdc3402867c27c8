import { expect } from "chai";
import { LitElement, html } from "lit";
import { Localized, type WordCatalogues } from "../../../src/element/guest/localized.ts";

interface Words {
	readonly greeting: string;
	readonly farewell: string;
}

const german: Words = { greeting: "Guten Tag", farewell: "Auf Wiedersehen" };
let loads: string[] = [];
const loaded = (language: string, words: Words) => async () => {
	loads.push(language);
	return words;
};

const catalogues: WordCatalogues<Words> = {
	english: { greeting: "Good day", farewell: "Goodbye" },
	others: {
		de: loaded("de", german),
		ar: loaded("ar", { greeting: "طاب يومك", farewell: "وداعا" }),
		es: () => Promise.reject(new Error("404")),
		fr: () => new Promise(() => undefined),
	},
};

class GreetingElement extends LitElement {
	words: Partial<Words> | undefined;
	readonly localized = new Localized<Words>(this, catalogues, { patienceMs: 50 });
	protected override render() {
		return html`${this.localized.words.greeting}`;
	}
}
customElements.define("test-greeting", GreetingElement);

/** After everything that was begun: observers, loads and updates. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("words in the language of a place", () => {
	let place: HTMLElement;
	beforeEach(() => {
		loads = [];
		place = document.createElement("section");
		document.body.append(place);
	});
	afterEach(() => place.remove());

	async function greetingIn(parent: Node = place, language?: string): Promise<GreetingElement> {
		const element = document.createElement("test-greeting") as GreetingElement;
		if (language !== undefined) element.lang = language;
		parent.appendChild(element);
		await settled();
		return element;
	}
	const said = (element: GreetingElement) => element.renderRoot.textContent;

	it("are English where no language is named", async () => {
		document.documentElement.removeAttribute("lang");
		const element = await greetingIn();
		expect([said(element), element.localized.formats.language]).to.deep.equal(["Good day", "en"]);
	});

	it("follow the nearest element that names one", async () => {
		place.lang = "de";
		expect(said(await greetingIn())).to.equal("Guten Tag");
		expect(said(await greetingIn(place, "en"))).to.equal("Good day");
	});

	it("follow it through shadow roots, and not what a slot stands in", async () => {
		place.lang = "de";
		const card = document.createElement("div");
		const shadow = card.attachShadow({ mode: "open" });
		const inner = document.createElement("div");
		inner.lang = "en";
		inner.append(document.createElement("slot"));
		shadow.append(inner);
		place.append(card);
		expect(said(await greetingIn(shadow))).to.equal("Guten Tag");
		expect(said(await greetingIn(inner))).to.equal("Good day");
		expect(said(await greetingIn(card))).to.equal("Guten Tag");
	});

	it("change when the page changes it, also inside a shadow root, and on the element itself", async () => {
		const card = document.createElement("div");
		const shadow = card.attachShadow({ mode: "open" });
		const inner = document.createElement("div");
		shadow.append(inner);
		place.append(card);
		const element = await greetingIn(inner);
		const heard: (string | null)[] = [said(element)];
		for (const [target, language] of [
			[place, "de"],
			[inner, "en"],
			[element, "ar"],
		] as const) {
			target.lang = language;
			await settled();
			heard.push(said(element));
		}
		expect(heard).to.deep.equal(["Good day", "Guten Tag", "Good day", "طاب يومك"]);
		expect(element.localized.formats.direction).to.equal("rtl");
	});

	it("change when the element moves", async () => {
		const element = await greetingIn();
		const other = document.createElement("section");
		other.lang = "de";
		place.append(other);
		other.append(element);
		await settled();
		expect(said(element)).to.equal("Guten Tag");
	});

	it("are those of the language for all its regions, with the region's numbers", async () => {
		const element = await greetingIn(place, "de-AT");
		expect([said(element), element.localized.formats.language]).to.deep.equal(["Guten Tag", "de-AT"]);
		const british = await greetingIn(place, "en-GB");
		expect([said(british), british.localized.formats.language]).to.deep.equal(["Good day", "en-GB"]);
		const written = await greetingIn(place, "de_CH");
		expect([said(written), written.localized.formats.language]).to.deep.equal(["Guten Tag", "de-CH"]);
	});

	it("are English, numbers too, for a language that we do not speak", async () => {
		for (const language of ["pl", "constructor", "tlh"]) {
			const element = await greetingIn(place, language);
			expect([said(element), element.localized.formats.language], language).to.deep.equal(["Good day", "en"]);
		}
	});

	it("what is no language is passed over", async () => {
		place.lang = "de";
		for (const language of ["", "not a language", "<b>", "x"])
			expect(said(await greetingIn(place, language)), language).to.equal("Guten Tag");
	});

	it("are English where they cannot be loaded, and where they do not come in time", async () => {
		expect(said(await greetingIn(place, "es"))).to.equal("Good day");
		const waiting = await greetingIn(place, "fr");
		await new Promise((resolve) => setTimeout(resolve, 80));
		expect(said(waiting)).to.equal("Good day");
	});

	it("that come late do not take the place of those of a language that was chosen since", async () => {
		const element = await greetingIn(place, "fr");
		element.lang = "de";
		await settled();
		element.lang = "en";
		await settled();
		expect(said(element)).to.equal("Good day");
	});

	it("of the host page take the place of ours, in every language", async () => {
		place.lang = "de";
		const element = await greetingIn();
		element.words = { greeting: "Moin" };
		expect(element.localized.words).to.deep.equal({ greeting: "Moin", farewell: "Auf Wiedersehen" });
	});

	it("two languages on one page do not mix", async () => {
		const [first, second] = [await greetingIn(place, "de"), await greetingIn(place, "ar")];
		expect([said(first), said(second)]).to.deep.equal(["Guten Tag", "طاب يومك"]);
		expect(loads).to.deep.equal(["de", "ar"]);
	});

	it("nothing is looked at after the element has left", async () => {
		const element = await greetingIn();
		element.remove();
		place.lang = "de";
		await settled();
		expect(loads).to.deep.equal([]);
		place.append(element);
		await settled();
		expect(said(element)).to.equal("Guten Tag");
	});
});
