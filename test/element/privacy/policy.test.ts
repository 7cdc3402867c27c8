// What may be seen, as pure functions: every element asks these.
import { expect } from "chai";
import { compile } from "../../../src/compile.ts";
import { catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { fieldsRead, mayBeSeen } from "../../../src/element/privacy/fields-read.ts";
import { defaultPolicy, drawnCount, isShown, mayBeListed, type PrivacyPolicy, shownCount } from "../../../src/element/privacy/policy.ts";
import { shownValue } from "../../../src/element/privacy/shown-value.ts";
import { toPreviewPlan } from "../../../src/preview/to-preview-plan.ts";

const read = readCatalogue({
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{
			name: "orders",
			type: "collection",
			fields: [
				{ name: "total", type: "number" },
				{ name: "ship.to", type: "text", pii: "ADDRESS" },
				{
					name: "gifts",
					type: "collection",
					fields: [
						{ name: "note", type: "text", pii: "NOTE" },
						{ name: "size", type: "number" },
					],
				},
			],
		},
	],
});
if ("problems" in read) throw new Error(JSON.stringify(read.problems));
const { catalogue } = read;

const everything: PrivacyPolicy = { ...defaultPolicy, personal: "show" };

describe("the privacy policy", () => {
	it("hides the values of personal fields unless it says otherwise, for all or for one", () => {
		const email = catalogue.field("email");
		const except = (...shownFields: string[]): PrivacyPolicy => ({ ...defaultPolicy, shownFields });
		expect([defaultPolicy, everything, except("email"), except("phone")].map((policy) => isShown(email, policy))).to.deep.equal([
			...[false, true, true, false],
		]);
		expect(isShown(catalogue.field("country"), defaultPolicy)).to.equal(true);
		expect(isShown(undefined, defaultPolicy)).to.equal(true);
	});

	it("names a field of a collection with its collection", () => {
		const address = { name: "ship.to", pii: "ADDRESS" };
		const shows = (...shownFields: string[]): boolean => isShown(address, { ...defaultPolicy, shownFields }, "orders");
		expect([shows("orders.ship.to"), shows("ship.to"), shows("orders")]).to.deep.equal([true, false, false]);
	});

	it("does not tell small counts apart, neither as numbers nor as bars, and lists nobody of them; 0 is told", () => {
		const policy = { smallestCount: 10 };
		expect([0, 1, 9, 10].map((count) => shownCount(count, policy))).to.deep.equal([
			{ kind: "count", count: 0 },
			{ kind: "fewer", than: 10 },
			{ kind: "fewer", than: 10 },
			{ kind: "count", count: 10 },
		]);
		expect([0, 1, 9, 10].map((count) => mayBeListed(count, policy))).to.deep.equal([true, false, false, true]);
		expect([0, 1, 9, 10].map((count) => drawnCount(count, policy))).to.deep.equal([0, 4.5, 4.5, 10]);
		expect(shownCount(1, defaultPolicy)).to.deep.equal({ kind: "count", count: 1 });
	});

	describe("of an answer about one profile", () => {
		const readsOf = (text: string) => {
			const compiled = compile(text, { catalogue, now: 0, timeZone: "UTC" });
			if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
			const { plan, condition } = toPreviewPlan(compiled.segment.checked);
			return fieldsRead(plan, condition.node);
		};

		it("knows what conditions read, in collections and in collections within them too", () => {
			expect(readsOf('country = "US" and points > 3')).to.deep.equal([["country"], ["points"]]);
			expect(readsOf("sum(orders.total) > 3")).to.deep.equal([["orders"], ["orders", "total"]]);
			expect(readsOf('not (any orders (total > 3 and any gifts (note = "x")))')).to.deep.equal([
				...[["orders"], ["orders", "total"], ["orders", "gifts"], ["orders", "gifts", "note"]],
			]);
			expect(readsOf('any orders (total > 3 and profile.email = "x")')).to.deep.equal([["orders"], ["orders", "total"], ["email"]]);
		});

		it("hides what a personal field would tell", () => {
			const seen = (text: string, policy = defaultPolicy): boolean => mayBeSeen(readsOf(text), catalogue.fields, policy);
			expect(seen("points > 3")).to.equal(true);
			expect(seen('email contains "x"')).to.equal(false);
			expect(seen('email contains "x"', everything)).to.equal(true);
			expect(seen("any orders (total > 3)")).to.equal(true);
			expect(seen('any orders (ship.to = "x")')).to.equal(false);
			expect(seen('any orders (ship.to = "x")', { ...defaultPolicy, shownFields: ["orders.ship.to"] })).to.equal(true);
			expect(seen('any orders (any gifts (note = "x"))')).to.equal(false);
			expect(seen("any orders (any gifts (size > 1))")).to.equal(true);
			expect(seen('any orders (any gifts (note = "x"))', { ...defaultPolicy, shownFields: ["orders.gifts.note"] })).to.equal(true);
		});

		it("hides what is in a personal collection, though its fields are not marked", () => {
			const fields = [{ name: "orders", pii: "ORDERS", fields: [{ name: "total" }] }];
			expect(mayBeSeen([["orders", "total"]], fields, defaultPolicy)).to.equal(false);
			expect(mayBeSeen([["orders", "total"]], fields, { ...defaultPolicy, shownFields: ["orders"] })).to.equal(true);
			expect(mayBeSeen([["orders", "total"]], fields, { ...defaultPolicy, personal: "show" })).to.equal(true);
		});
	});

	it("takes what is personal out of the elements of a collection, and leaves the value as it was", () => {
		const orders = catalogue.field("orders");
		if (!orders) throw new Error("There are orders.");
		const value = [{ total: 3, ship: { to: "Mill Lane 1" }, gifts: [{ note: "for Ada", size: 2 }] }, { total: 4 }, 7];
		const before = structuredClone(value);
		expect(shownValue(value, orders, defaultPolicy)).to.deep.equal([{ total: 3, ship: {}, gifts: [{ size: 2 }] }, { total: 4 }, 7]);
		expect(value).to.deep.equal(before);
		expect(shownValue(value, orders, everything)).to.deep.equal(before);
		expect(shownValue("ada@mail.example", { name: "email", pii: "EMAIL" }, defaultPolicy)).to.equal(undefined);
	});
});
