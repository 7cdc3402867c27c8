// Tokens to a concrete syntax tree, one token of lookahead. The rules accept every sequence of tokens: what a half-typed text lacks
// is `wanted`, what it has too much goes to the rules of `tolerated`, and src/syntax reports both. The productions in the comments
// are the language without those two; generate.ts checks that they are what the code says.
import { type CstNode, CstParser, type IToken, type TokenType } from "chevrotain";
import * as t from "./tokens.ts";

/** Rules that only a text with a mistake uses. Pictures of the grammar leave them out. */
export const tolerated: ReadonlySet<string> = new Set([
	...["operatorAlone", "valueAlone", "itemAlone", "nameAlone", "anyOfAlone", "windowAlone", "openWhere"],
	...["addition", "extraWords", "extraInside", "extraParenthesis", "leftover"],
]);

/** Words that are read only to say what to write instead. */
export const toleratedTokens: ReadonlySet<TokenType> = new Set([t.ForeignDate, t.Placeholder, t.Null, t.ListWord, t.NumberWord]);

/** The numbers of the options that hold what must be there: pictures of the grammar draw them as required. */
export const wantedOptions: ReadonlySet<number> = new Set([6, 7, 8, 9]);

type Rule = (index?: number) => CstNode;

/** How much of a text becomes a tree: a megabyte of words that are all conditions would be a gigabyte of nodes. */
export interface ParserLimits {
	/** Tests, tested collections, references, and places where one of them is missing. */
	readonly maxConditions: number;
	/** Values of one list. */
	readonly maxListItems: number;
}

/** The first token that a limit left no room for, Chevrotain's `EOF` where something is missing at the end. `list` opens the list of it. */
export type Excess = { readonly token: IToken } & ({ readonly of: "conditions" } | { readonly of: "items"; readonly list: IToken });

export type ParsedTokens =
	/** `hasFailed` would mean tokens that no rule foresaw. */
	{ readonly tree: CstNode; readonly hasFailed: boolean } | { readonly excess: Excess };

/** Thrown out of the rules, which let pass what is no mistake of the grammar. */
class LimitReached extends Error {
	readonly excess: Excess;

	constructor(excess: Excess) {
		super();
		this.excess = excess;
	}
}

const unlimited: ParserLimits = { maxConditions: Number.POSITIVE_INFINITY, maxListItems: Number.POSITIVE_INFINITY };

export class SegmentParser extends CstParser {
	#limits = unlimited;
	#conditions = 0;

	constructor(options: { readonly skipValidations: boolean }) {
		super(t.allTokens, {
			maxLookahead: 1,
			recoveryEnabled: true,
			nodeLocationTracking: "onlyOffset",
			skipValidations: options.skipValidations,
		});
		this.performSelfAnalysis();
	}

	/** The tree of a whole text, or where it goes beyond the limits: it is not read any further than that. */
	parseTokens(tokens: IToken[], limits = unlimited): ParsedTokens {
		this.input = tokens;
		this.#limits = limits;
		this.#conditions = 0;
		try {
			const tree = this.segment();
			return { tree, hasFailed: this.errors.length > 0 };
		} catch (error) {
			if (error instanceof LimitReached) return { excess: error.excess };
			throw error;
		} finally {
			this.input = [];
		}
	}

	/** segment = condition */
	segment: Rule = this.RULE("segment", () => {
		this.SUBRULE(this.condition);
		this.OPTION(() => this.SUBRULE(this.leftover));
	});

	// ---- conditions ----

	/** condition = conjunction { "or" conjunction } */
	condition: Rule = this.RULE("condition", () => {
		this.SUBRULE(this.conjunction);
		this.MANY(() => {
			this.CONSUME(t.Or);
			this.SUBRULE2(this.conjunction);
		});
	});

	/** conjunction = part { "and" part } */
	conjunction: Rule = this.RULE("conjunction", () => {
		const first = this.OPTION9(() => this.OR3([{ ALT: () => this.SUBRULE(this.part) }, { ALT: () => this.SUBRULE(this.operatorAlone) }]));
		if (!first) this.#countCondition();
		this.MANY(() =>
			this.OR([
				{
					ALT: () => {
						this.CONSUME(t.And);
						const next = this.OPTION8(() =>
							this.OR2([{ ALT: () => this.SUBRULE2(this.part) }, { ALT: () => this.SUBRULE2(this.operatorAlone) }]),
						);
						if (!next) this.#countCondition();
					},
				},
				{ ALT: () => this.SUBRULE(this.addition) },
			]),
		);
	});

