// A table holds what records hold, whatever the profiles are, and changes by user_id.
import { expect } from "chai";
import fc from "fast-check";
import { rowsOfIds, run, runInSteps, Table } from "../../src/columns/index.ts";
import { recorder } from "../../src/eval/record.ts";
import { compileAt } from "../properties/agree.ts";
import { arbitraryCondition } from "../properties/arbitrary-condition.ts";
import { toPlan } from "../../src/columns/to-plan.ts";
import { hostileFields, hostileProfiles, moment, planOf, rowsOf, shop, stateOf, tableOf, zone } from "./tables.ts";

describe("a table", () => {
	it("holds the record of every profile, and reports the same quality", () => {
		fc.assert(
			fc.property(hostileProfiles, fc.constantFrom(0, 1, 65_535), (profiles, maxDistinctTexts) => {
				const records = recorder(hostileFields, { timeZone: zone });
				const table = tableOf(profiles, hostileFields, { maxDistinctTexts });
				const expected = profiles.map((profile) => records.toRecord(profile));
				expect(profiles.map((_, row) => table.recordAt(row))).to.deep.equal(expected);
				expect(table.quality).to.deep.equal(records.quality);
				const { bytes } = table;
				table.trim();
				expect(table.bytes).to.be.at.most(bytes);
				expect(profiles.map((_, row) => table.recordAt(row))).to.deep.equal(expected);
			}),
		);
	});

	it("counts profiles that are no objects, and has a row for each", () => {
		const table = tableOf([null, [], "x", 5, undefined, { points: 1 }], shop());
		expect([table.rows, table.size, table.quality.profiles, table.quality.notObjects]).to.deep.equal([6, 6, 6, 5]);
		expect(rowsOf(table, "points is missing")).to.deep.equal([0, 1, 2, 3, 4]);
		expect(table.quality.fields.find(({ field }) => field === "points")?.seen).to.equal(1);
	});

	it("replaces and removes profiles by user_id", () => {
		const table = tableOf([], shop());
		expect(table.put({ user_id: "a", points: 1 })).to.equal(0);
		expect(table.put({ user_id: "b", points: 1 })).to.equal(1);
		expect(table.put({ user_id: "a", points: 2 })).to.equal(2);
		expect(table.put({ points: 3 })).to.equal(3);
		expect(table.put(null)).to.equal(4);
		expect([table.rows, table.size, table.rowOf("a"), table.rowOf("b"), table.rowOf("c")]).to.deep.equal([5, 4, 2, 1, undefined]);
		expect([0, 1, 2, 3, 4].map((row) => table.isRemoved(row))).to.deep.equal([true, false, false, false, false]);
		expect([table.remove("a"), table.remove("a"), table.remove("c")]).to.deep.equal([true, false, false]);
		expect([table.size, table.rowOf("a")]).to.deep.equal([3, undefined]);
		expect(rowsOf(table, "points >= 1")).to.deep.equal([1, 3]);
		expect(table.put({ user_id: "a", points: 4 })).to.equal(5);
		expect(rowsOf(table, "points >= 1")).to.deep.equal([1, 3, 5]);
	});

	it("reaches every profile of a user_id that was appended twice, whenever the first was asked for", () => {
		for (const early of [true, false]) {
			const table = tableOf([], shop());
			if (early) expect(table.rowOf("a")).to.equal(undefined);
			for (const user_id of ["a", "a", "b", "a"]) table.append({ user_id });
			expect(table.rowOf("a")).to.equal(3);
			expect(table.put({ user_id: "a" })).to.equal(4);
			expect([0, 1, 2, 3, 4].map((row) => table.isRemoved(row))).to.deep.equal([true, true, false, true, false]);
			table.append({ user_id: "a" });
			expect(table.remove("a")).to.equal(true);
			expect([table.size, table.rowOf("a"), table.remove("a")]).to.deep.equal([1, undefined, false]);
		}
	});

	it("with a user_id that is no text says so instead of taking every change for somebody new", () => {
		const table = tableOf([{ user_id: 1 }, { user_id: 1 }], shop({ name: "user_id", type: "number" }));
		const message = 'Profiles are replaced and removed by user_id: make the field "user_id" of type "text", not "number".';
		expect(() => table.put({ user_id: 1 })).to.throw(RangeError, message);
		expect(() => table.remove("1")).to.throw(RangeError, message);
		expect(() => table.rowOf("1")).to.throw(RangeError, message);
		expect(() => rowsOfIds(table, new Set(["1"]))).to.throw(RangeError, message);
		expect(table.size).to.equal(2);
	});

	it("without a column for user_id says so instead of appending or keeping", () => {
		const table = tableOf([{ user_id: "a" }], shop(), { fields: ["points"] });
		const message = 'Profiles are replaced and removed by user_id: give the table the field "user_id" too.';
		expect(() => table.put({ user_id: "a" })).to.throw(RangeError, message);
		expect(() => table.remove("a")).to.throw(RangeError, message);
		expect(() => table.rowOf("a")).to.throw(RangeError, message);
		expect(table.rows).to.equal(1);
	});

	it("has another version after every change, and only then", () => {
		const table = tableOf([], shop());
		const versions = new Set([table.version]);
		const changes = [
			() => table.append({ user_id: "a" }),
			() => table.put({ user_id: "a" }),
			() => table.append(null),
			() => table.remove("a"),
		];
		for (const [index, change] of changes.entries()) {
			change();
			versions.add(table.version);
			expect(versions.size).to.equal(index + 2);
		}
		const { version } = table;
		table.remove("a");
		table.trim();
		rowsOf(table, "points > 1");
		expect(table.version).to.equal(version);
	});

	it("is of the fields asked for, in the catalogue's order", () => {
		const table = tableOf([{ points: 1, vip: true, country: "FR" }], shop(), { fields: ["vip", "points"] });
		expect(table.recordAt(0)).to.deep.equal({ points: 1, vip: true });
		expect([...table.frame.members.keys()]).to.deep.equal(["points", "vip"]);
		expect(table.quality.fields.map(({ field }) => field)).to.deep.equal(["points", "vip"]);
		expect(() => new Table(shop(), { timeZone: zone, fields: ["nobody"] })).to.throw(RangeError, 'The catalogue has no field "nobody".');
		expect(() => new Table(shop(), { timeZone: "Mars" })).to.throw(RangeError, 'There is no time zone "Mars".');
	});

	it("that stopped in the middle of a row says so, and still answers for the rows before it", () => {
		const table = tableOf([{ points: 1 }], shop());
		const broken = {
			get vip() {
				throw new Error("not today");
			},
		};
		expect(() => table.append(broken)).to.throw("not today");
		for (const change of [() => table.append({}), () => table.put({ user_id: "a" })]) {
			expect(change).to.throw("This table stopped in the middle of a row. Build a new one.");
		}
		expect(rowsOf(table, "points = 1")).to.deep.equal([0]);
		expect(table.rows).to.equal(1);
	});
});

