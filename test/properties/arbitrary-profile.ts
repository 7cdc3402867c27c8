// Profiles of the properties' catalogue: mostly well-typed values from the pools or near the moment of the condition, mixed with everything
// that a profile can be wrong in.
import fc from "fast-check";
import { clockAt, dayLength, startOfDay } from "../oracle/local-time.ts";
import { days, instants, type Moment, numbers, texts } from "./pools.ts";

const from = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** Own keys of any name, also `__proto__`, which an object literal cannot make. */
const withKeys = (entries: readonly (readonly [string, unknown])[]): object => {
	const made = {};
	for (const [key, value] of entries) Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true });
	return made;
};

const junk: fc.Arbitrary<unknown> = fc.oneof(
	from<unknown>([null, undefined, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 2 ** 53, -(2 ** 53), 1e300, 0.5]),
	from<unknown>([
		"\ud83d",
		"a\udc00",
		"\0",
		"a\0",
		"2026-02-30",
		"2026-5-1",
		"2026-05-10T10:00:00",
		"2026-05-10T10:00:00.0001Z",
		"9999-01-01",
	]),
	from<unknown>([
		"1899-12-31",
		"2300-01-01",
		"1900-01-01T00:00:00Z",
		"2299-12-31T23:59:59.999Z",
		"1899-12-31T23:59:59.999Z",
		"2016-12-31T23:59:60Z",
	]),
	from<unknown>([[], {}, [[]], [{}], [null], ["a", ["a"]], { length: 2, 0: "a" }, true, false, 20260510, 10n, () => 1, Symbol("a")]),
	fc.jsonValue({ maxDepth: 3 }),
	fc.constant(0).map(() => withKeys([["__proto__", { name: "a", points: 1, total: 1 }]])),
	fc.constant(0).map(() =>
		withKeys([
			["constructor", "a"],
			["hasOwnProperty", 1],
			["toString", 1],
			["valueOf", 1],
		]),
	),
);

const usually = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
	fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: junk });

const text = usually(from(texts));
const number = usually(fc.oneof(from<unknown>(numbers), fc.integer({ min: -5, max: 40 }), fc.constant(-0)));
const boolean = usually(fc.boolean());
const list = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => usually(fc.array(item, { maxLength: 4 }));

/** Each key is there or not; sometimes one more with a hostile name. */
function object(fields: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<object> {
	const entries = Object.entries(fields).map(([key, value]) =>
		fc.option(
			value.map((made) => [key, made] as const),
			{ nil: undefined, freq: 4 },
		),
	);
	const hostile = fc.tuple(fc.constantFrom("__proto__", "constructor", "", "total@scaled", "@fold"), junk);
	const extra = fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: hostile });
	return fc.tuple(fc.tuple(...entries), extra).map(([own, more]) => withKeys([...own, more].filter((entry) => entry !== undefined)));
}

/** One in fifty is no object at all. `moment`: what dates are near to. */
function makeProfiles({ now, timezone }: Moment): fc.Arbitrary<unknown> {
	const at = Date.parse(now);
	const today = clockAt(at, timezone).day;
	const nearDay = fc.integer({ min: -40, max: 40 }).map((shift) => new Date((today + shift) * dayLength).toISOString().slice(0, 10));
	const day = usually(
		fc.oneof({ weight: 3, arbitrary: from(days) }, { weight: 2, arbitrary: nearDay }, { weight: 1, arbitrary: from(instants) }),
	);
	const instant = usually(fc.oneof(from<unknown>(instants), nearInstant(at, today, timezone)));
	const item = object({ sku: text, price: number, made: instant, "best before": day, flags: list(number) });
	const order = object({
		total: number,
		pieces: number,
		sku: text,
		ship: usually(object({ city: text })),
		gift: boolean,
		day,
		placed_at: instant,
		labels: list(text),
		items: list(usually(item)),
	});
	const visit = object({ page: text, n: number, profile: number, on: day });
	const profile = object({
		name: text,
		account: usually(object({ plan: text, consent: boolean, level: number })),
		"Full Name": text,
		points: number,
		spent: number,
		and: number,
		levels: list(number),
		vip: boolean,
		born: day,
		"due day": day,
		seen: instant,
		joined: instant,
		tags: list(text),
		scores: list(number),
		orders: list(usually(order)),
		"site visits": list(usually(visit)),
	});
	return fc.oneof({ weight: 49, arbitrary: profile }, { weight: 1, arbitrary: junk });
}

/** Whole hours and days from now, and local midnights; some a millisecond off. */
function nearInstant(now: number, today: number, timezone: string): fc.Arbitrary<number> {
	const near = fc.integer({ min: -40, max: 40 });
	const exact = fc.oneof(
		near.map((hours) => now + hours * 3_600_000),
		near.map((shift) => now + shift * dayLength),
		near.map((shift) => startOfDay(today + shift, timezone)),
	);
	return fc.tuple(exact, from([0, 0, -1, 1])).map(([instant, off]) => instant + off);
}

const made = new Map<Moment, fc.Arbitrary<unknown>>();

export function arbitraryProfile(moment: Moment): fc.Arbitrary<unknown> {
	const arbitrary = made.get(moment) ?? makeProfiles(moment);
	made.set(moment, arbitrary);
	return arbitrary;
}
