import { expect } from "chai";
import { openSource } from "../../src/store/sources/open-source.ts";
import type { NextPage, PagesSource } from "../../src/store/sources/source.ts";
import type { SourceProgress } from "../../src/store/sources/source-options.ts";
import { quickClock, readSource } from "./read-source.ts";
import { type Answer, cut, json, silence, stall, status, testServer, whole } from "./test-server.ts";

const page = (from: number, count: number): readonly object[] => Array.from({ length: count }, (_, n) => ({ n: from + n }));
const all = page(0, 6);

describe("profiles in pages", () => {
	const server = testServer();
	const elsewhere = testServer();
	const source = (next: NextPage, more: Partial<PagesSource> = {}): PagesSource => ({
		kind: "pages",
		url: `${server.origin}/people?size=2&key=secret`,
		next,
		...more,
	});
	const read = (next: NextPage, more: Partial<PagesSource> = {}, options: Parameters<typeof readSource>[1] = {}) =>
		readSource(source(next, more), options);
	const paths = () => server.asked.map(({ path }) => path);

	/** Pages by the number in their query. */
	const byQuery =
		(parameter: string, contents: Readonly<Record<string, unknown>>): Answer =>
		(request, response) => {
			const key = new URL(request.url ?? "", server.origin).searchParams.get(parameter) ?? "none";
			if (Object.hasOwn(contents, key)) json(contents[key])(request, response);
			else status(500)(request, response);
		};

	it("may be linked in a header", async () => {
		server.answers(
			json(page(0, 2), {
				link: `<${server.origin}/people?page=1>; rel="first", </people?page=2>; title="a, \\"b\\"; rel=last"; rel="prev Next"`,
			}),
			json(page(2, 2), { link: "<?page=3>;rel=next" }),
			json(page(4, 2), { link: '<?page=1>; rel="prev"' }),
		);
		expect(await read({ kind: "link-header" })).to.deep.equal({ profiles: all, restarts: 0, problems: [], validators: {}, waits: [] });
		expect(paths()).to.deep.equal(["/people?size=2&key=secret", "/people?page=2", "/people?page=3"]);
	});

	it("are linked relative to where a redirect led", async () => {
		server.answers(status(302, { location: "/deep/people" }), json(page(0, 3), { link: '<more>; rel="next"' }), json(page(3, 3)));
		expect((await read({ kind: "link-header" })).profiles).to.deep.equal(all);
		expect(paths()).to.deep.equal(["/people?size=2&key=secret", "/deep/people", "/deep/more"]);
		// A response that was made by hand has no address.
		const byHand: typeof fetch = async (input) =>
			String(input).endsWith("/more") ? Response.json(page(3, 3)) : Response.json(page(0, 3), { headers: { link: "<more>; rel=next" } });
		expect((await read({ kind: "link-header" }, {}, { fetch: byHand })).profiles).to.deep.equal(all);
	});

	it("may be empty in between", async () => {
		server.answers(json([], { link: "</b>; rel=next" }), json([], { link: "</c>; rel=next" }), json(all));
		expect((await read({ kind: "link-header" })).profiles).to.deep.equal(all);
	});

	it("may begin with a byte order mark, as servers on Windows write it", async () => {
		server.answers(whole(`\uFEFF${JSON.stringify(all)}`));
		expect((await read({ kind: "link-header" })).profiles).to.deep.equal(all);
	});

	it("keep so many problems in words", async () => {
		server.answers(json([1, 2, 3, {}]));
		expect((await read({ kind: "link-header" }, {}, { limits: { shownProblems: 2 } })).problems).to.have.length(2);
	});

	it("may say the next address", async () => {
		server.answers(
			json({ data: { list: page(0, 2) }, links: { next: "/people?after=2#top" } }),
			json({ data: { list: page(2, 4) }, links: { next: null } }),
		);
		const outcome = await read({ kind: "url-at", path: "$.links.next" }, { items: "$.data.list" });
		expect(outcome.profiles).to.deep.equal(all);
		expect(paths()).to.deep.equal(["/people?size=2&key=secret", "/people?after=2"]);
	});

	it("may say a cursor", async () => {
		const contents = {
			none: { items: page(0, 2), next: "a&b=c" },
			"a&b=c": { items: page(2, 2), next: 7 },
			"7": { items: page(4, 2), next: "" },
		};
		server.answers(byQuery("cursor", contents));
		const outcome = await read({ kind: "cursor", path: "$['next']", parameter: "cursor" }, { items: "$.items" });
		expect(outcome.profiles).to.deep.equal(all);
		expect(paths()).to.deep.equal([
			"/people?size=2&key=secret",
			"/people?size=2&key=secret&cursor=a%26b%3Dc",
			"/people?size=2&key=secret&cursor=7",
		]);
	});

	it("may end with a cursor that is missing, null, false or empty", async () => {
		for (const end of [{}, { next: null }, { next: false }, { next: "" }]) {
			server.answers(json({ items: all, ...end }));
			const outcome = await read({ kind: "cursor", path: "$.next", parameter: "cursor" }, { items: "$.items" });
			expect(outcome).to.deep.equal({ profiles: all, restarts: 0, problems: [], validators: {}, waits: [] });
			expect(server.asked).to.have.length(1);
		}
	});

	it("may be numbered", async () => {
		server.answers(byQuery("page", { 1: page(0, 3), 2: page(3, 3), 3: [] }));
		expect((await read({ kind: "number", parameter: "page" })).profiles).to.deep.equal(all);
		expect(server.asked).to.have.length(3);
		server.answers(byQuery("p", { 0: page(0, 3), 1: page(3, 3), 2: [] }));
		expect((await read({ kind: "number", parameter: "p", first: 0 }, { items: "$" })).profiles).to.deep.equal(all);
	});

	it("may be counted by what came before", async () => {
		server.answers(byQuery("skip", { 0: page(0, 2), 2: [{ n: 2 }, 7, { n: 3 }], 5: page(4, 2), 7: [] }));
		const outcome = await read({ kind: "offset", parameter: "skip" });
		expect(outcome.profiles).to.deep.equal(all);
		expect(outcome.problems).to.deep.equal(["Element 4 is a number, but a profile is an object."]);
	});

	it("are asked for with the source's headers, each of them", async () => {
		server.answers(byQuery("page", { 1: page(0, 6), 2: [] }));
		await read({ kind: "number", parameter: "page" }, { headers: { "X-Key": "y" } });
		expect(server.asked.map(({ headers }) => headers["x-key"])).to.deep.equal(["y", "y"]);
	});

	it("tell how far they are", async () => {
		const seen: SourceProgress[] = [];
		server.answers(byQuery("page", { 1: page(0, 6), 2: [] }));
		await read({ kind: "number", parameter: "page" }, {}, { onProgress: (progress) => seen.push(progress) });
		expect(seen.at(-1)).to.deep.equal({ bytesRead: JSON.stringify(all).length + 2 });
	});

	describe("that fail on the way", () => {
		const numbered: NextPage = { kind: "number", parameter: "page" };

		it("are asked for again, each with patience of its own", async () => {
			const text = JSON.stringify(page(0, 3));
			const failing = [status(500), status(429, { "retry-after": "2" }), cut(text, 5), cut(text, 0)];
			server.answers(...failing, whole(text), ...failing, json(page(3, 3)), json([]));
			const outcome = await read(numbered, {}, { limits: { maxAttempts: 5 } });
			expect(outcome).to.deep.equal({
				profiles: all,
				restarts: 0,
				problems: [],
				validators: {},
				waits: [250, 2000, 1000, 2000, 250, 2000, 1000, 2000],
			});
			server.answers(...failing, status(500), whole(text));
			expect((await read(numbered, {}, { limits: { maxAttempts: 5 } })).error).to.match(/^unreachable: /);
		});

		it("are asked for again when the server falls silent", async () => {
			server.answers(silence, stall(JSON.stringify(all), 9), json(all), json([]));
			expect((await read(numbered, {}, { stalls: true })).profiles).to.deep.equal(all);
		});

		it("are asked for again when a page ends early though nothing broke", async () => {
			const text = JSON.stringify(all);
			const answers = [text.slice(0, 9), text, "[]"];
			const early: typeof fetch = async () => {
				const body = answers.shift() ?? "";
				return new Response(body, { headers: { "content-length": `${body === "[]" ? 2 : text.length}` } });
			};
			expect((await read(numbered, {}, { fetch: early })).profiles).to.deep.equal(all);
			expect(answers).to.deep.equal([]);
		});

		it("are incomplete when a page always breaks off", async () => {
			server.answers(json(page(0, 3)), cut(JSON.stringify(all), 9));
			const outcome = await read(numbered);
			expect(outcome.error).to.equal(
				"incomplete: The profiles end in the middle: refresh again, and ask those who make them when it happens again.",
			);
			expect(outcome.profiles).to.deep.equal(page(0, 3));
		});

		it("are refused in the middle as at the start", async () => {
			server.answers(json(page(0, 3)), status(401));
			expect((await read(numbered)).error).to.match(/^unauthorised: /);
			server.answers(status(404));
			const error = await openSource(source(numbered), quickClock([])).catch((thrown: unknown) => thrown);
			expect(error).to.include({ code: "not-found", status: 404 });
		});

		it("can be cancelled between two pages", async () => {
			const controller = new AbortController();
			server.answers(byQuery("page", { 1: page(0, 3), 2: page(3, 3), 3: [] }));
			const opened = await openSource(source(numbered), { signal: controller.signal });
			const reading = (async () => {
				if (opened.kind === "profiles") for await (const _ of opened.batches) controller.abort();
			})();
			const error = await reading.catch((thrown: unknown) => thrown);
			expect(error).to.include({ code: "cancelled" });
			expect(server.asked).to.have.length(1);
		});
	});

	describe("that are none", () => {
		const refusals: readonly (readonly [string, Answer, string])[] = [
			["no JSON", whole('{"items":'), "Page 1 is not JSON: correct the address of the source."],
			["no UTF-8", whole(new Uint8Array([0x5b, 0xff, 0x5d])), "Page 1 is not text in UTF-8: ask those who run the server."],
			["no list", json({ items: { 0: {} } }), "Page 1 has no list of profiles where the source says: correct the path to it."],
			["nothing there", json({}), "Page 1 has no list of profiles where the source says: correct the path to it."],
			[
				"an inherited list",
				json({ __proto__: { items: [] } }),
				"Page 1 has no list of profiles where the source says: correct the path to it.",
			],
			[
				"a web page",
				whole("<p>", { "content-type": "text/html" }),
				"The server answered with a web page instead of profiles: sign in again, or correct the address of the source.",
			],
			[
				"a cursor of objects",
				json({ items: [{}], next: {} }),
				"The cursor of page 1 is neither a text nor a number: correct the path to it.",
			],
		];
		for (const [name, answer, message] of refusals) {
			it(`are refused: ${name}`, async () => {
				server.answers(answer);
				const outcome = await read({ kind: "cursor", path: "$.next", parameter: "cursor" }, { items: "$.items" });
				expect(outcome.error).to.equal(`not-profiles: ${message}`);
			});
		}

		it("keep odd keys ordinary", async () => {
			server.answers(whole('{"__proto__":[{"__proto__":{"vip":true}}]}'));
			const outcome = await read({ kind: "link-header" }, { items: "$['__proto__']" });
			expect(JSON.stringify(outcome.profiles)).to.equal('[{"__proto__":{"vip":true}}]');
		});
	});

	describe("that lead elsewhere", () => {
		const next: NextPage = { kind: "url-at", path: "$.next" };
		const other = "other-origin: A page names a next page on another server, which is not asked: allow its origin in the source.";

		it("are not followed there, unless the source allows it", async () => {
			elsewhere.answers(json({ items: page(3, 3) }));
			server.answers((request, response) => json({ items: page(0, 3), next: `${elsewhere.origin}/more` })(request, response));
			const outcome = await read(next, { items: "$.items", headers: { "X-Key": "y" } });
			expect(outcome.error).to.equal(other);
			expect(outcome.profiles).to.deep.equal(page(0, 3));
			expect(elsewhere.asked).to.have.length(0);
			const allowed = await read(next, { items: "$.items", headers: { "X-Key": "y" }, otherOrigins: [elsewhere.origin] });
			expect(allowed.profiles).to.deep.equal(all);
			expect(elsewhere.asked.map(({ headers }) => headers["x-key"])).to.deep.equal(["y"]);
		});

		it("are on another server also by scheme, port or the start of the address", async () => {
			const secure = server.origin.replace("http:", "https:");
			for (const address of [
				`${secure}/x`,
				"//example.org/x",
				"https://127.0.0.1/x",
				"https://api.example.net/x",
				"http://127.0.0.1:1/x",
				"\\\\example.org\\x",
			]) {
				server.answers(json({ items: [], next: address }));
				expect((await read(next, { items: "$.items", otherOrigins: ["https://api.example"] })).error, address).to.equal(other);
			}
		});

		it("are no addresses of other kinds", async () => {
			for (const address of ["javascript:alert(1)", "data:,{}", "http://", 7, {}, "http://a@127.0.0.1/", "http://:b@127.0.0.1/"]) {
				server.answers(json({ items: [], next: address }));
				expect((await read(next, { items: "$.items" })).error, `${address}`).to.equal(
					"not-profiles: Page 1 names a next page that is no address to be asked: correct how it is found.",
				);
			}
		});
	});

	describe("that go round in a circle", () => {
		it("are refused when an address or a cursor comes again", async () => {
			server.answers(
				json({ items: page(0, 1), next: "/b" }),
				json({ items: page(1, 1), next: "/c" }),
				json({ items: page(2, 1), next: "/b" }),
			);
			const circle = "loop: Page 4 would be one that was read before: correct how the next page is found.";
			expect((await read({ kind: "url-at", path: "$.next" }, { items: "$.items" })).error).to.equal(circle);
			expect(server.asked).to.have.length(3);
			server.answers(json({ items: [{}], next: "x" }), json({ items: [{ a: 1 }], next: "y" }), json({ items: [{ a: 2 }], next: "x" }));
			expect((await read({ kind: "cursor", path: "$.next", parameter: "c" }, { items: "$.items" })).error).to.equal(circle);
		});

		it("are refused when the server does not know the parameter", async () => {
			server.answers(json(all));
			for (const next of [
				{ kind: "number", parameter: "page" },
				{ kind: "offset", parameter: "skip" },
			] as const) {
				const outcome = await read(next);
				expect(outcome.error).to.equal("loop: Page 2 is the same as the one before: correct the parameter that leads to the next page.");
				expect(outcome.profiles).to.deep.equal(all);
			}
		});
	});

	it("may be so many, and not one more", async () => {
		const contents = { 1: page(0, 2), 2: page(2, 2), 3: page(4, 2), 4: [] };
		for (const maxPages of [4, 3]) {
			server.answers(byQuery("page", contents));
			const outcome = await read({ kind: "number", parameter: "page" }, {}, { limits: { maxPages } });
			expect(outcome.error).to.equal(
				maxPages === 4 ? undefined : "too-many-pages: There are more than 3 pages: ask for larger pages, or raise maxPages.",
			);
			expect(outcome.profiles).to.deep.equal(all);
			expect(server.asked).to.have.length(maxPages);
		}
	});

	it("may each be so large, and not a byte larger", async () => {
		const text = JSON.stringify(all);
		for (const maxPageBytes of [text.length, text.length - 1]) {
			server.answers(whole(text));
			const outcome = await read({ kind: "link-header" }, {}, { limits: { maxPageBytes } });
			const most = maxPageBytes.toLocaleString("en");
			expect(outcome.error).to.equal(
				maxPageBytes === text.length
					? undefined
					: `too-large: Page 1 is larger than ${most} bytes: ask for smaller pages, or raise maxPageBytes.`,
			);
		}
	});

	describe("of a source that is not described well", () => {
		const refusals: readonly (readonly [Partial<PagesSource>, string])[] = [
			[{ items: "items" }, 'A path of the source cannot be used. "items" is not a JSON path. Write one such as $.account.plan.'],
			[
				{ items: "$.items[*]" },
				'A path of the source cannot be used. "$.items[*]" can name several values. Write a path of names and single indexes, such as $.orders[0].total.',
			],
			[
				{ next: { kind: "url-at", path: 7 as unknown as string } },
				'A path of the source cannot be used. "" is not a JSON path. Write one such as $.account.plan.',
			],
			[{ next: { kind: "number", parameter: "" } }, "The source does not name the parameter that leads to the next page: give its name."],
			[
				{ next: { kind: "number", parameter: "page", first: 1.5 } },
				"The number of the source's first page is not a whole number: correct it.",
			],
			[
				{ next: { kind: "guess" } as unknown as NextPage },
				'The source does not say how a page leads to the next: give next with the kind "link-header", "url-at", "cursor", "number" or "offset".',
			],
			[{ otherOrigins: ["example.org"] }, "One of the source's other origins is none: give them as https://api.example.com."],
			[{ url: "javascript:1" }, "The source's address is not one that can be asked: give one that starts with https:// or http://."],
		];
		for (const [more, message] of refusals) {
			it(`is refused: ${message}`, async () => {
				server.answers(json([]));
				expect((await read({ kind: "link-header" }, more)).error).to.equal(`bad-source: ${message}`);
				expect(server.asked).to.have.length(0);
			});
		}
	});
});
