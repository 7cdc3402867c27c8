// Which lane reads which name, and that reading is right in each.
import { expect } from "chai";
import { laneOf } from "../../src/eval/closures/lane-of.ts";
import { nothing } from "../../src/eval/closures/data.ts";

describe("lanes", () => {
	it("read right however many names there are", () => {
		const names = Array.from({ length: 500 }, (_, index) => `name ${index}`);
		const data = Object.fromEntries(names.map((name, index) => [name, index]));
		expect(names.map((name) => laneOf(name).read(null)(data))).to.deep.equal([...names.keys()]);
		expect(laneOf("name 7")).not.to.equal(laneOf("name 8"));
	});

	it("read positions of lists, and names that look like them", () => {
		expect(laneOf("1").read(null)(["a", "b"] as never)).to.equal("b");
		expect(laneOf("01").read(null)({ "01": "c", "1": "d" })).to.equal("c");
		expect(laneOf("1").read(null)({ "01": "c", "1": "d" })).to.equal("d");
		expect(laneOf("-1").read(null)({ "-1": "e" })).to.equal("e");
		expect(laneOf("12345678901").read(null)({ "12345678901": "f" })).to.equal("f");
	});

	it("nothing has no names, not even inherited ones", () => {
		for (const name of ["constructor", "__proto__", "toString", "x", "0"]) expect(nothing[name], name).to.equal(undefined);
	});
});
