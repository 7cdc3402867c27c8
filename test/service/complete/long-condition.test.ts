// Completion behind more words than a condition has: pasted prose must not be read again and again for it.
import { expect } from "chai";
import { longestBegun } from "../../../src/service/complete/begun.ts";
import { labels } from "../editor.ts";

/** So many tokens without an `and`, and then a field. */
const behind = (tokens: number, field: string): string => `${"lorem ".repeat(tokens - 1)}${field} |`;

describe("completion: behind many words", () => {
	it("offers what goes on a test up to a thousand, and not behind one more", () => {
		expect(longestBegun).to.equal(1_000);
		expect(labels(behind(1_000, "country"))).to.include("starts with");
		expect(labels(behind(1_001, "country"))).not.to.include("starts with");
		expect(labels(behind(1_001, "country"))).to.include("country");
	});

	it("offers operators of the last tests where an `and` was forgotten", () => {
		expect(labels("points > 5 country |")).to.include("starts with");
		expect(labels(behind(300, "country"))).to.include("starts with");
	});

	it("offers values of a list of any length", () => {
		const list = Array.from({ length: 2_000 }, (_, index) => `"x${index}"`).join(", ");
		expect(labels(`country in (${list}, |`)).to.include('"MX"');
	});

	it("offers what can stand behind hundreds of thousands of open parentheses, before anybody gives up", function () {
		// Two minutes where each parenthesis is looked for among all others.
		this.timeout(30_000);
		expect(labels(`${"(".repeat(300_000)}any orders (|`)).to.include("total");
	});
});
