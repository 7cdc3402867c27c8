// A real HTTP server for tests: each request is answered by the next of the given answers, and what was asked is remembered.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface AskedFor {
	readonly path: string;
	readonly headers: IncomingHttpHeaders;
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestServer {
	readonly origin: string;
	readonly asked: readonly AskedFor[];
	/** Forgets what was asked. The last answer is given again and again. */
	answers(...answers: readonly Answer[]): void;
}

/** Must be called inside `describe`. */
export function testServer(): TestServer {
	let answers: Answer[] = [];
	const asked: AskedFor[] = [];
	let origin = "";
	const server = createServer((request, response) => {
		asked.push({ path: request.url ?? "", headers: request.headers });
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		answer?.(request, response);
	});
	before(async () => {
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});
	after(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	return {
		get origin() {
			return origin;
		},
		asked,
		answers(...given) {
			answers = [...given];
			asked.length = 0;
		},
	};
}

export type Headers = Readonly<Record<string, string | number>>;

export const whole =
	(body: string | Uint8Array, headers: Headers = {}): Answer =>
	(_, response) => {
		response.writeHead(200, { "content-length": Buffer.byteLength(body), ...headers }).end(body);
	};

export const status =
	(code: number, headers: Headers = {}): Answer =>
	(_, response) => {
		response.writeHead(code, headers).end("go away");
	};

export const json = (content: unknown, headers: Headers = {}): Answer =>
	whole(JSON.stringify(content), { "content-type": "application/json", ...headers });

/** Breaks the connection after so many bytes of the body. */
export const cut =
	(body: Uint8Array | string, length: number, headers: Headers = {}): Answer =>
	(_, response) => {
		response.writeHead(200, { "content-length": Buffer.byteLength(body), ...headers });
		breakAfter(response, Buffer.from(body).subarray(0, length), "content-encoding" in headers);
	};

/** What a server that knows Range answers; breaks after `length` bytes where one is given. */
export const part =
	(body: Uint8Array | string, etag: string, length?: number): Answer =>
	(request, response) => {
		const bytes = Buffer.from(body);
		const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? Number.NaN);
		if (Number.isNaN(from) || (request.headers["if-range"] ?? etag) !== etag) {
			(length === undefined ? whole(bytes, { etag }) : cut(bytes, length, { etag }))(request, response);
			return;
		}
		if (from >= bytes.length) {
			response.writeHead(416, { "content-range": `bytes */${bytes.length}` }).end();
			return;
		}
		const rest = bytes.subarray(from);
		const headers = { etag, "content-length": rest.length, "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` };
		response.writeHead(206, headers);
		if (length === undefined || length >= rest.length) response.end(rest);
		else breakAfter(response, rest.subarray(0, length));
	};

/** The connection breaks when these bytes have been read: a break at once would overtake what was sent. */
export function breakAfter(response: ServerResponse, bytes: Uint8Array, packed = false): void {
	response.flushHeaders();
	let left = bytes.length;
	wereRead = (count) => {
		// Bytes that are packed for the way are counted differently here.
		left -= packed ? left : count;
		if (left <= 0) response.destroy();
	};
	if (left === 0) response.destroy();
	else response.write(bytes);
}

let wereRead = (_count: number): void => {};
let isSilent = false;

/** Whether the server has nothing more to say to the last request, and all that it said has been read. */
export const hasFallenSilent = (): boolean => isSilent;

/** fetch that tells the server what has been read. */
export const watchedFetch: typeof fetch = async (input, init) => {
	wereRead = () => {};
	isSilent = false;
	const response = await fetch(input, init);
	const { body } = response;
	if (body === null) return response;
	const reader = body.getReader();
	body.getReader = (() => ({
		cancel: () => reader.cancel(),
		read: async () => {
			const next = await reader.read();
			if (next.value !== undefined) wereRead(next.value.length);
			return next;
		},
	})) as typeof body.getReader;
	return response;
};

/** Never answers. */
export const silence: Answer = () => {
	isSilent = true;
};

/** Sends the start and then nothing more. */
export const stall =
	(body: string, length: number, headers: Headers = {}): Answer =>
	(_, response) => {
		let left = length;
		wereRead = (count) => {
			left -= count;
			isSilent = left <= 0;
		};
		response.writeHead(200, { "content-length": Buffer.byteLength(body), ...headers });
		response.write(Buffer.from(body).subarray(0, length));
	};
