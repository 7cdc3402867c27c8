// Who is meant by included and excluded segments, why, and the counting reply.
import { expect } from "chai";
import { type AudienceOptions, type CompiledAudience, compileAudience } from "../../src/segments/audience.ts";
import { type CountingRequest, countAudience } from "../../src/segments/counting.ts";
import { segmentLibrary } from "../../src/segments/library.ts";
import { catalogueOf } from "../eval/catalogue-of.ts";

const fields = catalogueOf(
	{ name: "spent", type: "number" },
	{ name: "opted_out", type: "boolean" },
	{ name: "email_opted_out", type: "boolean" },
	{ name: "sms_opted_out", type: "boolean" },
);

const made = segmentLibrary("shop", [
	{ id: "1", name: "rich", text: "spent > 100", active: true },
	{ id: "2", name: "known", text: "spent is set", active: true },
	{ id: "3", name: "unsubscribed", text: "opted_out", active: true },
	{ id: "4", name: "sleeping", text: "spent > 5", active: false },
	{ id: "5", name: "broken", text: "spend > 5", active: true },
	{ id: "6", name: "uses sleeping", text: 'in segment "sleeping"', active: true },
]);
if ("problems" in made) throw new Error("The library has no problems.");
const { library } = made;

const options: AudienceOptions = { library, catalogue: fields, now: 0, timeZone: "UTC" };

function audience(
	includeSegments: readonly string[],
	excludeSegments: readonly string[] = [],
	more: Partial<AudienceOptions> = {},
): CompiledAudience {
	const result = compileAudience({ includeSegments, excludeSegments }, { ...options, ...more });
	if ("problems" in result) throw new Error(result.problems.map((problem) => problem.message).join("\n"));
	return result.audience;
}

const problemsOf = (includeSegments: readonly string[], excludeSegments: readonly string[] = [], more: Partial<AudienceOptions> = {}) => {
	const result = compileAudience({ includeSegments, excludeSegments }, { ...options, ...more });
	return "problems" in result ? result.problems : [];
};

const people = [{ user_id: "a", spent: 500 }, { user_id: "b", spent: 50 }, { user_id: "c", spent: 500, opted_out: true }, { user_id: "d" }];

const idsIn = (tested: CompiledAudience): readonly string[] =>
	people.filter((person) => tested.test(person)).map((person) => person.user_id);

