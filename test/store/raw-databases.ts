// The databases of a business as anybody else on the machine sees them: without the store's code, to look, to damage and to stand in the way.
import type { Pointer } from "../../src/store/pointer.ts";
import { databaseName } from "../../src/store/open-store.ts";

/** The names of a business's databases, without what they have in common. */
export async function databasesOf(business: string): Promise<readonly string[]> {
	const prefix = `${databaseName(business)}/`;
	const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
	return names
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length))
		.sort();
}

export const fullName = (business: string, name: string): string => `${databaseName(business)}/${name}`;

/** The generation database of columns, or of profiles as they came. */
export async function generationOf(business: string, kind: "columns" | "raw"): Promise<string> {
	const names = (await databasesOf(business)).filter(
		(name) => name.startsWith("generation/") && name.endsWith(".raw") === (kind === "raw"),
	);
	if (names.length !== 1) throw new Error(`There are ${names.length} generations, not one: ${names.join(", ")}.`);
	return names[0] as string;
}

/** A connection that closes when others ask for it, unless it `ignores` them. A new `version` is an upgrade. */
export function connect(name: string, { version, ignores = false }: { version?: number; ignores?: boolean } = {}): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onupgradeneeded = () => {
			if (!request.result.objectStoreNames.contains("values")) request.result.createObjectStore("values");
		};
		request.onsuccess = () => {
			const connection = request.result;
			if (!ignores) connection.onversionchange = () => connection.close();
			resolve(connection);
		};
		request.onerror = () => reject(request.error);
	});
}

export function deleteRaw(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error);
	});
}

/** What a browser does when it evicts a site, or a user who clears its data: nobody is asked. */
export async function deleteAll(business: string): Promise<void> {
	for (const name of await databasesOf(business)) await deleteRaw(fullName(business, name));
}

export interface RawRecord {
	readonly database: string;
	readonly key: unknown;
	readonly value: unknown;
}

/** Every record of every database of the business, or of one. */
export async function allRecords(business: string, only?: string): Promise<readonly RawRecord[]> {
	const records: RawRecord[] = [];
	for (const database of only === undefined ? await databasesOf(business) : [only]) {
		const connection = await connect(fullName(business, database));
		for (const storeName of connection.objectStoreNames) {
			const store = connection.transaction(storeName).objectStore(storeName);
			const [keys, values] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
			keys.forEach((key, index) => {
				records.push({ database, key, value: values[index] });
			});
		}
		connection.close();
	}
	return records;
}

/** The record that says what is valid. */
export async function rawPointer(business: string): Promise<Pointer> {
	const record = (await allRecords(business, "head")).find(({ key }) => String(key) === "pointer");
	if (!record) throw new Error("There is no pointer.");
	return record.value as Pointer;
}

/** Lets `change` write what it wants, in one transaction. */
export async function rawWrite(business: string, database: string, change: (store: IDBObjectStore) => Promise<void> | void): Promise<void> {
	const connection = await connect(fullName(business, database));
	const transaction = connection.transaction("values", "readwrite");
	const done = new Promise<void>((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
	});
	await change(transaction.objectStore("values"));
	await done;
	connection.close();
}

/** Whoever wants to write to the head, or to delete it, waits from now on until the returned function is called. */
export async function holdHead(business: string): Promise<() => Promise<void>> {
	const connection = await connect(fullName(business, "head"));
	const transaction = connection.transaction("values", "readwrite");
	const values = transaction.objectStore("values");
	let isHeld = true;
	const ended = new Promise<void>((resolve) => {
		transaction.oncomplete = () => resolve();
	});
	await new Promise<void>((resolve) => {
		const hold = (): void => {
			resolve();
			if (isHeld) values.count().onsuccess = hold;
		};
		values.count().onsuccess = hold;
	});
	return async () => {
		isHeld = false;
		await ended;
		connection.close();
	};
}

/** Resolves when a refresh has written the last of its generation: only the pointer is still to be moved. */
export function manifestWritten(realm: typeof globalThis = globalThis): Promise<void> {
	const { put } = realm.IDBObjectStore.prototype;
	return new Promise((resolve) => {
		realm.IDBObjectStore.prototype.put = function (value, key) {
			if (Array.isArray(key) && key[0] === "manifest") {
				realm.IDBObjectStore.prototype.put = put;
				this.transaction.addEventListener("complete", () => resolve());
			}
			return put.call(this, value, key);
		};
	});
}

export function result<T>(request: IDBRequest<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** Whether the bytes of a text are anywhere in what is kept: in keys, in values, in buffers; as UTF-8 or as UTF-16. */
export async function findText(business: string, text: string): Promise<readonly string[]> {
	const names = (await databasesOf(business)).filter((name) => name.includes(text));
	const records = (await allRecords(business)).filter(({ key, value }) => holds(key, text) || holds(value, text));
	return [...names, ...records.map(({ database, key }) => `${database.replace(/[0-9a-f]{32}/, "…")} ${String((key as string[])[0])}`)];
}

function holds(value: unknown, text: string): boolean {
	if (value instanceof ArrayBuffer) return bytesHold(new Uint8Array(value), text);
	if (ArrayBuffer.isView(value)) return bytesHold(new Uint8Array(value.buffer, value.byteOffset, value.byteLength), text);
	if (typeof value === "string") return value.includes(text);
	if (typeof value === "object" && value !== null)
		return Object.entries(value).some(([key, each]) => key.includes(text) || holds(each, text));
	return false;
}

function bytesHold(bytes: Uint8Array, text: string): boolean {
	const inLatin = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
	const wide = Array.from(text, (letter) => `${letter}\0`).join("");
	return inLatin.includes(text) || inLatin.includes(wide);
}
