// A host page: it makes ten thousand profiles on the first visit, keeps them in this browser, and embeds the element.
import "../src/element/define.ts";
import { openProfiles, type Profiles } from "../src/worker/index.ts";
import { catalogue } from "./catalogue.ts";
import { examples } from "./examples.ts";
import { profiles } from "./profiles.ts";

const profileCount = 10_000;

const byId = (id: string): HTMLElement => {
	const element = document.getElementById(id);
	if (!element) throw new Error(`The page has no #${id}.`);
	return element;
};

const segment = document.querySelector("segql-studio");
if (!segment) throw new Error("The page has no segment.");
segment.catalogue = catalogue;
segment.value = examples[0]?.text ?? "";

for (const { title, text } of examples) {
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = title;
	button.addEventListener("click", () => {
		segment.value = text;
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

await Promise.all([showProfiles(), keepForOffline()]);

async function showProfiles(): Promise<void> {
	const say = (sentence: string) => {
		byId("storage").textContent = sentence;
	};
	try {
		const kept = await openProfiles("demo", { catalogue });
		if (segment) segment.profiles = kept;
		if (kept.freshness.kind !== "complete") {
			await kept.refresh(
				{ kind: "iterable", profiles: profiles(profileCount, Date.now()) },
				{
					onProgress: ({ profiles: made }) => say(`Making profiles: ${made.toLocaleString("en")} of ${profileCount.toLocaleString("en")}.`),
				},
			);
		}
		say(whereInWords(kept));
	} catch (error) {
		say(error instanceof Error ? error.message : String(error));
	}
}

function whereInWords({ freshness, storeProblem, where }: Profiles): string {
	const count = freshness.kind === "empty" ? 0 : freshness.profiles;
	const kept = storeProblem ? `until this page closes. ${storeProblem.message}` : "kept in this browser.";
	const counted = where === "worker" ? "A worker counts them." : "This page counts them, in small slices.";
	return `${count.toLocaleString("en")} generated profiles, ${kept} ${counted}`;
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