describe("audiences", () => {
	it("are in any included segment and in no excluded one", () => {
		expect(idsIn(audience(["rich"]))).to.deep.equal(["a", "c"]);
		expect(idsIn(audience(["rich", "known"]))).to.deep.equal(["a", "b", "c"]);
		expect(idsIn(audience(["rich"], ["unsubscribed"]))).to.deep.equal(["a"]);
	});

	it("without an included segment are everyone", () => {
		expect(idsIn(audience([]))).to.deep.equal(["a", "b", "c", "d"]);
		expect(idsIn(audience([], ["unsubscribed"]))).to.deep.equal(["a", "b", "d"]);
	});

	it("a deactivated segment adds no one, and never everyone", () => {
		expect(idsIn(audience(["sleeping"]))).to.deep.equal([]);
		expect(idsIn(audience(["sleeping", "rich"]))).to.deep.equal(["a", "c"]);
		expect(idsIn(audience(["sleeping"], [], { deactivatedInclude: "as-active" }))).to.deep.equal(["a", "b", "c"]);
		expect(problemsOf(["sleeping"], [], { deactivatedInclude: "refuse" })).to.have.length(1);
	});

	it("a deactivated segment that was to keep people out is an error", () => {
		expect(problemsOf(["rich"], ["sleeping"])).to.deep.equal([
			{ pointer: "/excludeSegments/0", message: 'Segment "sleeping" is deactivated. Activate it, or leave it out.' },
		]);
		expect(idsIn(audience([], ["sleeping"], { deactivatedExclude: "nobody" }))).to.deep.equal(["a", "b", "c", "d"]);
		expect(idsIn(audience([], ["sleeping"], { deactivatedExclude: "as-active" }))).to.deep.equal(["d"]);
	});

	it("tell every problem at once", () => {
		expect(problemsOf(["rich", "none", "broken"], ["uses sleeping"])).to.deep.equal([
			{ pointer: "/includeSegments/1", message: 'There is no segment "none". Create it, or leave it out.' },
			{ pointer: "/includeSegments/2", message: 'Segment "broken" cannot be used: There is no field "spend". Did you mean "spent"?' },
			{
				pointer: "/excludeSegments/0",
				message: 'Segment "uses sleeping" cannot be used: Segment "sleeping" is deactivated. Activate it or remove the reference.',
			},
		]);
	});

	const sentences = (tested: CompiledAudience, person: unknown) => tested.explain(person).reasons.map((reason) => reason.sentence);

	it("explain who keeps someone out, and through which condition", () => {
		expect(sentences(audience(["rich"], ["unsubscribed"]), people[2])).to.deep.equal(['excluded by "unsubscribed": opted_out is true']);
		expect(sentences(audience(["rich"], ["unsubscribed"]), people[0])).to.deep.equal(['included by "rich": spent > 100 (it is 500)']);
		expect(sentences(audience(["rich", "known"]), people[3])).to.deep.equal([
			'not in "rich": spent > 100 (it is missing)',
			'not in "known": spent is set (it is missing)',
		]);
		expect(sentences(audience([]), people[3])).to.deep.equal([]);
		expect(sentences(audience(["unsubscribed"]), { opted_out: false })).to.deep.equal(['not in "unsubscribed": opted_out is false']);
	});

	const whyOf = (text: string, person: unknown): readonly string[] => {
		const own = segmentLibrary("shop", [{ id: "1", name: "s", text, active: true }]);
		if ("problems" in own) throw new Error("The library has no problems.");
		return sentences(audience(["s"], [], { library: own.library }), person);
	};

	it("explain a group by the conditions in it that decide, whatever the others say", () => {
		const mixed = { spent: 5, opted_out: false };
		expect(whyOf("none of (spent > 1, opted_out)", mixed)).to.deep.equal(['not in "s": spent > 1 (it is 5)']);
		expect(whyOf("none of (spent > 9, opted_out)", mixed)).to.deep.equal(['included by "s": spent > 9 (it is 5), opted_out is false']);
		expect(whyOf("none of (none of (opted_out, spent > 9), spent > 100)", mixed)).to.deep.equal([
			'not in "s": opted_out is false, spent > 9 (it is 5)',
		]);
		expect(whyOf("none of (none of (opted_out, spent > 1), spent > 2)", mixed)).to.deep.equal(['not in "s": spent > 2 (it is 5)']);
		expect(whyOf("not (spent > 1 or opted_out)", mixed)).to.deep.equal(['not in "s": spent > 1 (it is 5)']);
		expect(whyOf("not none of (spent > 1, opted_out)", mixed)).to.deep.equal(['included by "s": spent > 1 (it is 5)']);
		expect(whyOf("at least 2 of (spent > 1, opted_out, spent > 9)", mixed)).to.deep.equal([
			'not in "s": opted_out is false, spent > 9 (it is 5)',
		]);
		expect(whyOf("at least 2 of (spent > 1, opted_out, spent > 2)", mixed)).to.deep.equal([
			'included by "s": spent > 1 (it is 5), spent > 2 (it is 5)',
		]);
		expect(whyOf("none of (at least 2 of (spent > 1, opted_out, spent > 2), spent > 9)", mixed)).to.deep.equal([
			'not in "s": spent > 1 (it is 5), spent > 2 (it is 5)',
		]);
	});
});

