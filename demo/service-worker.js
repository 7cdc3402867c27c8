// Keeps the demo's files, so that it opens without a network. The build puts two constants in front of this text:
// `cacheName`, which changes whenever a file does, and `files`, relative to this script.

addEventListener("install", (event) => {
	event.waitUntil(
		caches
			.open(cacheName)
			.then((cache) => cache.addAll(files))
			.then(() => skipWaiting()),
	);
});

addEventListener("activate", (event) => {
	const removeOld = async () => {
		for (const name of await caches.keys()) {
			if (name.startsWith("segql-demo-") && name !== cacheName) await caches.delete(name);
		}
		await clients.claim();
	};
	event.waitUntil(removeOld());
});

addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
	const wanted = request.mode === "navigate" ? new URL("./", location.href) : request;
	event.respondWith(caches.match(wanted, { cacheName }).then((kept) => kept ?? fetch(request)));
});
