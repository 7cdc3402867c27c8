// Trees as a valid text can have them, with hostile names, texts and comments: whatever they mean, printing and parsing must keep them.
import fc, { type Arbitrary } from "fast-check";
import { hardWords, pointWords, units } from "../../grammar/tokens.ts";
import { canNegate } from "../../src/syntax/operators.ts";
import type * as ast from "../../src/syntax/ast.ts";
import { parseInstant } from "../../src/values/instant.ts";
import { isUsableText } from "../../src/values/text.ts";

const span = { from: 0, to: 0 };

const softWords =
	"of set missing empty one null equal greater less more fewer than least most exactly with contain start end have exist".split(" ");
const others =
	"match case segment segments this last next first by the past within to from ago calendar full anniversary count distinct sum avg min max age".split(
		" ",
	);
const odd = [
	"profile",
	"profile.x",
	"a.b",
	"a..b",
	"month-day",
	"Loyalty Points",
	"`",
	"\\",
	"",
	"a\nb",
	"__proto__",
	"größe",
	"名前",
	"1a",
	"A",
];
const names = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom("a", "total", "orders", "address.city", "placed_at") },
	fc.constantFrom(...hardWords.keys(), ...pointWords.keys(), ...units.keys(), ...softWords, ...others),
	fc.constantFrom(...odd, ...odd.map((name) => `profile.${name}`)),
	fc.string({ unit: "binary", maxLength: 6 }).filter(isUsableText),
);

const texts = fc.oneof(
	fc.constantFrom("US", "", '"', "\\", "it's", "#", "“", "\n"),
	fc.string({ unit: "binary", maxLength: 8 }).filter(isUsableText),
);