describe("the counting reply", () => {
	const crowd = Array.from({ length: 25 }, (_, index) => ({
		user_id: `u${index}`,
		first_name: index % 2 ? "Ada" : "Bob",
		spent: 500,
		...(index % 5 !== 0 && { email: `U${index}@Example.com` }),
		...(index % 10 === 1 && { email_opted_out: true }),
		...(index === 3 && { phone: "+1 555" }),
	}));
	const count = (request: CountingRequest) => countAudience(audience(["rich"]), request, crowd, fields, "UTC");
	const reply = async (request: CountingRequest) => {
		const result = await count(request);
		if ("problems" in result) throw new Error("The request has no problems.");
		return result.reply;
	};

	it("counts all, pages, and reaches over the whole set", async () => {
		const first = await reply({ limit: 10 });
		expect([first.count, first.recipients.length, first.pagination.hasNextPage]).to.deep.equal([25, 10, true]);
		// 20 have an e-mail, of whom u1, u11 and u21 opted out.
		expect(first.reach).to.deep.equal({ audience: 25, email: 17, phone: 1 });
		const ids: (string | null)[] = [];
		let cursor: string | null | undefined;
		do {
			const page = await reply({ limit: 10, ...(cursor && { cursor }) });
			ids.push(...page.recipients.map((person) => person.id));
			expect(page.reach).to.deep.equal(first.reach);
			cursor = page.pagination.cursor;
		} while (cursor);
		expect(ids).to.deep.equal(crowd.map((person) => person.user_id));
	});

	it("filters by reach and searches in any case", async () => {
		expect((await reply({ filter: "email" })).count).to.equal(17);
		expect((await reply({ filter: "phone" })).recipients.map((person) => person.id)).to.deep.equal(["u3"]);
		expect((await reply({ search: "2@EXAMPLE" })).recipients.map((person) => person.id)).to.deep.equal(["u2", "u12", "u22"]);
		expect((await reply({ search: "ada" })).count).to.equal(12);
		expect((await reply({ search: "nobody" })).count).to.equal(0);
	});

	it("gives people in the seed system's shape", async () => {
		const { recipients } = await reply({ limit: 1 });
		expect(recipients).to.deep.equal([
			{ id: "u0", externalId: "u0", firstName: "Bob", lastName: null, email: null, phone: null, emailOptedOut: null, smsOptedOut: null },
		]);
	});

	it("refuses what it cannot answer, every problem at once", async () => {
		expect(await count({ limit: 0, filter: "fax" as "all", cursor: "5.1" })).to.deep.equal({
			problems: [
				{ pointer: "/limit", message: '"limit" must be a whole number from 1 to 1000.' },
				{ pointer: "/filter", message: '"filter" must be "all", "email" or "phone".' },
				{ pointer: "/cursor", message: "This cursor belongs to another request. Begin again without it." },
			],
		});
		expect("reply" in (await count({ limit: 1_000 }))).to.equal(true);
		expect("problems" in (await count({ limit: 1_001 }))).to.equal(true);
	});

	it("a cursor of another search is refused", async () => {
		const { cursor } = (await reply({ limit: 1, search: "ada" })).pagination;
		expect("problems" in (await count({ limit: 1, cursor: cursor ?? "" }))).to.equal(true);
		expect("reply" in (await count({ limit: 1, search: "ada", cursor: cursor ?? "" }))).to.equal(true);
	});

	it("a cursor of another audience is refused, of the same one said otherwise is not", async () => {
		const asked = (tested: CompiledAudience, request: CountingRequest) => countAudience(tested, request, crowd, fields, "UTC");
		const first = await asked(audience(["rich", "known"], ["unsubscribed"]), { limit: 1 });
		const cursor = "reply" in first ? (first.reply.pagination.cursor ?? "") : "";
		const isTaken = async (tested: CompiledAudience): Promise<boolean> => "reply" in (await asked(tested, { cursor }));
		expect(await isTaken(audience(["2", "1", "rich"], ["3"]))).to.equal(true);
		expect(await isTaken(audience(["rich", "known"]))).to.equal(false);
		expect(await isTaken(audience(["rich"], ["unsubscribed"]))).to.equal(false);
		expect(await isTaken(audience(["rich", "unsubscribed"], ["known"]))).to.equal(false);
		expect(await isTaken(audience([], ["unsubscribed"]))).to.equal(false);
		expect([audience([]).key, audience(["sleeping"]).key]).to.deep.equal(['["everyone",[]]', "[[],[]]"]);
		const sleeping = audience(["sleeping"], [], { deactivatedInclude: "as-active" });
		expect(sleeping.key).to.equal('[["4"],[]]');
	});
});
