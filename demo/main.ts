// A partner's page: it embeds the studio, with people that are made up at the first visit or read from a visitor's own file, kept in this browser.
import "../src/element/define.ts";
import { followChoices } from "./appearance.ts";
import { FieldList } from "./field-list.ts";
import { Library } from "./library.ts";
import { keepForOffline } from "./offline.ts";
import { byId, inWords, words } from "./page.ts";
import { PeopleChoice } from "./people.ts";
import { keepTextOfThisTab, textOfThisTab } from "./remembered.ts";
import { templates } from "./templates.ts";

followChoices();
const studio = document.querySelector("segql-studio");
if (!studio) throw new Error("The page has no studio.");

studio.value = textOfThisTab() ?? templates[0] ?? "";
addEventListener("pagehide", () => keepTextOfThisTab(studio.value));
inWords(() => {
	studio.label = words().label;
	byId("templates").replaceChildren(...templates.map((text, index) => templateItem(words().templateTitles[index] ?? text, text)));
});

function templateItem(title: string, text: string): HTMLElement {
	const item = document.createElement("li");
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = title;
	button.addEventListener("click", () => {
		// What somebody wrote before can be had back.
		studio?.replaceText(text);
	});
	item.append(button);
	return item;
}

const personal = byId<HTMLInputElement>("personal");
const followPersonal = () => {
	if (studio) studio.privacy = { personal: personal.checked ? "show" : "mask", shownFields: ["user_id"] };
};
personal.addEventListener("change", followPersonal);
followPersonal();

const fields = new FieldList();
const library = new Library({
	sound: () => (studio.rule === undefined ? undefined : studio.value),
	open: (text) => {
		studio.replaceText(text);
	},
	compareWith: (text) => {
		studio.saved = text;
	},
	changed: (segments, made) => {
		studio.segments = made;
		studio.compareWith = segments;
	},
});
const people = new PeopleChoice(async ({ catalogue, profiles, isOwn }) => {
	// Templates ask for what is known of made-up people. What somebody wrote stays.
	byId("templates-card").hidden = isOwn;
	const isUntouched = isOwn ? templates.includes(studio.value) : studio.value === "";
	if (isUntouched) studio.replaceText(isOwn ? "" : (templates[0] ?? ""));
	fields.show(catalogue.fields ?? []);
	studio.catalogue = catalogue;
	studio.profiles = profiles;
	// What was opened is about other people.
	studio.saved = undefined;
	await library.use(profiles);
});

await Promise.all([people.open(), keepForOffline()]);