type Step = { readonly kind: "append" | "put" | "trim"; readonly profile: unknown } | { readonly kind: "remove"; readonly id: string };

const steps = (profiles: readonly unknown[], picks: readonly number[]): readonly Step[] =>
	profiles.map((profile, index): Step => {
		const pick = picks[index] ?? 0;
		if (pick < 2) return { kind: "remove", id: "abc"[pick] as string };
		return { kind: pick < 4 ? "append" : pick < 9 ? "put" : "trim", profile };
	});

describe("answers that a table keeps", () => {
	it("stay true whatever is appended, replaced and removed", () => {
		const picks = fc.array(fc.nat(9), { minLength: 70, maxLength: 70 });
		fc.assert(
			fc.property(hostileProfiles, picks, fc.array(arbitraryCondition, { minLength: 1, maxLength: 3 }), (profiles, chosen, texts) => {
				const segments = texts.map((text) => compileAt(text, moment));
				const plans = segments.map((segment) => toPlan(segment.checked));
				const table = tableOf([]);
				/** What is in the table, by row. */
				const rows = new Map<number, unknown>();
				const forget = (id: unknown): void => {
					for (const [row, profile] of rows) if (idOf(profile) === id) rows.delete(row);
				};
				for (const [index, step] of steps(profiles, chosen).entries()) {
					if (step.kind === "remove") {
						table.remove(step.id);
						forget(step.id);
					} else if (step.kind === "trim") table.trim();
					else {
						const id = idOf(step.profile);
						if (step.kind === "put" && id !== undefined) forget(id);
						rows.set(table[step.kind](step.profile), step.profile);
					}
					if (index % 5 !== 0) continue;
					for (const [at, plan] of plans.entries()) {
						const expected = [...rows].filter(([, profile]) => segments[at]?.test(profile)).map(([row]) => row);
						const answer = run(table, plan, { stretchRows: 32 });
						expect(answer.matches.rows(), texts[at]).to.deep.equal(expected);
						expect([answer.count, answer.size, answer.version]).to.deep.equal([expected.length, rows.size, table.version]);
					}
				}
			}),
			{ numRuns: 60 },
		);
	});

	const idOf = (profile: unknown): string | undefined => {
		if (typeof profile !== "object" || profile === null || Array.isArray(profile)) return undefined;
		const id = (profile as { readonly user_id?: unknown }).user_id;
		return typeof id === "string" ? id : undefined;
	};

	it("count each condition among the profiles that are there", () => {
		const table = tableOf(
			[
				{ user_id: "a", points: 1 },
				{ user_id: "b", points: 5 },
				{ user_id: "c", points: 9 },
			],
			shop(),
		);
		const plan = planOf("points > 2 and points < 9", shop());
		expect(run(table, plan).leafCounts).to.deep.equal([2, 2]);
		table.remove("b");
		expect(run(table, plan).leafCounts).to.deep.equal([1, 1]);
	});
});

