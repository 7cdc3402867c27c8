// Which values completion is told: those of the profiles as they are, asked for once, and none that may not be seen.
import { expect } from "chai";
import { ProfileValues } from "../../../src/element/editor/values-source.ts";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { profilesFromRows } from "../../../src/element/session/rows-source.ts";
import { Session } from "../../../src/element/session/session.ts";
import type { CatalogueInput } from "../../../src/fields/catalogue.ts";
import type { ValueCount } from "../../../src/service/values-source.ts";
import { countingSource } from "./counting-source.ts";
import { catalogue } from "./editor-page.ts";

const countries: readonly ValueCount[] = [
	{ value: "US", count: 40 },
	{ value: "CA", count: 30 },
	{ value: "Chad", count: 2 },
];

describe("ProfileValues", () => {
	let session: Session;
	let end: () => void = () => undefined;

	const sessionOf = async (profiles: AnsweringSource, fields: CatalogueInput = catalogue): Promise<ProfileValues> => {
		session = new Session();
		session.configure({ catalogue: fields, profiles });
		end = session.subscribe(() => undefined);
		await session.load();
		return new ProfileValues(session);
	};

	afterEach(() => end());

	it("tells the values of everyone, most frequent first, and asks once", async () => {
		const source = countingSource(countries);
		const values = await sessionOf(source);
		const asked = values.topValues("country", "");
		expect(asked).to.be.instanceOf(Promise);
		expect(values.topValues("country", "")).to.equal(asked);
		expect(await asked).to.deep.equal(countries);
		expect(values.topValues("country", "c")).to.deep.equal(countries);
		expect(source.asked).to.deep.equal(["country 200"]);
	});

	it("asks again when there are other profiles, also while the text has errors", async () => {
		const source = countingSource(countries);
		const values = await sessionOf(source);
		await values.topValues("country", "");
		session.reset("country = ");
		source.become([{ value: "MX", count: 1 }]);
		expect(await values.topValues("country", "")).to.deep.equal([{ value: "MX", count: 1 }]);
		expect(source.asked).to.deep.equal(["country 200", "country 200"]);
	});

	it("asks again when the counts are of other profiles than the values, though the source told nobody", async () => {
		const { subscribe, ...source } = countingSource(countries);
		expect(subscribe).to.be.a("function");
		const values = await sessionOf(source);
		await values.topValues("country", "");
		let revision = "1";
		const counting = source.preview;
		source.preview = async (...given) => {
			const answer = await counting(...given);
			return answer.kind === "done" ? { ...answer, freshness: { ...answer.freshness, revision } } : answer;
		};
		session.reset("points > 1");
		await new Promise((resolve) => setTimeout(resolve, 10));
		expect(values.topValues("country", "")).to.deep.equal(countries);
		revision = "2";
		session.recount();
		await new Promise((resolve) => setTimeout(resolve, 10));
		expect(values.topValues("country", "")).to.be.instanceOf(Promise);
	});

	it("looks for what is typed among more values, where the first are not all", async () => {
		const many = Array.from({ length: 300 }, (_, index) => ({ value: `v${index}`, count: 1000 - index }));
		const source = countingSource([...many, { value: "Zanzibar", count: 1 }]);
		const values = await sessionOf(source);
		expect(await values.topValues("country", "")).to.have.lengthOf(200);
		expect(values.topValues("country", "v1")).to.have.lengthOf(200);
		expect(await values.topValues("country", "zan")).to.deep.include({ value: "Zanzibar", count: 1 });
		expect(values.topValues("country", "zan")).to.have.lengthOf(301);
		expect(values.topValues("country", "nowhere")).to.have.lengthOf(301);
		expect(source.asked).to.deep.equal(["country 200", "country 5000"]);
	});

	it("never asks for personal fields while they are masked, and not for what has no list of values", async () => {
		const source = countingSource(countries);
		const values = await sessionOf(source);
		for (const name of ["email", "orders", "orders.nothing", "opted_in", "seen_at", "__proto__", "constructor", "orders.__proto__"]) {
			expect(await values.topValues(name, ""), name).to.deep.equal([]);
		}
		expect(source.asked).to.deep.equal([]);
		session.configure({ privacy: { ...defaultPolicy, personal: "show" } });
		await values.topValues("email", "");
		expect(source.asked).to.deep.equal(["email 200"]);
	});

	const shop: CatalogueInput = {
		timezone: "UTC",
		fields: [
			{ name: "points", type: "number" },
			{ name: "scores", type: "list", items: "number" },
			{
				name: "orders",
				type: "collection",
				fields: [
					{ name: "status", type: "text" },
					{ name: "total", type: "number" },
					{ name: "card", type: "text", pii: "CARD" },
					{ name: "lines.of", type: "collection", fields: [{ name: "item.sku", type: "text" }] },
				],
			},
			{ name: "visits", type: "collection", pii: "VISITS", fields: [{ name: "page", type: "text" }] },
		],
	};
	const line = (sku: string) => ({ item: { sku } });
	const buyers = [
		{ points: 5, scores: [1, 2, 1], orders: [{ status: "paid", total: 9, card: "1" }, { status: "paid" }, { status: "open", total: 9 }] },
		{ points: 5, scores: [2], orders: [{ status: "paid", lines: { of: [line("a"), line("b")] } }], visits: [{ page: "/" }] },
		{ points: 0.5, orders: [{ status: "void", total: 0, lines: { of: [line("b")] } }, { lines: { of: [line("b")] } }] },
		{ orders: [] },
	];

	it("tells of a collection's field how many profiles have an element with each value, also in collections within it", async () => {
		const values = await sessionOf(profilesFromRows(buyers, shop), shop);
		expect(await values.topValues("orders.status", "")).to.deep.equal([
			{ value: "paid", count: 2 },
			{ value: "open", count: 1 },
			{ value: "void", count: 1 },
		]);
		expect(values.topValues("orders.status", "p")).to.have.lengthOf(3);
		expect(await values.topValues("orders.lines.of.item.sku", "")).to.deep.equal([
			{ value: "b", count: 2 },
			{ value: "a", count: 1 },
		]);
		expect(await values.topValues("orders.total", "")).to.deep.equal([
			{ value: 0, count: 1 },
			{ value: 9, count: 1 },
		]);
	});

	it("tells nothing of personal fields of a collection, nor of a personal collection", async () => {
		const values = await sessionOf(profilesFromRows(buyers, shop), shop);
		expect(await values.topValues("orders.card", "")).to.deep.equal([]);
		expect(await values.topValues("visits.page", "")).to.deep.equal([]);
		session.configure({ privacy: { ...defaultPolicy, shownFields: ["orders.card"] } });
		expect(await values.topValues("orders.card", "")).to.deep.equal([{ value: "1", count: 1 }]);
		expect(await values.topValues("visits.page", "")).to.deep.equal([]);
	});

	it("tells numbers, and those of lists, by how many have them", async () => {
		const values = await sessionOf(profilesFromRows(buyers, shop), shop);
		expect(await values.topValues("points", "")).to.deep.equal([
			{ value: 5, count: 2 },
			{ value: 0.5, count: 1 },
		]);
		expect(await values.topValues("scores", "")).to.deep.equal([
			{ value: 2, count: 2 },
			{ value: 1, count: 1 },
		]);
	});

	for (const [different, told] of [
		[200, 200],
		[201, 0],
	] as const) {
		it(`tells ${told} of ${different} different numbers`, async () => {
			const rows = Array.from({ length: different }, (_, points) => ({ points }));
			const values = await sessionOf(profilesFromRows(rows, shop), shop);
			expect(await values.topValues("points", "")).to.have.lengthOf(told);
			// It is known by then, whatever is typed.
			expect(values.topValues("points", "7")).to.have.lengthOf(told);
		});
	}

	it("leaves out values that too few have, also after the policy became another", async () => {
		const values = await sessionOf(countingSource(countries));
		expect(await values.topValues("country", "")).to.have.lengthOf(3);
		session.configure({ privacy: { ...defaultPolicy, smallestCount: 30 } });
		expect(await values.topValues("country", "")).to.deep.equal(countries.slice(0, 2));
		session.configure({ privacy: { ...defaultPolicy, smallestCount: 31 } });
		expect(await values.topValues("country", "")).to.deep.equal(countries.slice(0, 1));
	});

	it("gives up on a source that never answers, and asks it again the next time", async () => {
		const source = countingSource(countries);
		await sessionOf(source);
		const values = new ProfileValues(session, { patienceMs: 30 });
		source.hold();
		const message = await Promise.resolve(values.topValues("country", "")).then(
			() => "answered",
			(error: Error) => error.message,
		);
		expect(message).to.equal("The profiles took too long to tell their values.");
		source.release();
		expect(await values.topValues("country", "")).to.deep.equal(countries);
	});

	it("fails with a source that fails, and knows of none where there are no profiles", async () => {
		const source = countingSource(countries);
		const values = await sessionOf(source);
		const answer = source.distribution;
		source.distribution = () => Promise.resolve({ kind: "problems", problems: [{ message: "No column." }] });
		const failure = (): Promise<string> =>
			Promise.resolve(values.topValues("country", "")).then(
				() => "answered",
				(error: Error) => error.message,
			);
		expect(await failure()).to.equal("The profiles did not tell the values of country.");
		source.distribution = () => Promise.reject(new Error("lost"));
		expect(await failure()).to.equal("lost");
		source.distribution = () => Promise.resolve({ kind: "nothing" });
		expect(await values.topValues("country", "")).to.deep.equal([]);
		source.distribution = answer;
		session.configure({ profiles: undefined });
		expect(values.topValues("country", "")).to.deep.equal([]);
	});

	it("stops what is asked, and asks anew afterwards", async () => {
		const source = countingSource(countries);
		const values = await sessionOf(source);
		source.hold();
		const asked = Promise.resolve(values.topValues("country", "")).catch((error: Error) => error.message);
		values.stop();
		expect(await asked).to.equal("The question about values was stopped.");
		source.release();
		expect(await values.topValues("country", "")).to.deep.equal(countries);
	});
});
