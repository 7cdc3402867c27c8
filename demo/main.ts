// A host page: it makes ten thousand profiles on the first visit, keeps them in this browser, and embeds the element.
import "../src/element/define.ts";
import { catalogue as readCatalogue } from "../src/fields/catalogue.ts";
import { openStore } from "../src/store/index.ts";
import { catalogue } from "./catalogue.ts";
import { examples } from "./examples.ts";
import { profiles } from "./profiles.ts";

const profileCount = 10_000;

const byId = (id: string): HTMLElement => {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no #${id}.`);
	return element;
};

const segment = document.querySelector("segql-segment");
if (!segment) throw new Error("The page has no segment.");
segment.catalogue = catalogue;
segment.text = examples[0]?.text ?? "";

for (const { title, text } of examples) {
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = title;
	button.addEventListener("click", () => {
		segment.text = text;
	});
	const item = document.createElement("li");
	item.append(button);
	byId("examples").append(item);
}

for (const field of catalogue.fields ?? []) {
	const name = document.createElement("dt");
	name.textContent = field.name;
	const meaning = document.createElement("dd");
	meaning.textContent = [field.type, field.description].filter(Boolean).join(" · ");
	byId("fields").append(name, meaning);
}

await Promise.all([fillStore(), keepForOffline()]);

async function fillStore(): Promise<void> {
	const say = (sentence: string) => {
		byId("storage").textContent = sentence;
	};
	const read = readCatalogue(catalogue);
	if ("problems" in read) throw new Error(read.problems[0]?.message);
	const { store, problem } = await openStore("demo", { catalogue: read.catalogue });
	const countProfiles = async (): Promise<number> => (store.freshness.kind === "empty" ? 0 : store.freshness.profiles);
	try {
		if ((await countProfiles()) === 0) {
			await store.replace([{ profiles: [...profiles(profileCount, Date.now())] }]);
		}
		const count = (await countProfiles()).toLocaleString("en");
		say(
			problem
				? `${count} generated profiles, until this page closes. ${problem.message}`
				: `${count} generated profiles, kept in this browser.`,
		);
		if (segment) segment.profiles = { countProfiles, profiles: () => store.profiles() };
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
	}
}

async function keepForOffline(): Promise<void> {
	if (!("serviceWorker" in navigator)) return;
	try {
		await navigator.serviceWorker.register(new URL("./service-worker.js", document.baseURI));
		await navigator.serviceWorker.ready;
		byId("offline").textContent = "Ready to open without a network.";
	} catch {
		byId("offline").textContent = "This browser does not keep the page for offline use.";
	}
}