describe("a run in steps", () => {
	const catalogue = shop();
	const people = Array.from({ length: 100 }, (_, points) => ({ user_id: `u${points}`, points }));
	const plan = planOf("points >= 10 and points < 90", catalogue);
	const finish = (pending: ReturnType<typeof runInSteps>, pauses = 0): [ReturnType<typeof run>, number] => {
		const step = pending.next();
		return step.done ? [step.value, pauses] : finish(pending, pauses + 1);
	};

	it("pauses after every stretch, and can be stopped and asked again", () => {
		const table = tableOf(people, catalogue);
		const [answer, pauses] = finish(runInSteps(table, plan, { stretchRows: 32 }));
		expect([answer.count, pauses]).to.deep.equal([80, 8]);
		const other = tableOf(people, catalogue);
		const stopped = runInSteps(other, plan, { stretchRows: 32 });
		for (let step = 0; step < 5; step++) stopped.next();
		stopped.return(undefined as never);
		// The first condition was answered and kept, and the first stretch of the second too.
		const [again, left] = finish(runInSteps(other, plan, { stretchRows: 32 }));
		expect([again.count, left]).to.deep.equal([80, 3]);
		expect(finish(runInSteps(other, plan, { stretchRows: 32 }))[1]).to.equal(0);
	});

	it("answers for the table as it was when it began", () => {
		const table = tableOf(people, catalogue);
		const pending = runInSteps(table, plan, { stretchRows: 32 });
		const { version } = table;
		pending.next();
		table.append({ points: 50 });
		table.put({ user_id: "u50", points: 51 });
		pending.next();
		table.remove("u60");
		const [answer] = finish(pending);
		expect([answer.count, answer.size, answer.matches.length, answer.version]).to.deep.equal([80, 100, 100, version]);
		expect(rowsOf(table, "points >= 10 and points < 90")).to.have.length(80 + 1 + 1 - 1 - 1);
	});

	it("refuses stretches that are not whole words, and plans that the table cannot answer", () => {
		const table = tableOf([], catalogue);
		for (const stretchRows of [0, -32, 33, 16, Number.NaN]) {
			expect(() => run(table, plan, { stretchRows })).to.throw(RangeError, `stretchRows is a multiple of 32, not ${stretchRows}.`);
		}
		const message = 'The table has no column for "points". Build it with that field.';
		expect(() => run(tableOf([], catalogue, { fields: [] }), plan)).to.throw(RangeError, message);
	});

	it("keeps answers only as far as there is room for them", () => {
		const table = tableOf(people, catalogue, { maxCachedBytes: 16 });
		expect(finish(runInSteps(table, plan, { stretchRows: 32 }))[1]).to.equal(8);
		expect(finish(runInSteps(table, plan, { stretchRows: 32 }))).to.deep.equal([run(table, plan), 8]);
		expect(stateOf(table).size).to.equal(100);
	});
});