const amounts = fc.oneof(fc.nat({ max: 100 }), fc.nat());
const numbers = fc
	.oneof(
		fc.integer(),
		fc.maxSafeInteger(),
		fc.double({ noNaN: true, min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
		fc.constantFrom(0.1, 1e-7, 5e-324, 1e15),
	)
	.map((value) => (value === 0 ? 0 : value));

const unit = fc.constantFrom<ast.Unit>("second", "minute", "hour", "day", "week", "month", "quarter", "year");
const calendarUnit = fc.constantFrom<ast.CalendarWindow["unit"]>("day", "week", "month", "quarter", "year");
const day = fc.date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2299-12-31T00:00:00Z"), noInvalidDate: true });
const instants = ["2026-05-01T10:00:00Z", "2026-05-01T10:00:00.123+02:00", "1999-12-31T23:59:59.9-05:00"];

const field = (isInside: boolean): Arbitrary<ast.FieldName> =>
	fc.record({ kind: fc.constant("field"), name: names, ofProfile: isInside ? fc.boolean() : fc.constant(false), span: fc.constant(span) });

const text: Arbitrary<ast.TextLiteral> = texts.map((value) => ({ kind: "text", value, span }));
const number: Arbitrary<ast.NumberLiteral> = numbers.map((value) => ({ kind: "number", value, span }));
const count: Arbitrary<ast.NumberLiteral> = amounts.map((value) => ({ kind: "number", value, span }));

const simple = (isInside: boolean): Arbitrary<ast.Expression> =>
	fc.oneof(
		{ weight: 4, arbitrary: field(isInside) as Arbitrary<ast.Expression> },
		text,
		number,
		fc.boolean().map((value): ast.Expression => ({ kind: "boolean", value, span })),
		fc.tuple(day, fc.boolean()).map(([date, hasDay]): ast.Expression => {
			const parts = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
			return { kind: "date", ...parts, ...(hasDay && { day: date.getUTCDate() }), span };
		}),
		fc
			.constantFrom(...instants)
			.map((written): ast.Expression => ({ kind: "instant", value: Number(parseInstant(written)), text: written, span })),
		day.map((date): ast.Expression => ({ kind: "month-day", month: date.getUTCMonth() + 1, day: date.getUTCDate(), span })),
		fc
			.constantFrom("now" as const, "today" as const, "yesterday" as const, "tomorrow" as const)
			.map((point): ast.Expression => ({ kind: "point", point, span })),
		fc.record({
			kind: fc.constant("relative"),
			amount: amounts,
			unit,
			direction: fc.constantFrom("ago", "from-now"),
			span: fc.constant(span),
		}),
	);

/** `depth` is how many nodes may stand in one another. */
function expression(depth: number, isInside: boolean): Arbitrary<ast.Expression> {
	if (depth <= 0) return simple(isInside);
	const inner = expression(depth - 1, isInside);
	return fc.oneof(
		{ weight: 6, arbitrary: simple(isInside) },
		fc.record({ kind: fc.constant("shift"), base: inner, sign: fc.constantFrom(1, -1), amount: amounts, unit, span: fc.constant(span) }),
		fc.record({
			kind: fc.constant("arithmetic"),
			operator: fc.constantFrom("+", "-", "*", "/"),
			left: inner,
			right: inner,
			span: fc.constant(span),
		}),
		fc.record({
			kind: fc.constant("part"),
			part: fc.constantFrom("age", "month", "weekday", "hour", "month-day"),
			of: inner,
			span: fc.constant(span),
		}),
		fc
			.record({
				function: fc.constantFrom<ast.AggregateFunction>("count", "sum", "avg", "min", "max", "count-distinct"),
				of: field(isInside),
				where: fc.option(bare(depth - 1, true), { nil: undefined }),
			})
			.map(({ where, ...rest }): ast.Expression => ({ kind: "aggregate", ...rest, ...(where && { where }), span })),
	);
}

const window: Arbitrary<ast.Window> = fc.oneof(
	fc.record({
		kind: fc.constant("rolling"),
		direction: fc.constantFrom("last", "next"),
		amount: amounts,
		unit,
		span: fc.constant(span),
	}) as Arbitrary<ast.Window>,
	calendarUnit.map((each): ast.Window => ({ kind: "calendar", direction: "this", amount: 1, unit: each, includesCurrent: false, span })),
	fc.record({
		kind: fc.constant("calendar"),
		direction: fc.constantFrom("last", "next"),
		amount: amounts,
		unit: calendarUnit,
		includesCurrent: fc.boolean(),
		span: fc.constant(span),
	}) as Arbitrary<ast.Window>,
);

const operators: readonly ast.Operator[] = [
	...(["true", "equal", "less", "at-most", "greater", "at-least", "between", "in", "set", "empty", "contains", "starts-with"] as const),
	...([
		"ends-with",
		"like",
		"has",
		"has-any",
		"has-all",
		"before",
		"after",
		"on",
		"on-or-before",
		"on-or-after",
		"within",
		"anniversary",
	] as const),
];

function test(depth: number, isInside: boolean): Arbitrary<ast.Test> {
	const value = expression(depth, isInside);
	return fc.constantFrom(...operators).chain((operator) => {
		const hasChoice = operator === "contains" || operator === "starts-with" || operator === "ends-with" || operator === "like";
		return fc
			.record({
				// A literal alone is no condition, and beside a comparison it is reported.
				subject: operator === "true" ? value.filter(({ kind }) => kind !== "text" && kind !== "number" && kind !== "date") : value,
				negated: canNegate(operator) ? fc.boolean() : fc.constant(false),
				anyOf: hasChoice ? fc.boolean() : fc.constant(false),
				ignoringCase: operator === "true" ? fc.constant(false) : fc.boolean(),
			})
			.chain((parts) =>
				operandsOf(operator, parts.anyOf, value)
					.filter(([operand]) => !isBareTrue(operator, parts.negated || parts.ignoringCase, operand))
					.map((operands): ast.Test => ({ kind: "test", operator, ...parts, operands, operatorSpan: span, span })),
			);
	});
}

/** `= true` is read as the bare subject. */
const isBareTrue = (operator: ast.Operator, isMore: boolean, operand: ast.Expression | undefined): boolean =>
	operator === "equal" && !isMore && operand?.kind === "boolean" && operand.value;

function operandsOf(operator: ast.Operator, anyOf: boolean, value: Arbitrary<ast.Expression>): Arbitrary<readonly ast.Expression[]> {
	if (operator === "true" || operator === "set" || operator === "empty") return fc.constant([]);
	if (operator === "between") return fc.tuple(value, value);
	if (anyOf || operator === "in" || operator === "has-any" || operator === "has-all")
		return fc.array(value, { minLength: 1, maxLength: 4 });
	if (operator === "within") return fc.tuple(window);
	if (operator === "anniversary") return fc.oneof(fc.tuple(fc.oneof(window as Arbitrary<ast.Expression>, value)), fc.tuple(value, value));
	return fc.tuple(value);
}

const comment = fc
	.oneof(fc.constantFrom("", "note", "# a", "and b", '"'), fc.string({ unit: "binary", maxLength: 12 }))
	.map((words) => words.replace(/[\n\r]/g, " ").trim());

/** With comments of its own, unless it joins others: then its items have them. */
function commented<C extends ast.Condition>(condition: Arbitrary<C>): Arbitrary<ast.Condition> {
	const some = fc.record({ before: fc.array(comment, { maxLength: 2 }), after: fc.array(comment, { maxLength: 1 }) });
	return fc.oneof(
		{ weight: 4, arbitrary: condition as Arbitrary<ast.Condition> },
		fc
			.tuple(condition as Arbitrary<ast.Condition>, some)
			.filter(([{ kind }, { before, after }]) => kind !== "and" && kind !== "or" && before.length + after.length > 0)
			.map(([each, comments]) => ({ ...each, comments: { ...comments, ...(each.comments?.inside && { inside: each.comments.inside }) } })),
	);
}

/** Comment lines before the closing parenthesis. */
const closed = <C extends ast.Group | ast.Quantified | ast.Edge>(condition: Arbitrary<C>, isWanted: boolean): Arbitrary<C> =>
	isWanted
		? fc.oneof(
				{ weight: 4, arbitrary: condition },
				fc
					.tuple(condition, fc.array(comment, { minLength: 1, maxLength: 2 }))
					.map(([each, inside]) =>
						each.kind === "quantified" && !each.where ? each : { ...each, comments: { before: [], after: [], inside } },
					),
			)
		: condition;

/** A condition without comments anywhere. */
const bare = (depth: number, isInside: boolean): Arbitrary<ast.Condition> => condition(depth, isInside, false);

function condition(depth: number, isInside: boolean, hasComments: boolean): Arbitrary<ast.Condition> {
	const wrap = hasComments ? commented : (each: Arbitrary<ast.Condition>) => each;
	return wrap(plain(depth, isInside, hasComments));
}

/** Without comments of its own; its parts may have some. */
function plain(depth: number, isInside: boolean, hasComments: boolean): Arbitrary<ast.Condition> {
	const leaf = fc.oneof({ weight: 5, arbitrary: test(Math.min(depth, 2), isInside) as Arbitrary<ast.Condition> }, reference);
	if (depth <= 0) return leaf;
	const items = (except: ast.Condition["kind"] | undefined, minLength: number) =>
		fc.array(
			condition(depth - 1, isInside, hasComments).filter(({ kind }) => kind !== except),
			{ minLength, maxLength: 4 },
		);
	const within = condition(depth - 1, true, hasComments);
	const alone = plain(depth - 1, isInside, hasComments);
	return fc.oneof(
		{ weight: 4, arbitrary: leaf },
		{ weight: 2, arbitrary: items("and", 2).map((each): ast.Condition => ({ kind: "and", items: each, span })) },
		{ weight: 2, arbitrary: items("or", 2).map((each): ast.Condition => ({ kind: "or", items: each, span })) },
		alone.map((item): ast.Condition => ({ kind: "not", item, span })),
		fc.tuple(texts, alone).map(([name, item]): ast.Condition => ({ kind: "named", name, nameSpan: span, item, span })),
		closed(
			fc
				.tuple(
					fc.oneof(
						fc.constantFrom("all" as const, "any" as const, "none" as const),
						amounts.map((atLeast) => ({ atLeast })),
					),
					items(undefined, 1),
				)
				.map(([quantity, each]): ast.Group => ({ kind: "group", quantity, items: each, span })),
			hasComments,
		),
		closed(quantified(isInside, within), hasComments),
		closed(
			fc
				.record({ which: fc.constantFrom("first" as const, "last" as const), collection: field(isInside), by: field(true), where: within })
				.map((parts): ast.Edge => ({ kind: "edge", ...parts, span })),
			hasComments,
		),
	);
}

const quantified = (isInside: boolean, within: Arbitrary<ast.Condition>): Arbitrary<ast.Quantified> =>
	fc
		.record({
			quantifier: fc.constantFrom<ast.Quantifier>("any", "every", "no", "at-least", "at-most", "exactly", "fewer-than", "more-than"),
			count,
			collection: field(isInside),
			where: fc.option(within, { nil: undefined }),
		})
		.map(({ count: many, where, ...rest }) => ({
			kind: "quantified",
			...rest,
			quantifierSpan: span,
			...(rest.quantifier.includes("-") || rest.quantifier === "exactly" ? { count: many } : {}),
			...(where && { where }),
			span,
		}));

const reference: Arbitrary<ast.Condition> = fc.oneof(
	fc
		.tuple(fc.boolean(), text)
		.map(([negated, segment]): ast.Condition => ({ kind: "reference", negated, any: false, segments: [segment], span })),
	fc
		.tuple(fc.boolean(), fc.array(text, { minLength: 1, maxLength: 3 }))
		.map(([negated, segments]): ast.Condition => ({ kind: "reference", negated, any: true, segments, span })),
);

/** Whole segments. Every condition and value of the grammar occurs; comments where the parser can find them. */
export const arbitrarySegment: Arbitrary<ast.Segment> = fc
	.tuple(fc.oneof(condition(3, false, true), bare(4, false)), fc.array(comment, { maxLength: 2 }))
	.map(([each, comments]) => ({ kind: "segment", condition: each, comments, span }));
