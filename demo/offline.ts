// Keeps the page for when there is no network, and says how that stands.
import { Place, words } from "./page.ts";

export async function keepForOffline(): Promise<void> {
	const place = new Place("offline");
	const { serviceWorker } = navigator as { readonly serviceWorker?: ServiceWorkerContainer };
	if (!serviceWorker) {
		place.say(() => words().offlineNever);
		return;
	}
	// The first one to come is of the version that this page is of.
	let isServed = serviceWorker.controller !== null;
	let isOld = false;
	serviceWorker.addEventListener("controllerchange", () => {
		if (serviceWorker.controller === null) {
			// The browser's user has cleared what it kept.
			isServed = false;
			place.say(() => words().offlineNever);
			return;
		}
		isOld ||= isServed;
		isServed = true;
		if (isOld) place.say(() => words().newerVersion);
	});
	const isKept = await serviceWorker
		.register(new URL("./service-worker.js", document.baseURI))
		.then(working)
		.then(keepsAll)
		.catch(() => false);
	if (!isOld) place.say(() => (isKept ? words().offlineReady : words().offlineNever));
}

/** The worker that serves, or that is the first to. Rejects when it cannot fetch what it has to keep. */
function working({ installing, waiting, active }: ServiceWorkerRegistration): Promise<ServiceWorker> {
	const worker = active ?? waiting ?? installing;
	return new Promise((resolve, reject) => {
		const look = (): void => {
			if (worker?.state === "activated") resolve(worker);
			if (!worker || worker.state === "redundant") reject(new Error("The service worker could not be installed."));
		};
		worker?.addEventListener("statechange", look);
		look();
	});
}

/** Whether all files of the page are there: some may have been cleared since, and are fetched again. */
function keepsAll(worker: ServiceWorker): Promise<boolean> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => {
			resolve(data === true);
			port1.close();
		};
		worker.postMessage("keep", [port2]);
	});
}
