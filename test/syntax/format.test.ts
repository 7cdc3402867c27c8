import { expect } from "chai";
import { format } from "../../src/syntax/format.ts";

describe("format", () => {
	it("gives the canonical text, with a line break at its end", () => {
		expect(format("Country=='US' AND Opted_In").text).to.equal('Country = "US" and Opted_In\n');
	});

	it("changes nothing in a text with errors", () => {
		const text = "Country  == ";
		expect(format(text).text).to.equal(text);
		expect(format(text).diagnostics.map(({ code }) => code)).to.deep.equal(["missing-value"]);
	});

	it("formats a text with warnings, and the warning is gone", () => {
		const { text, diagnostics } = format("a and b or c");
		expect(text).to.equal("(a and b) or c\n");
		expect(diagnostics.map(({ code, severity }) => [code, severity])).to.deep.equal([["mixed-and-or", "warning"]]);
		expect(format(text).diagnostics).to.deep.equal([]);
	});

	it("refuses by the limits it is given", () => {
		expect(format("a  and b", { maxLength: 3 })).to.have.property("text", "a  and b");
	});

	it("changes nothing where the canonical text would be longer than a text may be", () => {
		const long = `a in (${Array.from({ length: 100 }, (_, index) => `"${index}"`).join(",")})`;
		const printed = format(long).text;
		expect(printed.length).to.be.above(long.length);
		expect(format(long, { maxLength: printed.length }).text).to.equal(printed);
		expect(format(long, { maxLength: printed.length - 1 }).text).to.equal(long);
	});
});
