// Audience documents: what they hold, and everything wrong in them at once.
import { expect } from "chai";
import { readAudience } from "../../src/segments/read-audience.ts";

describe("readAudience", () => {
	it("gives the segments and the request", () => {
		expect(readAudience({ includeSegments: ["vip"], excludeSegments: [], search: "ada", limit: 5 })).to.deep.equal({
			audience: { includeSegments: ["vip"], excludeSegments: [] },
			request: { search: "ada", limit: 5 },
		});
		expect(readAudience({ excludeSegments: ["x"] })).to.deep.equal({
			audience: { includeSegments: [], excludeSegments: ["x"] },
			request: {},
		});
	});

	const neither = 'There is neither "includeSegments" nor "excludeSegments". Add one; an empty list is fine.';
	const refused: readonly (readonly [document: unknown, ...problems: (readonly [string, string])[]])[] = [
		[5, ["", 'An audience is an object with "includeSegments" and "excludeSegments".']],
		[{}, ["", neither]],
		[{ "exclude/Segments": ["x"] }, ["", neither], ["/exclude~1Segments", 'The key "exclude/Segments" is not known. Remove it.']],
		[
			{ includeSegments: "vip", excludeSegments: ["x", 5, null], exclude: [] },
			["/includeSegments", '"includeSegments" must be a list of segment names or ids.'],
			["/excludeSegments/1", "A segment's name or id must be text."],
			["/excludeSegments/2", "A segment's name or id must be text."],
			["/exclude", 'The key "exclude" is not known. Remove it.'],
		],
	];
	for (const [document, ...problems] of refused) {
		it(`${JSON.stringify(document)} is refused, every problem at once`, () => {
			expect(readAudience(document)).to.deep.equal({ problems: problems.map(([pointer, message]) => ({ pointer, message })) });
		});
	}
});
