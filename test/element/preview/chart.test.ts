// Where values stand in a chart, and which words of a text are its thresholds.
import { expect } from "chai";
import fc from "fast-check";
import { scaleOf } from "../../../src/element/preview/chart/scale.ts";
import { thresholdsOf, writtenValue } from "../../../src/element/preview/chart/thresholds.ts";
import { documentOf } from "../../../src/document/index.ts";
import { catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";

const read = readCatalogue({
	timezone: "Asia/Tokyo",
	fields: [
		{ name: "points", type: "number" },
		{ name: "born", type: "date" },
		{ name: "seen_at", type: "datetime" },
		{ name: "orders", type: "collection", fields: [{ name: "points", type: "number" }] },
	],
});
if ("problems" in read) throw new Error(JSON.stringify(read.problems));
const { catalogue } = read;

describe("the scale of a chart", () => {
	it("goes in round steps, whole ones between whole bounds", () => {
		const scale = scaleOf("number", [0, 500, 1_000]);
		expect(scale.step).to.equal(5);
		expect([scale.placeOf(250), scale.valueAt(0.251), scale.valueAt(-1), scale.valueAt(2), scale.stepped(250, -2)]).to.deep.equal([
			...[0.25, 250, 0, 1_000, 240],
		]);
		expect(scaleOf("number", [0, 50]).step).to.equal(1);
		const fine = scaleOf("number", [0, 0.5]);
		expect([fine.step, fine.valueAt(0.3337), fine.stepped(0.1, 1)]).to.deep.equal([0.002, 0.166, 0.102]);
		expect(scaleOf("number", [0, 0.5], 2).step).to.equal(0.01);
	});

	it("measures days as days, across months and years", () => {
		const scale = scaleOf("date", [20240101, 20250101, 20260101]);
		expect(scale.placeOf(20250101)).to.be.closeTo(366 / 731, 1e-9);
		expect(scale.stepped(20240228, 2)).to.equal(20240301);
		expect(scale.valueAt(366 / 731)).to.equal(20250101);
	});

	it("gives back the value of each place, within the bounds, whatever they are", () => {
		// Values that are a millionth of themselves apart: what is closer is no chart.
		const bounds = fc
			.tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.double({ min: 1e-6, max: 1e6, noNaN: true }))
			.map(([low, ratio]) => [low, Math.max(1e-6, Math.abs(low) * ratio)] as const);
		fc.assert(
			fc.property(bounds, fc.double({ min: 0, max: 1, noNaN: true }), ([low, width], place) => {
				const scale = scaleOf("number", [low, low + width]);
				const value = scale.valueAt(place);
				expect(Math.abs(scale.placeOf(value) - place)).to.be.at.most(scale.step / width + 1e-6);
			}),
			{ numRuns: 300 },
		);
	});

	it("stands at the beginning where all values are one, or have no end", () => {
		expect(scaleOf("number", [5, 5]).placeOf(5)).to.equal(0);
		expect(scaleOf("number", [5, Number.POSITIVE_INFINITY]).placeOf(7)).to.equal(0);
	});
});

describe("the thresholds of a text", () => {
	const field = (name: string) => {
		const found = catalogue.field(name);
		if (!found) throw new Error(name);
		return found;
	};
	const found = (text: string, name: string) =>
		thresholdsOf(documentOf(text, catalogue), field(name), "Asia/Tokyo").map(({ span, value, ...rest }) => ({
			...{ words: text.slice(span.from, span.to), value },
			...(rest.atLeast !== undefined && { atLeast: rest.atLeast }),
			...(rest.atMost !== undefined && { atMost: rest.atMost }),
		}));

	it("are the numbers and whole dates that a field is compared with", () => {
		expect(found("points >= 500 or (points < -3.5 and points = 7 and points != 8)", "points")).to.deep.equal([
			{ words: "500", value: 500 },
			{ words: "-3.5", value: -3.5 },
		]);
		expect(found("points between 100 and 200", "points")).to.deep.equal([
			{ words: "100", value: 100, atMost: 200 },
			{ words: "200", value: 200, atLeast: 100 },
		]);
		expect(found("born before 2000-01-01 and born on or after 1990-05 and born > today - 3 years", "born")).to.deep.equal([
			{ words: "2000-01-01", value: 20000101 },
		]);
		expect(found("seen_at after 2026-05-01 and seen_at < 2026-05-02T00:00:00Z", "seen_at")).to.deep.equal([
			{ words: "2026-05-01", value: Date.UTC(2026, 3, 30, 15) },
			{ words: "2026-05-02T00:00:00Z", value: Date.UTC(2026, 4, 2) },
		]);
	});

	it("are not those of another field of the same name, of what is computed, or of words that are none", () => {
		expect(found("any orders (points > 5) and points + 1 > 7 and count(orders) > 3", "points")).to.deep.equal([]);
		expect(found("points >= ? and points > and points < 5", "points")).to.deep.equal([{ words: "5", value: 5 }]);
	});

	it("are written in the form that stands there, never with an exponent", () => {
		expect(writtenValue(0.0000001, { written: "number" }, field("points"), "UTC")).to.equal("0.0000001");
		expect(writtenValue(20260501, { written: "date" }, field("born"), "UTC")).to.equal("2026-05-01");
		expect(writtenValue(Date.UTC(2026, 3, 30, 15), { written: "date" }, field("seen_at"), "Asia/Tokyo")).to.equal("2026-05-01");
		expect(writtenValue(Date.UTC(2026, 4, 1), { written: "instant" }, field("seen_at"), "Asia/Tokyo")).to.equal(
			"2026-05-01T09:00:00+09:00",
		);
	});
});
