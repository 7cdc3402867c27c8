// Runs in a page before anything else: notes what the page complains about.
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
