// Words and signs of the language in any order, with comments and line breaks: texts that someone is in the middle of.
import fc from "fast-check";

const pieces = [
	...'and or not in is any of ( ) , : "a" \'b `c d e.f profile.g = != <> < >= + - * / 1 2. 007 2026-05-01 2026-02-30 --05-01'.split(" "),
	..."between like contains any all none at least most exactly 3 days ago last this next month by where count( sum( age( segment".split(
		" ",
	),
	..."on before or after does have starts with ends ignoring case anniversary month-day set missing && || ! => [ ] “ ” $ \\ \0 ?".split(
		" ",
	),
	...["a = 1", "b", 'plan = "pro"', "any orders (", "(a or b)", 'in segment "vip"', '"big": ', "and", "and", "or", ")", "and x = 2"],
	...["# note\n", "\n", "\n", "\r\n", "\n\n", '# and plan = "x"\n', "#~ and b \\\n", "#~ c\n", "#~~ d\n", "# (\n", "#\n", "\n  "],
];

export const wordSoup: fc.Arbitrary<string> = fc
	.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(" ", " ", " ", "")), { maxLength: 25 })
	.map((parts) => parts.map(([piece, blank]) => piece + blank).join(""));