	/** part = test | "not" part | text ":" part | parenthesis | group | quantified | edge | reference */
	part: Rule = this.RULE("part", () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.test) },
			{
				ALT: () => {
					this.CONSUME(t.Not);
					this.OPTION9(() => this.OR3([{ ALT: () => this.SUBRULE(this.part) }, { ALT: () => this.SUBRULE(this.operatorAlone) }]));
				},
			},
			{
				ALT: () => {
					this.CONSUME(t.Label);
					this.CONSUME(t.Colon);
					this.OPTION8(() => this.OR2([{ ALT: () => this.SUBRULE2(this.part) }, { ALT: () => this.SUBRULE2(this.operatorAlone) }]));
				},
			},
			{ ALT: () => this.SUBRULE(this.parenthesis) },
			{ ALT: () => this.SUBRULE(this.group) },
			{ ALT: () => this.SUBRULE(this.quantified) },
			{ ALT: () => this.SUBRULE(this.edge) },
			{ ALT: () => this.SUBRULE(this.reference) },
		]);
	});

	/** parenthesis = "(" condition ")" */
	parenthesis: Rule = this.RULE("parenthesis", () => {
		this.CONSUME(t.Open);
		this.SUBRULE(this.condition);
		this.#close();
	});

	/** group = ( "all" | "any" | "none" | "at" "least" number ) "of" "(" condition { ( "," | newline ) condition } ")" */
	group: Rule = this.RULE("group", () => {
		this.OR([
			...this.#each(t.AllOf, t.AnyOf, t.NoneOf),
			{
				ALT: () => {
					this.CONSUME(t.GroupAt);
					this.CONSUME(t.Least);
					this.#oneOf(3, t.NumberLiteral, t.NumberWord);
				},
			},
		]);
		this.OPTION8(() => this.CONSUME(t.Of));
		this.OPTION9(() => {
			this.CONSUME(t.Open);
			this.SUBRULE(this.condition);
			this.MANY(() => {
				this.#oneOf(2, t.Comma, t.NewItem);
				this.SUBRULE2(this.condition);
			});
			this.#close();
		});
	});

	/** quantified = quantity name [ block | "where" block ] */
	quantified: Rule = this.RULE("quantified", () => {
		this.#countCondition();
		this.SUBRULE(this.quantity);
		this.OPTION9(() => this.CONSUME(t.Name));
		this.OPTION(() =>
			this.OR([
				{ ALT: () => this.SUBRULE(this.block) },
				{
					ALT: () => {
						this.CONSUME(t.Where);
						this.OR2([{ ALT: () => this.SUBRULE2(this.block) }, { ALT: () => this.SUBRULE(this.openWhere), IGNORE_AMBIGUITIES: true }]);
					},
				},
			]),
		);
	});

	/**
	 * quantity = "any" | "every" | "all" | "no" | "none" | "at" ( "least" | "most" ) number | "exactly" number
	 *          | ( "fewer" | "more" ) "than" number
	 */
	quantity: Rule = this.RULE("quantity", () => {
		this.OR([
			...this.#each(t.Any, t.Every, t.All, t.No, t.None),
			{
				ALT: () => {
					this.CONSUME(t.QuantityAt);
					this.OPTION9(() => this.#oneOf(2, t.Least, t.Most));
					this.OPTION8(() => this.CONSUME(t.NumberLiteral));
				},
			},
			{
				ALT: () => {
					this.CONSUME(t.Exactly);
					this.CONSUME2(t.NumberLiteral);
				},
			},
			{
				ALT: () => {
					this.#oneOf(3, t.QuantityFewer, t.QuantityMore);
					this.CONSUME(t.Than);
					this.OPTION7(() => this.CONSUME3(t.NumberLiteral));
				},
			},
		]);
	});

	/** edge = ( "first" | "last" ) name "by" name ( block | "where" block ) */
	edge: Rule = this.RULE("edge", () => {
		this.#countCondition();
		this.#oneOf(0, t.FirstElement, t.LastElement);
		this.CONSUME(t.Name);
		this.OPTION9(() => {
			this.CONSUME(t.By);
			this.OPTION7(() => this.CONSUME2(t.Name));
		});
		this.OPTION8(() =>
			this.OR2([
				{ ALT: () => this.SUBRULE(this.block) },
				{
					ALT: () => {
						this.CONSUME(t.Where);
						this.OR3([{ ALT: () => this.SUBRULE2(this.block) }, { ALT: () => this.SUBRULE(this.openWhere), IGNORE_AMBIGUITIES: true }]);
					},
				},
			]),
		);
	});

	/** block = "(" condition ")" */
	block: Rule = this.RULE("block", () => {
		this.CONSUME(t.Open);
		this.SUBRULE(this.condition);
		this.#close();
	});

	/** reference = "in" [ "any" ] "segment" ( text | list ) */
	reference: Rule = this.RULE("reference", () => {
		this.#countCondition();
		this.CONSUME(t.ReferenceIn);
		this.OPTION(() => this.CONSUME(t.Any));
		this.CONSUME(t.Segment);
		this.OPTION9(() =>
			this.OR([
				{ ALT: () => this.CONSUME(t.TextLiteral) },
				{ ALT: () => this.SUBRULE(this.list) },
				{ ALT: () => this.SUBRULE(this.nameAlone) },
			]),
		);
	});

	/** test = expression [ predicate ] */
	test: Rule = this.RULE("test", () => {
		this.#countCondition();
		this.SUBRULE(this.expression);
		this.OPTION(() => this.OR([{ ALT: () => this.SUBRULE(this.predicate) }, { ALT: () => this.SUBRULE(this.valueAlone) }]));
	});

	// ---- operators ----

	/** predicate = ( operation | is | does | "not" operation ) [ "ignoring" "case" ] */
	predicate: Rule = this.RULE("predicate", () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.operation) },
			{ ALT: () => this.SUBRULE(this.is) },
			{ ALT: () => this.SUBRULE(this.does) },
			{
				ALT: () => {
					this.CONSUME(t.OperatorNot);
					this.OPTION9(() => this.SUBRULE2(this.operation));
				},
			},
		]);
		this.OPTION(() => {
			this.CONSUME(t.Ignoring);
			this.OPTION8(() => this.CONSUME(t.Case));
		});
	});

	/**
	 * is = "is" [ "not" ] ( expression | "set" | "missing" | "empty" | ( "one" | "any" | "none" ) "of" list
	 *    | "equal" [ "to" ] expression | operation )
	 */
	is: Rule = this.RULE("is", () => {
		this.CONSUME(t.Is);
		this.OPTION(() => this.CONSUME(t.OperatorNot));
		this.OPTION9(() =>
			this.OR([
				{ ALT: () => this.SUBRULE(this.expression) },
				...this.#each(t.SetWord, t.Missing, t.Empty, t.Null),
				{
					ALT: () => {
						this.#oneOf(2, t.One, t.AnyOf, t.NoneOf);
						this.OPTION6(() => this.CONSUME(t.Of));
						this.OPTION8(() => this.SUBRULE(this.list));
					},
				},
				{
					ALT: () => {
						this.CONSUME(t.EqualTo);
						this.OPTION2(() => this.CONSUME(t.To));
						this.OPTION7(() => this.SUBRULE2(this.expression));
					},
				},
				{ ALT: () => this.SUBRULE(this.operation) },
			]),
		);
	});

	/**
	 * does = "does" "not" ( "equal" [ "to" ] expression | ( "contain" | ( "start" | "end" ) "with"
	 *      | "match" ) choice | "have" listChoice | "exist" | operation )
	 */
	does: Rule = this.RULE("does", () => {
		this.CONSUME(t.Does);
		this.OPTION9(() => this.CONSUME(t.OperatorNot));
		this.OPTION8(() =>
			this.OR([
				{
					ALT: () => {
						this.CONSUME(t.EqualVerb);
						this.OPTION(() => this.CONSUME(t.To));
						this.OPTION7(() => this.SUBRULE(this.expression));
					},
				},
				{
					ALT: () => {
						this.OR2([
							{ ALT: () => this.CONSUME(t.Contain) },
							{
								ALT: () => {
									this.#oneOf(3, t.Start, t.End);
									this.OPTION6(() => this.CONSUME(t.With));
								},
							},
							{ ALT: () => this.CONSUME(t.Match) },
						]);
						this.SUBRULE(this.choice);
					},
				},
				{
					ALT: () => {
						this.CONSUME(t.Have);
						this.SUBRULE(this.listChoice);
					},
				},
				{ ALT: () => this.CONSUME(t.Exist) },
				{ ALT: () => this.SUBRULE(this.operation) },
			]),
		);
	});

	/**
	 * operation = comparison | membership | range | textOperation | listOperation | dateOperation | window
	 *           | anniversary | "exists" | "not_exists"
	 */
	operation: Rule = this.RULE("operation", () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.comparison) },
			{ ALT: () => this.SUBRULE(this.membership) },
			{ ALT: () => this.SUBRULE(this.range) },
			{ ALT: () => this.SUBRULE(this.textOperation) },
			{ ALT: () => this.SUBRULE(this.listOperation) },
			{ ALT: () => this.SUBRULE(this.dateOperation) },
			{ ALT: () => this.SUBRULE(this.window) },
			{ ALT: () => this.SUBRULE(this.anniversary) },
			...this.#each(t.Exists, t.NotExists),
		]);
	});

	/**
	 * comparison = ( "=" | "!=" | "<" | "<=" | ">" | ">=" | "equals" | "not_equals" | "greater_than" | "less_than"
	 *            | ( "greater" | "less" ) "than" | "at" ( "least" | "most" ) ) expression
	 */
	comparison: Rule = this.RULE("comparison", () => {
		this.OR([
			...this.#each(
				t.Equal,
				t.NotEqual,
				t.Less,
				t.AtMost,
				t.Greater,
				t.AtLeast,
				t.EqualsWord,
				t.NotEqualsWord,
				t.GreaterThanWord,
				t.LessThanWord,
			),
			{
				ALT: () => {
					this.#oneOf(2, t.GreaterWord, t.LessWord);
					this.OPTION9(() => this.CONSUME(t.Than));
				},
			},
			{
				ALT: () => {
					this.CONSUME(t.At);
					this.OPTION8(() => this.#oneOf(3, t.Least, t.Most));
				},
			},
		]);
		this.OPTION7(() => this.OR4([{ ALT: () => this.SUBRULE(this.expression) }, { ALT: () => this.SUBRULE(this.anyOfAlone) }]));
	});

	/** membership = "in" ( list | window | value ) */
	membership: Rule = this.RULE("membership", () => {
		this.CONSUME(t.In);
		this.OPTION9(() =>
			this.OR([{ ALT: () => this.SUBRULE(this.list) }, { ALT: () => this.SUBRULE(this.window) }, { ALT: () => this.SUBRULE(this.value) }]),
		);
	});

	/** range = "between" expression "and" expression */
	range: Rule = this.RULE("range", () => {
		this.CONSUME(t.Between);
		this.OPTION9(() => this.SUBRULE(this.expression));
		this.OPTION8(() => {
			this.CONSUME(t.BetweenAnd);
			this.OPTION7(() => this.SUBRULE2(this.expression));
		});
	});

	/** textOperation = ( "contains" | ( "starts" | "ends" ) "with" | "like" ) choice */
	textOperation: Rule = this.RULE("textOperation", () => {
		this.OR([
			{ ALT: () => this.CONSUME(t.Contains) },
			{
				ALT: () => {
					this.#oneOf(2, t.Starts, t.Ends);
					this.OPTION9(() => this.CONSUME(t.With));
				},
			},
			{ ALT: () => this.CONSUME(t.Like) },
		]);
		this.SUBRULE(this.choice);
	});

	/** choice = "any" "of" list | expression */
	choice: Rule = this.RULE("choice", () => {
		this.OPTION9(() =>
			this.OR([
				{
					ALT: () => {
						this.CONSUME(t.AnyOf);
						this.OPTION6(() => this.CONSUME(t.Of));
						this.OPTION8(() => this.SUBRULE(this.list));
					},
				},
				{ ALT: () => this.SUBRULE(this.expression) },
			]),
		);
	});

	/** listOperation = ( "has" | "array_contains" ) listChoice */
	listOperation: Rule = this.RULE("listOperation", () => {
		this.#oneOf(0, t.Has, t.ArrayContains);
		this.SUBRULE(this.listChoice);
	});

	/** listChoice = ( "any" | "all" | "none" ) "of" list | expression */
	listChoice: Rule = this.RULE("listChoice", () => {
		this.OPTION9(() =>
			this.OR([
				{
					ALT: () => {
						this.#oneOf(2, t.AnyOf, t.AllOf, t.NoneOf);
						this.OPTION6(() => this.CONSUME(t.Of));
						this.OPTION8(() => this.SUBRULE(this.list));
					},
				},
				{ ALT: () => this.SUBRULE(this.expression) },
			]),
		);
	});

	/** dateOperation = ( "before" | "after" | "on" [ "or" ( "before" | "after" ) ] ) expression */
	dateOperation: Rule = this.RULE("dateOperation", () => {
		this.OR([
			...this.#each(t.Before, t.After),
			{
				ALT: () => {
					this.CONSUME(t.On);
					this.OPTION(() => {
						this.CONSUME(t.OnOr);
						this.OPTION8(() => this.OR2([{ ALT: () => this.CONSUME2(t.Before) }, { ALT: () => this.CONSUME2(t.After) }]));
					});
				},
			},
		]);
		this.OPTION9(() => this.OR3([{ ALT: () => this.SUBRULE(this.expression) }, { ALT: () => this.SUBRULE(this.windowAlone) }]));
	});

	/** window = [ "the" ] ( "this" | "last" | "next" ) [ number ] [ "calendar" | "full" ] unit */
	window: Rule = this.RULE("window", () => {
		this.OPTION3(() => this.CONSUME(t.The));
		this.#oneOf(0, t.This, t.Last, t.Next);
		this.OPTION(() => this.CONSUME(t.NumberLiteral));
		this.OPTION2(() => this.#oneOf(2, t.Calendar, t.Full));
		this.OPTION9(() => this.CONSUME(t.Unit));
	});

	/** anniversary = "anniversary" ( range | [ "in" | "on" ] ( window | expression ) ) */
	anniversary: Rule = this.RULE("anniversary", () => {
		this.CONSUME(t.Anniversary);
		this.OR([
			{ ALT: () => this.SUBRULE(this.range) },
			{
				ALT: () => {
					this.OPTION(() => this.#oneOf(2, t.In, t.On));
					this.OPTION9(() => this.OR3([{ ALT: () => this.SUBRULE(this.window) }, { ALT: () => this.SUBRULE(this.expression) }]));
				},
			},
		]);
	});

	/** list = "(" expression { ( "," | newline ) expression } ")" */
	list: Rule = this.RULE("list", () => {
		const list = this.CONSUME(t.Open);
		let items = 0;
		const countItem = () => this.#countItem(list, ++items);
		this.OPTION9(() => {
			countItem();
			this.SUBRULE(this.expression);
		});
		this.MANY(() =>
			this.OR([
				{
					ALT: () => {
						this.#oneOf(2, t.Comma, t.NewItem);
						this.OPTION8(() => {
							countItem();
							this.SUBRULE2(this.expression);
						});
					},
				},
				{
					ALT: () => {
						countItem();
						this.SUBRULE(this.itemAlone);
					},
				},
				{ ALT: () => this.SUBRULE(this.extraWords) },
				{ ALT: () => this.CONSUME(t.ListWord) },
			]),
		);
		this.OPTION7(() => this.CONSUME(t.Close));
	});

	// ---- expressions ----

	/** expression = term { ( "+" | "-" ) term } */
	expression: Rule = this.RULE("expression", () => {
		this.SUBRULE(this.term);
		this.MANY(() => {
			this.#oneOf(0, t.Plus, t.Minus);
			this.OPTION9(() => this.SUBRULE2(this.term));
		});
	});

	/** term = factor { ( "*" | "/" ) factor } */
	term: Rule = this.RULE("term", () => {
		this.SUBRULE(this.factor);
		this.MANY(() => {
			this.#oneOf(0, t.Times, t.Divide);
			this.OPTION9(() => this.SUBRULE2(this.factor));
		});
	});

	/** factor = ( value | nested | "-" ( value | nested ) ) [ "month-day" ] */
	factor: Rule = this.RULE("factor", () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.value) },
			{ ALT: () => this.SUBRULE(this.nested) },
			{
				ALT: () => {
					this.CONSUME(t.Minus);
					this.OPTION9(() => this.OR2([{ ALT: () => this.SUBRULE2(this.value) }, { ALT: () => this.SUBRULE2(this.nested) }]));
				},
			},
		]);
		this.OPTION(() => this.CONSUME(t.MonthDayWord));
	});

	/** nested = "(" expression ")" */
	nested: Rule = this.RULE("nested", () => {
		this.CONSUME(t.OpenExpression);
		this.OPTION9(() => this.SUBRULE(this.expression));
		this.#close();
	});

	/**
	 * value = name | text | duration | date | monthDay | "true" | "false" | "today" | "yesterday" | "tomorrow"
	 *       | "now" | calculation | aggregate
	 */
	value: Rule = this.RULE("value", () => {
		this.OR([
			...this.#each(t.Name, t.TextLiteral),
			{ ALT: () => this.SUBRULE(this.duration) },
			...this.#each(t.DateLiteral, t.ForeignDate, t.MonthDayLiteral, t.True, t.False, t.Today, t.Yesterday, t.Tomorrow, t.Now),
			{ ALT: () => this.SUBRULE(this.calculation) },
			{ ALT: () => this.SUBRULE(this.aggregate) },
			{ ALT: () => this.CONSUME(t.Placeholder) },
		]);
	});

	/** duration = number [ unit [ "ago" | "from" "now" ] ] */
	duration: Rule = this.RULE("duration", () => {
		this.CONSUME(t.NumberLiteral);
		this.OPTION(() => {
			this.CONSUME(t.Unit);
			this.OPTION2(() =>
				this.OR([
					{ ALT: () => this.CONSUME(t.Ago) },
					{
						ALT: () => {
							this.CONSUME(t.From);
							this.CONSUME(t.FromNow);
						},
					},
				]),
			);
		});
	});

	/** calculation = ( "age" | "month" | "weekday" | "hour" ) "(" expression ")" */
	calculation: Rule = this.RULE("calculation", () => {
		this.#oneOf(0, t.Age, t.Month, t.Weekday, t.Hour);
		this.CONSUME(t.Open);
		this.OPTION9(() => this.SUBRULE(this.expression));
		this.#close();
	});

	/** aggregate = ( "count" [ "distinct" ] | "sum" | "avg" | "min" | "max" ) "(" name [ "where" condition ] ")" */
	aggregate: Rule = this.RULE("aggregate", () => {
		this.OR([
			{
				ALT: () => {
					this.CONSUME(t.Count);
					this.OPTION(() => this.CONSUME(t.Distinct));
				},
			},
			...this.#each(t.Sum, t.Avg, t.Min, t.Max),
		]);
		this.CONSUME(t.Open);
		this.OPTION9(() => this.CONSUME(t.Name));
		this.OPTION2(() => {
			this.CONSUME(t.Where);
			this.SUBRULE(this.condition);
		});
		this.#close();
	});

	// ---- tolerated ----

	/** An operator with nothing before it: `and > 5`. */
	operatorAlone: Rule = this.RULE("operatorAlone", () => {
		this.#countCondition();
		this.SUBRULE(this.predicate);
	});

	/** A value right after an expression: `country "US"`. */
	valueAlone: Rule = this.RULE("valueAlone", () => {
		this.OR([
			{ ALT: () => this.CONSUME(t.TextLiteral) },
			{ ALT: () => this.SUBRULE(this.duration) },
			...this.#each(t.DateLiteral, t.ForeignDate, t.MonthDayLiteral, t.True, t.False, t.Placeholder),
		]);
	});

	/** A value of a list with no comma before it. */
	itemAlone: Rule = this.RULE("itemAlone", () => {
		this.SUBRULE(this.expression);
	});

	/** A condition after `where` without the parentheses that would say where it ends. */
	openWhere: Rule = this.RULE("openWhere", () => {
		this.SUBRULE(this.condition);
	});

	/** `= any of ("a", "b")`. */
	anyOfAlone: Rule = this.RULE("anyOfAlone", () => {
		this.#oneOf(0, t.AnyOf, t.AllOf, t.NoneOf);
		this.OPTION(() => this.CONSUME(t.Of));
		this.OPTION2(() => this.SUBRULE(this.list));
	});

	/** A stretch of time where a day is needed: `before last month`. */
	windowAlone: Rule = this.RULE("windowAlone", () => {
		this.SUBRULE(this.window);
	});

	/** The name of a segment without quotes. */
	nameAlone: Rule = this.RULE("nameAlone", () => {
		this.CONSUME(t.Name);
	});

	/** What follows a complete condition without `and` or `or`. */
	addition: Rule = this.RULE("addition", () => {
		this.OR([
			{ ALT: () => this.SUBRULE(this.part) },
			{
				ALT: () => {
					this.CONSUME(t.StrayComma);
					this.OPTION(() => this.OR2([{ ALT: () => this.SUBRULE2(this.part) }, { ALT: () => this.SUBRULE2(this.operatorAlone) }]));
				},
			},
			{ ALT: () => this.CONSUME(t.StrayClose) },
			{ ALT: () => this.SUBRULE(this.extraWords) },
		]);
	});

	/** Words up to the next `and`, `or`, comma, new item or closing parenthesis. */
	extraWords: Rule = this.RULE("extraWords", () => {
		this.CONSUME(t.Continuing);
		this.MANY(() =>
			this.OR([
				{ ALT: () => this.CONSUME2(t.Continuing) },
				{ ALT: () => this.CONSUME(t.Starting) },
				{ ALT: () => this.SUBRULE(this.extraParenthesis) },
			]),
		);
	});

	/** Words up to the closing parenthesis. */
	extraInside: Rule = this.RULE("extraInside", () => {
		this.AT_LEAST_ONE(() =>
			this.OR([
				...this.#each(t.Continuing, t.Starting, t.And, t.Or, t.Comma, t.NewItem, t.ListWord, t.StrayComma, t.StrayClose),
				{ ALT: () => this.SUBRULE(this.extraParenthesis) },
			]),
		);
	});

	extraParenthesis: Rule = this.RULE("extraParenthesis", () => {
		this.#oneOf(0, t.Open, t.OpenExpression);
		this.OPTION(() => this.SUBRULE(this.extraInside));
		this.OPTION2(() => this.CONSUME(t.Close));
	});

	/** Whatever no other rule took, so that no text is ever without a tree. */
	leftover: Rule = this.RULE("leftover", () => {
		this.AT_LEAST_ONE(() => this.OR([{ ALT: () => this.SUBRULE(this.extraInside) }, { ALT: () => this.CONSUME(t.Close) }]));
	});

	/** A word of each type, as alternatives. */
	#each(...types: readonly TokenType[]): { ALT: () => IToken }[] {
		return types.map((type) => ({ ALT: () => this.CONSUME(type) }));
	}

	#oneOf(index: number, ...types: readonly TokenType[]): IToken {
		return this.or(index, this.#each(...types));
	}

	/** Called where a condition begins, or where one should. */
	#countCondition(): void {
		this.ACTION(() => {
			this.#conditions++;
			if (this.#conditions > this.#limits.maxConditions) throw new LimitReached({ of: "conditions", token: this.LA(1) });
		});
	}

	/** Called where the value number `count` of a list begins. */
	#countItem(list: IToken, count: number): void {
		this.ACTION(() => {
			if (count > this.#limits.maxListItems) throw new LimitReached({ of: "items", token: this.LA(1), list });
		});
	}

	/** The end of a parenthesis, after anything in it that does not belong there. */
	#close(): void {
		this.OPTION5(() => this.SUBRULE(this.extraInside));
		this.OPTION6(() => this.CONSUME(t.Close));
	}
}

let parser: SegmentParser | undefined;

/** The one parser, built on first use (tens of milliseconds). It keeps no text between calls. */
export function segmentParser(): SegmentParser {
	parser ??= new SegmentParser({ skipValidations: true });
	return parser;
}
