// "more than 30 days ago": the language compares two moments, and people mean a distance. Both readings are told and offered.
import { expect } from "chai";
import { diagnosticsOf, told } from "./diagnostics-of.ts";

const read = (written: string, as: string, side: string, other: string): string =>
	`ambiguous-time: "${written}" is read as "${as}", with dates that are ${side}. Write "${other}" if you mean the others.`;

const messages: readonly (readonly [text: string, ...expected: string[]])[] = [
	[
		"signed_up more than 30 days ago",
		read("more than 30 days ago", "after 30 days ago", "later", "before 30 days ago"),
		"  Change to before 30 days ago → signed_up before 30 days ago",
		"  Change to after 30 days ago → signed_up after 30 days ago",
	],
	[
		"birthday at least 2 years ago and age > 1",
		read("at least 2 years ago", "on or after 2 years ago", "later", "on or before 2 years ago"),
		"  Change to on or before 2 years ago → birthday on or before 2 years ago and age > 1",
		"  Change to on or after 2 years ago → birthday on or after 2 years ago and age > 1",
	],
	[
		"signed_up less than 3 hours ago",
		read("less than 3 hours ago", "before 3 hours ago", "earlier", "after 3 hours ago"),
		"  Change to after 3 hours ago → signed_up after 3 hours ago",
		"  Change to before 3 hours ago → signed_up before 3 hours ago",
	],
	[
		"signed_up at most 1 week ago",
		read("at most 1 week ago", "on or before 1 week ago", "earlier", "on or after 1 week ago"),
		"  Change to on or after 1 week ago → signed_up on or after 1 week ago",
		"  Change to on or before 1 week ago → signed_up on or before 1 week ago",
	],
	[
		"signed_up is not more than 30 days ago",
		read("is not more than 30 days ago", "is not after 30 days ago", "earlier", "is not before 30 days ago"),
		"  Change to is not before 30 days ago → signed_up is not before 30 days ago",
		"  Change to is not after 30 days ago → signed_up is not after 30 days ago",
	],
	// Nobody takes these for a distance.
	["signed_up > 30 days ago"],
	["signed_up after 30 days ago"],
	["signed_up more than 30 days from now"],
	["signed_up more than 2026-01-01"],
	["30 days ago < signed_up"],
];

describe("check messages: more than … ago", () => {
	for (const [text, ...expected] of messages) it(text, () => expect(told(text)).to.deep.equal(expected));

	it("a warning, because the language has one meaning for it: the fix that keeps it changes no answer", () => {
		expect(diagnosticsOf("signed_up more than 30 days ago")[0]?.severity).to.equal("warning");
	});
});
