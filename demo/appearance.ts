// Language and look: what a visitor chooses is remembered in this browser, as far as it lets a page remember.
import { byId, inWords, pageLanguage, sayAgain, words } from "./page.ts";
import { remember, remembered } from "./remembered.ts";
import { isPageLanguage, languageNames, type languages } from "./words.ts";

const looks = ["system", "light", "dark", "oak", "midnight"] as const;
type Look = (typeof looks)[number];
const isLook = (name: string): name is Look => (looks as readonly string[]).includes(name);

export function followChoices(): void {
	const language = byId<HTMLSelectElement>("language");
	for (const [code, name] of Object.entries(languageNames)) {
		const option = new Option(name, code);
		option.lang = code;
		language.append(option);
	}
	const look = byId<HTMLSelectElement>("look");
	for (const name of looks) look.append(new Option(name, name));

	const wanted = remembered("language") ?? navigator.language.split("-")[0] ?? "en";
	speak(isPageLanguage(wanted) ? wanted : "en");
	const looked = remembered("look") ?? "system";
	show(isLook(looked) ? looked : "system");
	language.value = pageLanguage();
	look.value = document.documentElement.dataset.look ?? "system";

	inWords(() => {
		for (const option of look.options) if (isLook(option.value)) option.textContent = words().looks[option.value];
		for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
			const sentence = words()[element.dataset.word as keyof ReturnType<typeof words>];
			if (typeof sentence === "string") element.textContent = sentence;
		}
	});
	language.addEventListener("change", () => {
		if (!isPageLanguage(language.value)) return;
		speak(language.value);
		remember("language", language.value);
		sayAgain();
	});
	look.addEventListener("change", () => {
		if (!isLook(look.value)) return;
		show(look.value);
		remember("look", look.value);
	});
}

function speak(language: keyof typeof languages): void {
	document.documentElement.lang = language;
	document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
}

function show(look: Look): void {
	document.documentElement.dataset.look = look;
}
