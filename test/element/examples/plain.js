// A page without a build: one file defines the elements, the page gives them their fields and profiles, and a form sends the text.
import "./segql.js";

const studio = document.querySelector("segql-studio");
studio.catalogue = {
	fields: [
		{ name: "country", type: "text", description: "Where the customer lives" },
		{ name: "points", type: "number" },
	],
};
studio.profiles = Array.from({ length: 20 }, (_, index) => ({ user_id: `u${index}`, country: index % 2 ? "US" : "CA", points: index }));
studio.saved = studio.value;

document.querySelector("form").addEventListener("submit", (event) => {
	event.preventDefault();
	studio.saved = studio.value;
	document.querySelector("output").textContent = new FormData(event.target).get("who");
});
