import { expect } from "chai";
import fc from "fast-check";
import { formatPath, parsePath, readPath } from "../../src/fields/json-path.ts";

const path = (text: string): unknown => {
	const parsed = parsePath(text);
	return "path" in parsed ? parsed.path : parsed.problem;
};

describe("JSON paths", () => {
	it("are steps of names and single indexes", () => {
		expect(path("$['what?'].b")).to.deep.equal(["what?", "b"]);
		expect(path('$["\\"?\\""]')).to.deep.equal(['"?"']);
		expect(path("$.a.b")).to.deep.equal(["a", "b"]);
		expect(path("$['first name'][0][-1]")).to.deep.equal(["first name", 0, -1]);
		expect(path('$["a.b"].c')).to.deep.equal(["a.b", "c"]);
		expect(path("$['it\\'s']")).to.deep.equal(["it's"]);
		expect(path("$['\\u00e9']")).to.deep.equal(["é"]);
		expect(path("$.__proto__.constructor")).to.deep.equal(["__proto__", "constructor"]);
		expect(path("$['0']")).to.deep.equal(["0"]);
	});

	it("are written in the shorter form, and read back", () => {
		expect(formatPath(["a", "b_1", "日本"])).to.equal("$.a.b_1.日本");
		expect(formatPath(["a b", 0, -1, "1a", "", 'q"', "x.y"])).to.equal('$["a b"][0][-1]["1a"][""]["q\\""]["x.y"]');
		const step = fc.oneof(fc.string({ unit: "grapheme" }), fc.string(), fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }));
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
				const normal = steps.map((value) => (value === 0 ? 0 : value));
				expect(parsePath(formatPath(normal))).to.deep.equal({ path: normal });
			}),
		);
	});

	it("read own properties and elements only", () => {
		const profile = JSON.parse('{"a":{"b":[{"c":1},{"c":2}]},"n":null,"s":"text","__proto__":{"x":5}}');
		expect(readPath(profile, ["a", "b", 0, "c"])).to.equal(1);
		expect(readPath(profile, ["a", "b", -1, "c"])).to.equal(2);
		expect(readPath(profile, ["a", "b", -2, "c"])).to.equal(1);
		expect(readPath(profile, ["__proto__", "x"])).to.equal(5);
		expect(readPath(profile, ["n"])).to.equal(null);
		expect(readPath(profile, [])).to.equal(profile);
		for (const steps of [
			["z"],
			["a", "z"],
			["a", "b", 2],
			["a", "b", -3],
			["a", "b", "0"],
			["a", "b", "length"],
			["a", 0],
			["n", "x"],
			["s", "length"],
			["s", 0],
			["a", "constructor"],
			["a", "__proto__"],
			["toString"],
		]) {
			expect(readPath(profile, steps), formatPath(steps)).to.equal(undefined);
		}
		expect(readPath({}, ["__proto__", "toString"])).to.equal(undefined);
	});

	it("say what is wrong with others", () => {
		expect(path("a.b")).to.equal('"a.b" is not a JSON path. Write one such as $.account.plan.');
		expect(path("$.a ")).to.equal('"$.a " is not a JSON path. Write one such as $.account.plan.');
		expect(path("$[9007199254740992]")).to.equal('"$[9007199254740992]" is not a JSON path. Write one such as $.account.plan.');
		expect(path("$")).to.equal('"$" is the whole profile. Write the path of one value in it, such as $.account.plan.');
		for (const several of ["$..a", "$.*", "$[*]", "$[0:1]", "$[0,1]", "$['a','b']", "$[?@.a]", "$.a[?@.b == 'c'].d"]) {
			expect(path(several)).to.equal(
				`"${several}" can name several values. Write a path of names and single indexes, such as $.orders[0].total.`,
			);
		}
	});

	it("are refused at once, however deep a filter goes", () => {
		for (const open of ["(", "count($[?", "!(length(", "@[?"]) {
			expect(path(`$[?${open.repeat(90)}`)).to.match(
				/ can name several values\. Write a path of names and single indexes, such as \$\.orders\[0\]\.total\.$/,
			);
		}
	});

	it("answer for any text", () => {
		const words = fc.string({
			unit: fc.constantFrom("$", ".", "[", "]", "'", '"', "a", "0", "-", "*", "?", "@", ":", ",", " ", "\\", "(", ")"),
			maxLength: 30,
		});
		fc.assert(
			fc.property(fc.oneof(words, fc.string()), (text) => {
				const parsed = parsePath(text);
				if ("path" in parsed) expect(parsePath(formatPath(parsed.path))).to.deep.equal(parsed);
				else expect(parsed.problem).to.match(/\.$/);
			}),
			{ numRuns: 500 },
		);
	});
});
