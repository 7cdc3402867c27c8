// The known defects of the seed system's builder (language.md §5), each by its name: documents that it gets wrong, against profiles.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { compileAudience } from "../../src/segments/audience.ts";
import { countAudience } from "../../src/segments/counting.ts";
import { fromConditions } from "../../src/segments/from-conditions.ts";
import type { SeedRelativeDate } from "../../src/segments/seed-condition.ts";
import { segmentLibrary } from "../../src/segments/library.ts";
import { parse } from "../../src/syntax/parse.ts";
import { applyEdits } from "../../src/text/edit.ts";
import { shop } from "../check/shop.ts";

const noon = Date.UTC(2026, 4, 10, 12);
/** Where the days begin earliest, latest, and in between: 10 May is the day in all of them but the first, where it is the 11th. */
const zones = ["Pacific/Kiritimati", "Europe/Paris", "UTC", "America/Los_Angeles"];

/** Which of these birthdays the condition finds. */
function found(operator: string, value: unknown, birthdays: readonly string[], timeZone = "UTC", now = noon): readonly string[] {
	const read = fromConditions([{ field: "birthday", operator, value }], shop);
	if ("problems" in read) throw new Error(read.problems[0]?.message);
	const compiled = compile(read.text, { catalogue: shop, now, timeZone });
	if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
	return birthdays.filter((birthday) => compiled.segment.test({ birthday }));
}

const relative = (value: number, direction: SeedRelativeDate["direction"], unit: SeedRelativeDate["unit"] = "days") => ({
	type: "relative",
	value,
	unit,
	direction,
});

describe("defects of the seed system's builder", () => {
	it("dates do not shift by a day, east or west of Greenwich", () => {
		const days = ["2026-04-30", "2026-05-01", "2026-05-02"];
		for (const zone of zones) {
			expect(found("equals_month_day_year", "2026-05-01", days, zone), zone).to.deep.equal(["2026-05-01"]);
			expect(found("equals_month_day", "1990-05-01", days, zone), zone).to.deep.equal(["2026-05-01"]);
			expect(found("between_month_day_year", { startDate: "2026-05-01", endDate: "2026-05-02" }, days, zone), zone).to.deep.equal(
				days.slice(1),
			);
			expect(found("less_than", "2026-05-01", days, zone), zone).to.deep.equal(["2026-04-30"]);
		}
	});

	it("relative days are days of the tenant's zone, at any hour", () => {
		const days = ["2026-05-09", "2026-05-10", "2026-05-11"];
		for (const hour of [0, 9, 11]) {
			const now = Date.UTC(2026, 4, 10, hour);
			expect(found("equals", relative(0, "before"), days, "UTC", now), `${hour}:00`).to.deep.equal(["2026-05-10"]);
		}
		expect(found("equals", relative(0, "before"), days, "Pacific/Kiritimati")).to.deep.equal(["2026-05-11"]);
	});

	it("relative ranges are not inverted", () => {
		const days = ["2026-05-02", "2026-05-03", "2026-05-10", "2026-05-13", "2026-05-14"];
		const around = { startDate: relative(7, "before"), endDate: relative(3, "after") };
		expect(found("between_month_day_year", around, days)).to.deep.equal(days.slice(1, 4));
		const past = { startDate: relative(1, "before", "weeks"), endDate: relative(0, "before") };
		expect(found("between_month_day_year", past, days)).to.deep.equal(["2026-05-03", "2026-05-10"]);
		const coming = { startDate: relative(0, "after"), endDate: relative(3, "after") };
		expect(found("between_month_day", coming, ["1990-05-09", "1990-05-10", "1990-05-13", "1990-05-14"])).to.deep.equal([
			"1990-05-10",
			"1990-05-13",
		]);
	});

	it("0 days is today, before as after", () => {
		const days = ["1990-05-09", "1990-05-10", "2026-05-10", "2026-05-11"];
		for (const direction of ["before", "after"] as const) {
			expect(found("equals_month_day", relative(0, direction), days)).to.deep.equal(["1990-05-10", "2026-05-10"]);
			expect(found("equals_month_day_year", relative(0, direction), days)).to.deep.equal(["2026-05-10"]);
		}
	});

	it("rolling dates work with greater_than and less_than", () => {
		const days = ["2026-04-09", "2026-04-10", "2026-04-11"];
		expect(found("greater_than", relative(30, "before"), days)).to.deep.equal(["2026-04-11"]);
		expect(found("less_than", relative(1, "before", "months"), days)).to.deep.equal(["2026-04-09"]);
		expect(found("greater_than", relative(30, "before"), days, "UTC", noon + 86_400_000)).to.deep.equal([]);
	});

	const segments = [{ id: "1", name: "known", text: "user_id is set", active: true }];
	const crowd = Array.from({ length: 30 }, (_, index) => ({ user_id: `u${index}`, spent: index, ...(index >= 20 && { phone: "+1" }) }));

	async function counted(library: ReturnType<typeof segmentLibrary>, names: readonly string[], limit: number) {
		if ("problems" in library) throw new Error(library.problems[0]?.message);
		const options = { library: library.library, catalogue: shop, now: noon, timeZone: "UTC" };
		const made = compileAudience({ includeSegments: names, excludeSegments: [] }, options);
		if ("problems" in made) throw new Error(made.problems[0]?.message);
		const result = await countAudience(made.audience, { limit }, crowd, shop, "UTC");
		if ("problems" in result) throw new Error(result.problems[0]?.message);
		return result.reply;
	}

	it("the reach share is of everyone, whatever the page", async () => {
		for (const limit of [1, 10, 1_000]) {
			const { reach } = await counted(segmentLibrary("shop", segments), ["known"], limit);
			expect(reach, `${limit} a page`).to.deep.equal({ audience: 30, email: 0, phone: 10 });
		}
	});

	it("a draft that nobody has saved can be counted", async () => {
		const draft = { id: "draft", name: "draft", text: 'spent >= 25 and in segment "known"', active: true };
		const { count, reach } = await counted(segmentLibrary("shop", [...segments, draft]), ["draft"], 100);
		expect([count, reach.phone]).to.deep.equal([5, 5]);
	});

	it("changing a field keeps the rest of its row", () => {
		const text = 'country in ("US", "CA") # the north\nand spent > 5';
		const { condition } = parse(text).segment;
		const row = condition?.kind === "and" ? condition.items[0] : undefined;
		if (row?.kind !== "test") throw new Error("It begins with a test.");
		expect(applyEdits(text, [{ span: row.subject.span, text: "address.city" }])).to.equal(
			'address.city in ("US", "CA") # the north\nand spent > 5',
		);
	});
});
