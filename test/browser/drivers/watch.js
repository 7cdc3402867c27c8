// Runs in a page before anything else: notes what the page complains about, and the texts of files that it gives to the person.
window.complaints = [];
const note = (...words) => window.complaints.push(words.map(String).join(" "));
addEventListener("error", (event) => note("error:", event.message));
addEventListener("unhandledrejection", (event) => note("rejection:", event.reason));
document.addEventListener("securitypolicyviolation", (event) => note("policy:", event.violatedDirective, event.blockedURI));
for (const kind of ["error", "warn"]) {
	const say = console[kind];
	console[kind] = (...words) => {
		note(`${kind}:`, ...words);
		say.apply(console, words);
	};
}
window.saved = [];
const addressOf = URL.createObjectURL;
URL.createObjectURL = (blob) => {
	blob.text().then((text) => window.saved.push(text));
	return addressOf.call(URL, blob);
};
