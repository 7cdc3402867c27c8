// Keeps the demo's files, so that it opens without a network. The build puts two constants in front of this text: `version`, which changes
// whenever a file does, and `files`: their names, relative to this script, with the hashes of what is in them.

/** Of this page alone: another demo may be in another folder of the same site. */
const ours = `segql-demo ${registration.scope} `;
const cacheName = ours + version;
const addressOf = (name) => new URL(name, location.href).href;

/** Fetches what is not kept yet. A file of another version is refused, so what is kept is never a mix. */
async function keep() {
	const cache = await caches.open(cacheName);
	const kept = new Set((await cache.keys()).map(({ url }) => url));
	const fetchOne = async ([name, integrity]) => {
		const response = await fetch(addressOf(name), { integrity, cache: "no-cache" });
		if (!response.ok) throw new Error(`${name} was not served: ${response.status}.`);
		await cache.put(addressOf(name), response);
	};
	await Promise.all(
		Object.entries(files)
			.filter(([name]) => !kept.has(addressOf(name)))
			.map(fetchOne),
	);
}

/** Newest first. */
const keptVersions = async () => {
	const names = (await caches.keys()).filter((name) => name.startsWith(ours) && name !== cacheName);
	return [cacheName, ...names.reverse()];
};

addEventListener("install", (event) => {
	const removeParts = async (error) => {
		await caches.delete(cacheName);
		throw error;
	};
	event.waitUntil(keep().then(() => skipWaiting(), removeParts));
});

addEventListener("activate", (event) => {
	// A page of the version before may be open still, and loads its parts when it needs them: that version goes when the next one comes.
	const removeOld = async () => {
		for (const name of (await keptVersions()).slice(2)) await caches.delete(name);
		await clients.claim();
	};
	event.waitUntil(removeOld());
});

// A page asks whether all is kept. What a browser has cleared is fetched again then.
addEventListener("message", (event) => {
	const [port] = event.ports;
	if (event.data !== "keep" || !port) return;
	const tell = (isKept) => () => port.postMessage(isKept);
	event.waitUntil(keep().then(tell(true), tell(false)));
});

/** The page, whatever its address asks beside; any other address is that of a file. */
const isPage = ({ mode, url }) =>
	mode === "navigate" && ["./", "./index.html"].some((name) => new URL(name, location.href).pathname === new URL(url).pathname);

async function answer(request) {
	const wanted = isPage(request) ? addressOf("./") : request;
	for (const name of await keptVersions()) {
		const kept = await caches.match(wanted, { cacheName: name });
		if (kept) return kept;
	}
	return fetch(request);
}

addEventListener("fetch", (event) => {
	const { request } = event;
	if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
	event.respondWith(answer(request));
});
