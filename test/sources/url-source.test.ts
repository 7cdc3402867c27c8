import { gzipSync } from "node:zlib";
import { expect } from "chai";
import fc from "fast-check";
import { openSource } from "../../src/store/sources/open-source.ts";
import type { UrlSource } from "../../src/store/sources/source.ts";
import { SourceError } from "../../src/store/sources/source-error.ts";
import {
	defaultSourceLimits,
	type SourceOptions,
	type SourceProgress,
	type SourceWait,
	type Validators,
} from "../../src/store/sources/source-options.ts";
import { quickClock, readSource } from "./read-source.ts";
import { type Answer, breakAfter, cut, json, part, silence, stall, status, testServer, whole } from "./test-server.ts";

const profiles = Array.from({ length: 500 }, (_, n) => ({ user_id: `u${n}`, name: "Chloé", n }));
const lines = profiles.map((one) => `${JSON.stringify(one)}\n`).join("");
const unreachable =
	"unreachable: The server does not answer, or does not let this page ask it: look at the network connection and the server's CORS headers, then refresh again.";
const incomplete = "incomplete: The profiles end in the middle: refresh again, and ask those who make them when it happens again.";

describe("profiles from a URL", () => {
	const server = testServer();
	const source = (more: Partial<UrlSource> = {}): UrlSource => ({ kind: "url", url: `${server.origin}/people?key=secret`, ...more });
	const read = (options: Parameters<typeof readSource>[1] = {}, more: Partial<UrlSource> = {}) => readSource(source(more), options);
	const ranges = () => server.asked.map(({ headers }) => headers.range);

	it("may be NDJSON, JSON or CSV, plain or gzip", async () => {
		const csv = `user_id,n\n${profiles.map(({ user_id, n }) => `${user_id},${n}\n`).join("")}`;
		for (const body of [lines, gzipSync(lines), JSON.stringify(profiles), gzipSync(JSON.stringify(profiles))]) {
			server.answers(whole(body));
			expect((await read()).profiles).to.deep.equal(profiles);
		}
		for (const body of [csv, gzipSync(csv)]) {
			server.answers(whole(body));
			expect((await read()).profiles).to.deep.equal(profiles.map(({ user_id, n }) => ({ user_id, n: `${n}` })));
		}
		server.answers(whole("a,b\n{}\n1,2\n"));
		const taken = await read({}, { format: "ndjson" });
		expect(taken.profiles).to.deep.equal([{}]);
		expect(taken.problems).to.deep.equal(["Line 1 is not JSON.", "Line 3 is not JSON: it breaks at character 2."]);
	});

	it("say whether they are texts without types, and hold the JSON when asked", async () => {
		for (const [body, untyped, texts] of [
			["a\n1\n", true, undefined],
			['{"a": 1}\n', false, ['{"a": 1}']],
		] as const) {
			server.answers(whole(body));
			const opened = await openSource(source(), { keepTexts: true });
			const batches = [];
			if (opened.kind === "profiles") for await (const batch of opened.batches) batches.push(batch);
			const lines = { bytes: Uint8Array.from(Buffer.from(body)), starts: [0], ends: [8] };
			const profiles = [{ a: untyped ? "1" : 1 }];
			expect(batches).to.deep.equal([{ kind: "profiles", untyped, profiles, ...(texts && { texts, lines }) }]);
		}
	});

	it("leave out what is broken, and say so", async () => {
		server.answers(whole('{"a":1}\nbroken\n[]\n{"a":2}\n'));
		const { profiles: found, problems, error } = await read();
		expect(found).to.deep.equal([{ a: 1 }, { a: 2 }]);
		expect(problems).to.deep.equal(["Line 2 is not JSON.", "Line 3 is a list, but a profile is an object."]);
		expect(error).to.equal(undefined);
	});

	it("are asked for with the source's headers, and with nothing else of ours", async () => {
		server.answers(whole(lines));
		await read({}, { headers: { Authorization: "Bearer x", "X-Key": "y" } });
		const { authorization, "x-key": key, range, "if-none-match": condition } = server.asked[0]?.headers ?? {};
		expect({ authorization, key, range, condition }).to.deep.equal({
			authorization: "Bearer x",
			key: "y",
			range: undefined,
			condition: undefined,
		});
	});

	it("tell how far they are", async () => {
		const seen: SourceProgress[] = [];
		server.answers(whole(gzipSync(lines)));
		await read({ onProgress: (progress) => seen.push(progress) });
		const totalBytes = gzipSync(lines).length;
		expect(seen.at(-1)).to.deep.equal({ bytesRead: totalBytes, totalBytes });
		server.answers((_, response) => response.writeHead(200).end(lines));
		seen.length = 0;
		await read({ onProgress: (progress) => seen.push(progress) });
		expect(seen.at(-1)).to.deep.equal({ bytesRead: Buffer.byteLength(lines) });
	});

	it("are read a little at a time, however much a browser gives at once", async () => {
		const much = lines.repeat(20);
		const seen: number[] = [];
		const onProgress = ({ bytesRead }: SourceProgress) => seen.push(bytesRead);
		const once: typeof fetch = async () => new Response(new Blob([much]).stream().pipeThrough(atOnce()));
		const opened = await openSource(source(), { fetch: once, onProgress });
		const batches: number[] = [];
		if (opened.kind === "profiles") {
			for await (const batch of opened.batches) batches.push(batch.kind === "profiles" ? batch.profiles.length : Number.NaN);
		}
		const { length } = new TextEncoder().encode(much);
		expect(seen).to.deep.equal(Array.from({ length: Math.ceil(length / 65_536) }, (_, n) => Math.min((n + 1) * 65_536, length)));
		expect(batches.reduce((sum, count) => sum + count, 0)).to.equal(profiles.length * 20);
		expect(Math.max(...batches)).to.be.lessThan(65_536 / 40);
	});

	describe("that did not change", () => {
		it("are not sent again", async () => {
			server.answers(whole(lines, { etag: '"v1"', "last-modified": "Sun, 10 May 2026 10:00:00 GMT" }));
			const { validators } = await read();
			expect(validators).to.deep.equal({ etag: '"v1"', lastModified: "Sun, 10 May 2026 10:00:00 GMT" });
			server.answers(status(304));
			expect(await read({ validators: validators as object })).to.deep.equal({ unchanged: true, profiles: [], restarts: 0, waits: [] });
			expect(server.asked[0]?.headers["if-none-match"]).to.equal('"v1"');
			expect(server.asked[0]?.headers["if-modified-since"]).to.equal("Sun, 10 May 2026 10:00:00 GMT");
		});

		it("may be known by one of the two, or by none", async () => {
			server.answers(whole(lines, { etag: 'W/"v1"' }));
			expect((await read()).validators).to.deep.equal({ etag: 'W/"v1"' });
			server.answers(whole(lines));
			expect((await read()).validators).to.deep.equal({});
			expect((await read({ validators: { etag: '"old"' } })).profiles).to.deep.equal(profiles);
		});

		it("are known also when the server sends them in spite of that", async () => {
			const modified = "Sun, 10 May 2026 10:00:00 GMT";
			const known = async (headers: Record<string, string>, validators: Validators) => {
				server.answers(whole(lines, headers));
				return (await read({ validators })).unchanged ?? false;
			};
			expect(await known({ etag: '"v1"' }, { etag: '"v1"' })).to.equal(true);
			expect(await known({ etag: 'W/"v1"' }, { etag: '"v1"', lastModified: modified })).to.equal(true);
			expect(await known({ "last-modified": modified }, { lastModified: modified })).to.equal(true);
			expect(await known({ etag: '"v2"', "last-modified": modified }, { etag: '"v1"', lastModified: modified })).to.equal(false);
			expect(await known({ "last-modified": modified }, { etag: '"v1"', lastModified: modified })).to.equal(false);
			expect(await known({ etag: '"v1"' }, { etag: 'W/"v1"' })).to.equal(true);
			expect(await known({}, { etag: '"v1"' })).to.equal(false);
			expect(await known({ etag: '"v1"' }, {})).to.equal(false);
			expect(await known({}, { lastModified: modified })).to.equal(false);
		});

		it("are no answer to a request without a condition", async () => {
			server.answers(status(304));
			expect((await read()).error).to.equal("refused: The server refuses to give the profiles: ask those who run it.");
		});
	});

	describe("whose connection breaks", () => {
		it("go on from the very byte, if they are still the same", async () => {
			const bytes = gzipSync(lines);
			server.answers(part(bytes, '"v1"', 1000), part(bytes, '"v1"', 700), part(bytes, '"v1"'));
			const outcome = await read();
			expect(outcome.profiles).to.deep.equal(profiles);
			expect(outcome.restarts).to.equal(0);
			expect(ranges()).to.deep.equal([undefined, "bytes=1000-", "bytes=1700-"]);
			expect(server.asked.map(({ headers }) => headers["if-range"])).to.deep.equal([undefined, '"v1"', '"v1"']);
		});

		it("start again when they are others by now", async () => {
			const others = lines.replaceAll("Chloé", "Zoé");
			server.answers(part(lines, '"v1"', 5000), part(others, '"v2"'));
			const outcome = await read();
			expect(outcome.profiles).to.deep.equal(profiles.map((one) => ({ ...one, name: "Zoé" })));
			expect(outcome.restarts).to.equal(1);
			expect(outcome.validators).to.deep.equal({ etag: '"v2"' });
		});

		it("start again when the server sends a part of others", async () => {
			const others = lines.replaceAll("Chloé", "Zoéé");
			const wrongPart: Answer = (_, response) => {
				const rest = Buffer.from(others).subarray(5000);
				response.writeHead(206, { etag: '"v2"', "content-range": `bytes 5000-${rest.length + 4999}/${rest.length + 5000}` }).end(rest);
			};
			server.answers(cut(lines, 5000, { etag: '"v1"' }), wrongPart, whole(others, { etag: '"v2"' }));
			const outcome = await read();
			expect(outcome.profiles).to.deep.equal(profiles.map((one) => ({ ...one, name: "Zoéé" })));
			expect(outcome.restarts).to.equal(1);
			expect(ranges()).to.deep.equal([undefined, "bytes=5000-", undefined]);
		});

		const otherParts: readonly (readonly [string, Answer])[] = [
			["from another byte", partOf(lines, 4999, lines.length, { etag: '"v1"' })],
			["of another size", partOf(lines, 5000, lines.length + 1, { etag: '"v1"' })],
			["without an ETag", partOf(lines, 5000, lines.length, {})],
			["packed for the way", partOf(lines, 5000, lines.length, { etag: '"v1"', "content-encoding": "gzip" })],
			["without saying which", (_, response) => response.writeHead(206, { etag: '"v1"' }).end(lines.slice(5000))],
			["of bytes beyond the end", partOf(lines, 5000, lines.length - 1, { etag: '"v1"' })],
			[
				"that ends before it begins",
				(_, response) => response.writeHead(206, { etag: '"v1"', "content-range": "bytes 5000-4999/*" }).end(),
			],
			["past the end", status(416)],
		];
		for (const [name, answer] of otherParts) {
			it(`take no part ${name}, and pass over what they had`, async () => {
				const ascii = lines.replaceAll("é", "e");
				const headers = { etag: '"v1"' };
				server.answers(cut(ascii, 5000, headers), answer, cut(ascii, 6000, headers), whole(ascii, headers));
				const outcome = await read();
				expect(outcome.profiles).to.deep.equal(profiles.map((one) => ({ ...one, name: "Chloe" })));
				expect(outcome.restarts).to.equal(0);
				// Such a server is not asked for parts again.
				expect(ranges()).to.deep.equal([undefined, "bytes=5000-", undefined, undefined]);
			});
		}

		it("pass over what they had when the server knows no ranges", async () => {
			for (const headers of [{ etag: '"v1"' }, { etag: '"v1"', "accept-ranges": "none" }]) {
				server.answers(cut(lines, 5000, headers), cut(lines, 4000, headers), cut(lines, 9000, headers), whole(lines, headers));
				const outcome = await read();
				expect(outcome.profiles).to.deep.equal(profiles);
				expect(outcome.restarts).to.equal(0);
				expect(ranges()[1]).to.equal("accept-ranges" in headers ? undefined : "bytes=5000-");
			}
		});

		it("start again when nothing says that they are the same", async () => {
			for (const headers of [{}, { etag: 'W/"v1"' }, { "last-modified": "Sun, 10 May 2026 10:00:00 GMT" }]) {
				server.answers(cut(lines, 5000, headers), whole(lines, headers));
				const outcome = await read();
				expect(outcome.profiles).to.deep.equal(profiles);
				expect(outcome.restarts).to.equal(1);
				expect(ranges()).to.deep.equal([undefined, undefined]);
			}
		});

		it("are asked for whole when they are packed for the way, whose bytes are not those that are counted", async () => {
			const packed = gzipSync(lines, { level: 0 });
			const headers = { etag: '"v1"', "content-encoding": "gzip" };
			server.answers(cut(packed, 9000, headers), whole(packed, headers));
			const seen: SourceProgress[] = [];
			const outcome = await read({ onProgress: (progress) => seen.push(progress) });
			expect(outcome.profiles).to.deep.equal(profiles);
			expect(outcome.restarts).to.equal(0);
			expect(ranges()).to.deep.equal([undefined, undefined]);
			expect(seen.at(-1)).to.deep.equal({ bytesRead: Buffer.byteLength(lines) });
		});

		it("are not counted where a browser does not show how they were packed", async () => {
			const foreign: typeof fetch = async (input, init) => {
				const response = await fetch(input, init);
				const headers = new Headers(response.headers);
				headers.delete("content-encoding");
				return Object.defineProperty(new Response(response.body, { headers }), "type", { value: "cors" });
			};
			const few = '{"a":1}\n';
			const seen: SourceProgress[] = [];
			// Packed they are longer than they are.
			server.answers(whole(gzipSync(few), { "content-encoding": "gzip" }));
			const outcome = await read({ fetch: foreign, onProgress: (progress) => seen.push(progress) });
			expect(outcome).to.deep.equal({ profiles: [{ a: 1 }], restarts: 0, problems: [], validators: {}, waits: [] });
			expect(seen).to.deep.equal([{ bytesRead: 8, totalBytes: gzipSync(few).length }]);
			seen.length = 0;
			server.answers(whole(gzipSync(lines), { "content-encoding": "gzip" }));
			await read({ fetch: foreign, onProgress: (progress) => seen.push(progress) });
			expect(seen.at(-1)).to.deep.equal({ bytesRead: Buffer.byteLength(lines) });
		});

		it("go on also when their size is only known later, or never", async () => {
			const bytes = Buffer.from(lines);
			const unsized: Answer = (_, response) => {
				response.writeHead(200, { etag: '"v1"' });
				breakAfter(response, bytes.subarray(0, 5000));
			};
			for (const [total, nothingMore] of [
				[`${bytes.length}`, undefined],
				["*", {}],
				["*", { "content-range": `bytes */${bytes.length}`, etag: '"v1"' }],
			] as const) {
				const rest: Answer = (_, response) => {
					response.writeHead(206, { etag: '"v1"', "content-range": `bytes 5000-${bytes.length - 1}/${total}` }).end(bytes.subarray(5000));
				};
				server.answers(unsized, rest, ...(nothingMore ? [status(416, nothingMore)] : []));
				const outcome = await read();
				expect(outcome.profiles).to.deep.equal(profiles);
				expect(outcome.restarts).to.equal(0);
				// Only the break was a failure.
				expect(outcome.waits).to.deep.equal([250]);
				expect(ranges()).to.deep.equal([undefined, "bytes=5000-", ...(nothingMore ? [`bytes=${bytes.length}-`] : [])]);
			}
		});

		it("come in parts without a total until there is no more, or a total", async () => {
			const bytes = Buffer.from(lines);
			const piece =
				(from: number, to: number, total: number | "*"): Answer =>
				(_, response) => {
					const headers = { etag: '"v1"', "content-range": `bytes ${from}-${to - 1}/${total}` };
					response.writeHead(206, headers).end(bytes.subarray(from, to));
				};
			const first: Answer = (_, response) => {
				response.writeHead(200, { etag: '"v1"' });
				breakAfter(response, bytes.subarray(0, 5000));
			};
			const { length } = bytes;
			for (const last of [piece(9000, length, length), part(bytes, '"v1"')]) {
				server.answers(first, piece(5000, 7000, "*"), piece(7000, 9000, "*"), last);
				const outcome = await read();
				expect(outcome.profiles).to.deep.equal(profiles);
				expect(outcome.waits).to.deep.equal([250]);
				expect(ranges()).to.deep.equal([undefined, "bytes=5000-", "bytes=7000-", "bytes=9000-"]);
			}
			// A refusal that speaks of another body is no end: it is read again from its start.
			for (const other of [{ "content-range": `bytes */${length}` }, { etag: '"v2"' }]) {
				server.answers(first, piece(5000, 7000, "*"), status(416, other), whole(lines, { etag: '"v1"' }));
				expect((await read()).profiles).to.deep.equal(profiles);
				expect(ranges()).to.deep.equal([undefined, "bytes=5000-", "bytes=7000-", undefined]);
			}
		});

		it("go on where a part ends before it says", async () => {
			const bytes = Buffer.from(lines);
			const { length } = bytes;
			for (const total of [length, "*"]) {
				const short: typeof fetch = async (_, init) => {
					const range = new Headers(init?.headers).get("range");
					asked.push(range);
					if (range === null) return new Response(breaking(bytes.subarray(0, 5000)), { headers: { etag: '"v1"' } });
					const from = Number(/\d+/.exec(range)?.[0]);
					if (from === length) return new Response(null, { status: 416 });
					const headers = { etag: '"v1"', "content-range": `bytes ${from}-${length - 1}/${total}` };
					return new Response(bytes.subarray(from, from + 9000), { status: 206, headers });
				};
				const asked: (string | null)[] = [];
				expect((await read({ fetch: short })).profiles).to.deep.equal(profiles);
				const end = total === "*" ? [`bytes=${length}-`] : [];
				expect(asked).to.deep.equal([null, "bytes=5000-", "bytes=14000-", ...end]);
			}
		});

		for (const [name, sized] of [
			["and says so", true],
			["and only its bytes show it", false],
		] as const) {
			it(`take nothing from a part that is longer than its range, ${name}`, async () => {
				const few = '{"user_id":"a"}\n';
				const all = `${few}{"user_id":"b"}\n`;
				let turn = 0;
				const wrong: typeof fetch = async () => {
					const etag = '"v1"';
					turn++;
					if (turn === 1) return new Response(breaking(Buffer.from(few)), { headers: { etag } });
					const range = { etag, "content-range": `bytes ${few.length}-${all.length - 1}/${all.length}` };
					// The whole body, and not the part.
					if (turn === 2)
						return new Response(all, { status: 206, headers: { ...range, ...(sized && { "content-length": `${all.length}` }) } });
					return new Response(all, { headers: { etag } });
				};
				const outcome = await read({ fetch: wrong });
				expect(outcome.profiles).to.deep.equal([{ user_id: "a" }, { user_id: "b" }]);
				// What was given before may be wrong too, once bytes of the part have come.
				expect(outcome.restarts).to.equal(sized ? 0 : 1);
				expect(turn).to.equal(3);
			});
		}

		it("are not whole when less comes than they had", async () => {
			const unsized =
				(length: number): Answer =>
				(_, response) => {
					response.writeHead(200, { etag: '"v1"', "accept-ranges": "none" }).end(Buffer.from(lines).subarray(0, length));
				};
			const broken: Answer = (_, response) => {
				response.writeHead(200, { etag: '"v1"', "accept-ranges": "none" });
				breakAfter(response, Buffer.from(lines).subarray(0, 5000));
			};
			server.answers(broken, unsized(3000), unsized(Buffer.byteLength(lines)));
			expect((await read()).profiles).to.deep.equal(profiles);
			expect(server.asked).to.have.length(3);
		});

		it("forget what was wrong with those before", async () => {
			server.answers(cut(`broken\n${lines}`, 5000, { etag: '"v1"' }), whole(`${lines}[]\n`, { etag: '"v2"' }));
			const outcome = await read({}, { format: "ndjson" });
			expect(outcome.restarts).to.equal(1);
			expect(outcome.problems).to.deep.equal(["Line 501 is a list, but a profile is an object."]);
		});

		it("are refused in the middle as at the start", async () => {
			server.answers(cut(lines, 5000, { etag: '"v1"' }), status(401));
			expect((await read()).error).to.equal("unauthorised: The server does not let you read the profiles: sign in again, then refresh.");
			expect(server.asked).to.have.length(2);
		});

		it("go on when they end early though nothing broke", async () => {
			const bytes = new TextEncoder().encode(lines);
			const asked: (string | null)[] = [];
			const early: typeof fetch = async (_, init) => {
				const range = new Headers(init?.headers).get("range");
				asked.push(range);
				const headers = { etag: '"v1"', "content-length": `${bytes.length}` };
				if (range === null) return new Response(bytes.slice(0, 5000), { headers });
				const part = { etag: '"v1"', "content-range": `bytes 5000-${bytes.length - 1}/${bytes.length}` };
				return new Response(bytes.slice(5000), { status: 206, headers: part });
			};
			expect((await read({ fetch: early })).profiles).to.deep.equal(profiles);
			expect(asked).to.deep.equal([null, "bytes=5000-"]);
		});

		it("do not start again before the first byte", async () => {
			server.answers(...Array.from({ length: 5 }, (_, n) => cut(lines, 0, { etag: `"v${n}"` })), whole(lines, { etag: '"last"' }));
			const outcome = await read();
			expect(outcome.profiles).to.deep.equal(profiles);
			expect(outcome.restarts).to.equal(0);
			expect(outcome.validators).to.deep.equal({ etag: '"last"' });
		});

		it("are whole when they break after the last byte", async () => {
			let asked = 0;
			const late: typeof fetch = async () => {
				asked++;
				const body = new ReadableStream({
					start: (controller) => controller.enqueue(Buffer.from(lines)),
					pull: (controller) => controller.error(new TypeError("network error")),
				});
				return new Response(body, { headers: { "content-length": `${Buffer.byteLength(lines)}` } });
			};
			expect((await read({ fetch: late })).profiles).to.deep.equal(profiles);
			expect(asked).to.equal(1);
		});

		it("lose nothing and mix nothing, however they are cut", async () => {
			const bodies = [Buffer.from(lines), gzipSync(lines), Buffer.from(JSON.stringify(profiles))];
			await fc.assert(
				fc.asyncProperty(
					fc.constantFrom(...bodies),
					fc.array(fc.nat(20_000), { maxLength: 6 }),
					fc.boolean(),
					async (body, cuts, knowsRanges) => {
						const answers = cuts.map((length) =>
							knowsRanges ? part(body, '"v1"', length) : cut(body, Math.min(length, body.length), { etag: '"v1"' }),
						);
						server.answers(...answers, knowsRanges ? part(body, '"v1"') : whole(body, { etag: '"v1"' }));
						const outcome = await read({ limits: { maxAttempts: 8 } });
						expect(outcome.error).to.equal(undefined);
						expect(outcome.profiles).to.deep.equal(profiles);
						expect(outcome.restarts).to.equal(0);
					},
				),
				{ numRuns: 40 },
			);
		});

		it("never mix versions, however they change", async () => {
			const versions = ["a", "b", "c"].map((name) => ({ name, etag: `"${name}"`, body: lines.replaceAll("Chloé", name) }));
			const step = fc.record({ version: fc.constantFrom(...versions), length: fc.nat(30_000) });
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 5 }), fc.constantFrom(...versions), async (steps, last) => {
					server.answers(...steps.map(({ version, length }) => part(version.body, version.etag, length)), part(last.body, last.etag));
					const outcome = await read({ limits: { maxAttempts: 8, maxRestarts: 8 } });
					expect(outcome.error).to.equal(undefined);
					const names = new Set((outcome.profiles as { readonly name: string }[]).map(({ name }) => name));
					expect(names.size).to.equal(1);
					expect(outcome.validators).to.deep.equal({ etag: `"${[...names][0]}"` });
					expect(outcome.profiles).to.have.length(500);
				}),
				{ numRuns: 40 },
			);
		});

		it("may start again so often, and not once more", async () => {
			const versions = (count: number): readonly Answer[] => Array.from({ length: count }, (_, n) => cut(lines, 5000, { etag: `"v${n}"` }));
			server.answers(...versions(3), whole(lines, { etag: '"last"' }));
			expect(await read())
				.to.include({ restarts: 3 })
				.and.not.have.property("error");
			server.answers(...versions(4), whole(lines, { etag: '"last"' }));
			expect((await read()).error).to.equal("changed: The profiles changed again and again while they were read: refresh again later.");
			server.answers(cut(lines, 5000), cut(lines, 5000), whole(lines));
			expect(await read({ limits: { maxRestarts: 2 } }))
				.to.include({ restarts: 2 })
				.and.not.have.property("error");
			server.answers(cut(lines, 5000), cut(lines, 5000), cut(lines, 5000), whole(lines));
			expect((await read({ limits: { maxRestarts: 2 } })).error).to.equal(incomplete);
		});

		it("are incomplete when they always break at the same byte", async () => {
			server.answers(cut(lines, 5000, { etag: '"v1"' }));
			const outcome = await read();
			expect(outcome.error).to.equal(incomplete);
			expect(outcome.profiles.length).to.be.greaterThan(50);
			expect(server.asked).to.have.length(6);
		});

		it("have patience anew after each further byte", async () => {
			const steps = Array.from({ length: 20 }, () => [part(lines, '"v1"', 100), status(500), status(500)]).flat();
			server.answers(...steps, part(lines, '"v1"'));
			const outcome = await read({ limits: { maxAttempts: 4 } });
			expect(outcome.profiles).to.deep.equal(profiles);
		});
	});

	describe("that end in the middle", () => {
		const endings: readonly (readonly [string, string | Uint8Array])[] = [
			["an array that is not closed", JSON.stringify(profiles).slice(0, -1)],
			["a cut element", JSON.stringify(profiles).slice(0, -10)],
			["a cut line", lines.slice(0, -10)],
			["a cut gzip", gzipSync(lines).subarray(0, -10)],
		];
		for (const [name, body] of endings) {
			it(`are incomplete: ${name}`, async () => {
				server.answers(whole(body));
				const outcome = await read();
				expect(outcome.error).to.equal(incomplete);
				expect(outcome.profiles.length).to.be.greaterThan(400);
				expect(outcome.profiles).to.deep.equal(profiles.slice(0, outcome.profiles.length));
				expect(server.asked).to.have.length(1);
			});
		}
	});

	describe("that the server does not give", () => {
		const table: readonly (readonly [number, number, string])[] = [
			[401, 1, "unauthorised: The server does not let you read the profiles: sign in again, then refresh."],
			[403, 1, "unauthorised: The server does not let you read the profiles: sign in again, then refresh."],
			[404, 1, "not-found: The server has no profiles at this address: correct the address of the source."],
			[410, 1, "not-found: The server has no profiles at this address: correct the address of the source."],
			[400, 1, "refused: The server refuses to give the profiles: ask those who run it."],
			[204, 1, "refused: The server refuses to give the profiles: ask those who run it."],
			[206, 1, "refused: The server refuses to give the profiles: ask those who run it."],
			[408, 6, unreachable],
			[425, 6, unreachable],
			[429, 6, "busy: The server has too much to do: refresh again later."],
			[500, 6, unreachable],
			[503, 6, "busy: The server has too much to do: refresh again later."],
			[599, 6, unreachable],
		];
		for (const [code, times, message] of table) {
			it(`are asked for ${times === 1 ? "once" : `${times} times`} when it answers ${code}`, async () => {
				server.answers(status(code));
				const { error, waits } = await read();
				expect(error).to.equal(message);
				expect(server.asked).to.have.length(times);
				// Half of 500 doubled and doubled: random() is 0.5.
				expect(waits).to.deep.equal([250, 500, 1000, 2000, 4000].slice(0, times - 1));
			});
		}

		it("come at the last attempt, and not after it", async () => {
			for (const failures of [5, 6]) {
				server.answers(...Array.from({ length: failures }, () => status(500)), whole(lines));
				const outcome = await read();
				expect(outcome.error).to.equal(failures === 5 ? undefined : unreachable);
				expect(outcome.profiles).to.have.length(failures === 5 ? 500 : 0);
			}
		});

		it("are waited for no longer than the cap", async () => {
			server.answers(status(500));
			const { waits } = await read({ limits: { maxAttempts: 10, stallMs: 31_000 }, random: () => 0.999_999 });
			expect(waits).to.deep.equal([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
		});

		it("are waited for as long as it asks, in seconds or until a date", async () => {
			const waitsFor = async (retryAfter: string) => {
				server.answers(status(429, { "retry-after": retryAfter }), whole(lines));
				const { waits, error, profiles: found } = await read();
				expect(error).to.equal(undefined);
				expect(found).to.have.length(500);
				return waits;
			};
			expect(await waitsFor("7")).to.deep.equal([7000]);
			expect(await waitsFor("0")).to.deep.equal([250]);
			// The clock stands at noon.
			expect(await waitsFor("Sun, 10 May 2026 12:01:00 GMT")).to.deep.equal([60_000]);
			expect(await waitsFor("Sunday, 10-May-26 12:01:00 GMT")).to.deep.equal([60_000]);
			// The form of C's asctime() names no zone; it is the same, wherever this machine is.
			const { TZ } = process.env;
			process.env.TZ = "Asia/Tokyo";
			expect(await waitsFor("Sun May 10 12:01:00 2026")).to.deep.equal([60_000]);
			if (TZ === undefined) delete process.env.TZ;
			else process.env.TZ = TZ;
			expect(await waitsFor("Sun, 10 May 2026 11:00:00 GMT")).to.deep.equal([250]);
			for (const nonsense of ["soon", "-5", "1.5", "", "99999999999999"]) expect(await waitsFor(nonsense), nonsense).to.deep.equal([250]);
			expect(await waitsFor("300")).to.deep.equal([300_000]);
		});

		it("are left when it asks for too long a wait", async () => {
			server.answers(status(429, { "retry-after": "301" }), whole(lines));
			const error = await openSource(source(), quickClock([])).catch((thrown: unknown) => thrown);
			expect(error).to.be.instanceOf(SourceError);
			expect(error).to.include({ code: "busy", status: 429, retryAfterMs: 301_000 });
		});

		it("tell that they wait", async () => {
			const seen: SourceWait[] = [];
			server.answers(status(500), status(502), whole(lines));
			await read({ onWait: (wait) => seen.push(wait) });
			expect(seen).to.deep.equal([
				{ delayMs: 250, failures: 1 },
				{ delayMs: 500, failures: 2 },
			]);
		});

		it("are not at another address when headers are sent along", async () => {
			for (const code of [301, 302, 303, 307, 308]) {
				server.answers(status(code, { location: "/elsewhere" }), whole(lines));
				expect((await read({}, { headers: { "X-Key": "y" } })).error).to.equal(
					"redirected: The address leads on to another one, where the source's headers are not sent: use that address instead.",
				);
				expect(server.asked).to.have.length(1);
			}
			server.answers(status(302, { location: "/elsewhere" }), whole(lines));
			expect((await read()).profiles).to.have.length(500);
			// What a browser shows of a redirect.
			const opaque = async () => Object.defineProperties(new Response(), { type: { value: "opaqueredirect" }, status: { value: 0 } });
			expect((await read({ fetch: opaque as typeof fetch }, { headers: { "X-Key": "y" } })).error).to.match(/^redirected: /);
		});

		it("are no web page", async () => {
			server.answers(whole("<!doctype html><p>Sign in", { "content-type": "text/html; charset=utf-8" }));
			expect((await read()).error).to.equal(
				"not-profiles: The server answered with a web page instead of profiles: sign in again, or correct the address of the source.",
			);
		});

		it("are nothing that is no text, or damaged", async () => {
			server.answers(whole(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])));
			expect((await read()).error).to.equal(
				"not-profiles: The profiles are in a binary file. Give NDJSON, a JSON array or CSV, plain or gzip.",
			);
			const damaged = gzipSync(lines);
			damaged.fill(0x55, 200, 300);
			server.answers(whole(damaged));
			expect((await read()).error).to.equal(
				'not-profiles: The gzip file "profiles" is damaged and cannot be unpacked. Copy or download it again.',
			);
		});

		it("are out of reach when nobody listens", async () => {
			const nowhere = { kind: "url", url: "http://127.0.0.1:1/x" } as const;
			const outcome = await readSource(nowhere);
			expect(outcome.error).to.equal(unreachable);
			expect(outcome.waits).to.have.length(5);
			const error = await openSource(nowhere, quickClock([])).catch((thrown: unknown) => thrown);
			expect((error as SourceError).cause).to.be.instanceOf(TypeError);
		});
	});

	describe("of a server that falls silent", () => {
		it("are asked for again, before the first byte and after it", async () => {
			server.answers(silence, stall(lines, 4000, { etag: '"v1"' }), part(lines, '"v1"'));
			const outcome = await read({ stalls: true });
			expect(outcome.profiles).to.deep.equal(profiles);
			expect(outcome.restarts).to.equal(0);
			expect(ranges()).to.deep.equal([undefined, undefined, "bytes=4000-"]);
		});

		it("are given up in the end", async () => {
			server.answers(silence);
			expect((await read({ stalls: true, limits: { maxAttempts: 2 } })).error).to.equal(unreachable);
			expect(server.asked).to.have.length(2);
		});
	});

	describe("that are cancelled", () => {
		const cancelled = "cancelled: Reading the profiles was cancelled.";
		const reading = async (options: SourceOptions, ...answers: readonly Answer[]) => {
			const controller = new AbortController();
			server.answers(...answers);
			const outcome = await read({ signal: controller.signal, ...options }).catch(String);
			return { outcome, controller };
		};

		it("before they begin", async () => {
			const controller = new AbortController();
			controller.abort();
			server.answers(whole(lines));
			expect((await read({ signal: controller.signal })).error).to.equal(cancelled);
			expect(server.asked).to.have.length(0);
		});

		it("while the server is silent, before the first byte", async () => {
			const controller = new AbortController();
			server.answers((_, response) => {
				response.on("close", () => closed());
				controller.abort(new Error("enough"));
			});
			let closed = (): void => {};
			const gone = new Promise<void>((resolve) => {
				closed = resolve;
			});
			const error = await openSource(source(), { signal: controller.signal }).catch((thrown: unknown) => thrown);
			expect(error).to.include({ code: "cancelled", message: "Reading the profiles was cancelled." });
			expect(((error as SourceError).cause as Error).message).to.equal("enough");
			await gone;
		});

		it("while the body comes", async () => {
			const controller = new AbortController();
			server.answers(stall(lines, 5000));
			const outcome = await read({ signal: controller.signal, onProgress: () => setTimeout(() => controller.abort(), 5) });
			expect(outcome.error).to.equal(cancelled);
			expect(server.asked).to.have.length(1);
		});

		it("while they wait for a busy server", async () => {
			const controller = new AbortController();
			const { outcome } = await reading(
				{
					signal: controller.signal,
					// A clock whose waits never end.
					sleep: (_, signal) => new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
					onWait: () => setTimeout(() => controller.abort(), 5),
				},
				status(503),
			);
			expect(outcome).to.include({ error: cancelled });
			expect(server.asked).to.have.length(1);
		});

		it("by a fetch that knows no signal", async () => {
			const controller = new AbortController();
			const deaf = () => {
				setTimeout(() => controller.abort(), 5);
				return new Promise<Response>(() => {});
			};
			expect((await read({ signal: controller.signal, fetch: deaf as typeof fetch })).error).to.equal(cancelled);
		});

		it("close the connection, as do those that are left", async () => {
			let closed = (): void => {};
			const gone = new Promise<void>((resolve) => {
				closed = resolve;
			});
			server.answers((_, response) => {
				response.writeHead(200, { "content-length": 1_000_000 });
				response.write(lines);
				response.on("close", () => closed());
			});
			const opened = await openSource(source());
			if (opened.kind === "profiles") for await (const _ of opened.batches) break;
			await gone;
		});
	});

	describe("at an address that may not be asked", () => {
		const bad = async (more: Partial<UrlSource>, options: SourceOptions = {}) => (await read(options, more)).error;
		const noAddress = "bad-source: The source's address is not one that can be asked: give one that starts with https:// or http://.";

		it("are refused", async () => {
			server.answers(whole(lines));
			for (const url of [
				"javascript:alert(1)",
				"data:text/plain,{}",
				"blob:http://x/1",
				"file:///etc/passwd",
				"/people",
				"",
				"http://",
				"ftp://x/y",
			]) {
				expect(await bad({ url }), url).to.equal(noAddress);
			}
			expect(await bad({ url: 7 as unknown as string })).to.equal(noAddress);
			expect(await bad({ url: "people" }, { baseUrl: "file:///home/" })).to.equal(noAddress);
			expect(await bad({ url: "http://ann:secret@127.0.0.1/" })).to.equal(
				"bad-source: The source's address holds a user name or a password: send them in a header instead.",
			);
			expect(server.asked).to.have.length(0);
		});

		it("may be relative where something says to what", async () => {
			server.answers(whole(lines));
			expect((await read({ baseUrl: `${server.origin}/data/index.html` }, { url: "people.ndjson" })).profiles).to.have.length(500);
			expect(server.asked[0]?.path).to.equal("/data/people.ndjson");
		});

		it("have no headers that HTTP does not allow, or that are ours", async () => {
			const header = "bad-source: One of the source's headers has a name or a value that HTTP does not allow: correct it.";
			expect(await bad({ headers: { "a b": "x" } })).to.equal(header);
			expect(await bad({ headers: { a: "x\ny" } })).to.equal(header);
			expect(await bad({ headers: { Range: "bytes=0-" } })).to.equal(
				'bad-source: The header "range" is set by the store itself: leave it out of the source.',
			);
			for (const format of ["jsonl", "", null, "__proto__"]) {
				expect(await bad({ format: format as unknown as "csv" })).to.equal(
					"bad-source: The source is of no known format: give one of ndjson, json, csv.",
				);
			}
			expect(await bad({ credentials: "always" as "include" })).to.equal(
				'bad-source: The source\'s credentials are none of "omit", "same-origin" and "include": give one of these.',
			);
		});
	});

	it("say nothing of the address or the headers when they fail", async () => {
		const answers: readonly Answer[] = [status(401), status(404), status(500), status(429), json([7]), cut(lines, 100), whole("\0")];
		for (const answer of answers) {
			server.answers(answer);
			const { error, problems } = await read({}, { headers: { "X-Key": "hidden" } });
			expect(`${error} ${problems}`).not.to.match(/secret|hidden|127\.0\.0\.1|people\?/);
		}
	});

	it("may have lines up to the limit, and report those over it", async () => {
		server.answers(whole('{"a":"12345"}\n{"a":"123456"}\n'));
		const { profiles: found, problems } = await read({ limits: { maxLineBytes: 13 } });
		expect(found).to.deep.equal([{ a: "12345" }]);
		expect(problems).to.deep.equal(["Line 2 is longer than 13 bytes and is left out (maxLineBytes sets the limit)."]);
	});

	it("take a limit that is left open for its default, and none that is no number from 0 on", async () => {
		server.answers((_, response) => setTimeout(() => response.end(lines), 30));
		const open = { stallMs: undefined, maxAttempts: undefined } as unknown as NonNullable<SourceOptions["limits"]>;
		expect((await openSource(source(), { limits: open })).kind).to.equal("profiles");
		for (const name of Object.keys(defaultSourceLimits)) {
			for (const value of [Number.NaN, -1, "7", null]) {
				const error = await openSource(source(), { limits: { [name]: value } }).catch((thrown: unknown) => thrown);
				expect(error).to.be.instanceOf(RangeError);
				expect(error).to.have.property("message", `${name} is a number from 0 on, not ${value}.`);
			}
		}
	});

	it("may be waited for without end, which is longer than a platform's timer counts", async () => {
		const limits = { stallMs: Number.POSITIVE_INFINITY, maxRetryAfterMs: Number.POSITIVE_INFINITY };
		server.answers((_, response) => setTimeout(() => response.end(lines), 30));
		const opened = await openSource(source(), { limits });
		expect(opened.kind).to.equal("profiles");
		expect(server.asked).to.have.length(1);
		const controller = new AbortController();
		// 40 days.
		server.answers(status(429, { "retry-after": "3456000" }));
		setTimeout(() => controller.abort(), 50);
		const error = await openSource(source(), { limits, signal: controller.signal }).catch((thrown: unknown) => thrown);
		expect(error).to.include({ code: "cancelled" });
		expect(server.asked).to.have.length(1);
	});

	it("keep so many problems in words", async () => {
		server.answers(whole(`${"x\n".repeat(5)}{}\n`));
		expect((await read({ limits: { shownProblems: 2 } }, { format: "ndjson" })).problems).to.have.length(2);
	});

	it("may be none", async () => {
		for (const body of [null, ""]) {
			expect(await read({ mayBeEmpty: true, fetch: async () => new Response(body) })).to.deep.equal({
				profiles: [],
				restarts: 0,
				problems: [],
				validators: {},
				waits: [],
			});
		}
	});

	it("are not of a size that is none", async () => {
		for (const length of ["x", "-1", "1e3", "7.5", ""]) {
			const opened = await openSource(source(), { fetch: async () => new Response(lines, { headers: { "content-length": length } }) });
			expect(opened).to.include({ kind: "profiles", totalBytes: undefined });
		}
	});

	it("are passed on to a source of no known kind", async () => {
		for (const unknown of [{ kind: "ftp" }, {}, undefined, "url"]) {
			expect((await readSource(unknown as unknown as UrlSource)).error).to.equal(
				'bad-source: The source is of no known kind: give one of the kind "url", "pages", "file" or "iterable".',
			);
		}
	});
});

/** All that comes, as one chunk. */
function atOnce(): TransformStream<Uint8Array, Uint8Array> {
	const pieces: Uint8Array[] = [];
	return new TransformStream({
		transform: (piece) => void pieces.push(piece),
		flush: (controller) => controller.enqueue(new Uint8Array(Buffer.concat(pieces))),
	});
}

/** Ends with an error where a network does. */
function breaking(bytes: Uint8Array): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start: (controller) => controller.enqueue(bytes),
		pull: (controller) => controller.error(new TypeError("network error")),
	});
}

function partOf(body: string, from: number, total: number, headers: Readonly<Record<string, string>>): Answer {
	const ascii = body.replaceAll("é", "e");
	const shift = body.length - ascii.length;
	return (_, response) => {
		response.writeHead(206, { "content-range": `bytes ${from}-${ascii.length - 1}/${total - shift}`, ...headers });
		breakAfter(response, Buffer.from(ascii.slice(from)));
	};
}
