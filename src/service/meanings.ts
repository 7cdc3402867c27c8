// What the words of the language mean, apart from the operators: beside them in a completion list, and when they are pointed at.
import type * as ast from "../syntax/ast.ts";

export const quantifierMeanings: Readonly<Record<ast.Quantifier, string>> = {
	any: "one or more of them fit the condition",
	every: "all of them fit the condition, or there are none",
	no: "none of them fits the condition",
	"at-least": "so many of them fit the condition, or more",
	"at-most": "so many of them fit the condition, or fewer",
	exactly: "just so many of them fit the condition",
	"fewer-than": "fewer of them fit the condition",
	"more-than": "more of them fit the condition",
};

export const functionMeanings: Readonly<Record<ast.AggregateFunction, string>> = {
	count: "how many there are",
	sum: "the numbers added up, 0 where there are none",
	avg: "the average, missing where there are none",
	min: "the smallest, missing where there are none",
	max: "the largest, missing where there are none",
	"count-distinct": "how many different values there are",
};

export const partMeanings: Readonly<Record<ast.Part["part"], string>> = {
	age: "the whole years from this day to today",
	month: "the month, 1 to 12 or jan to dec",
	weekday: "the day of the week, mon to sun or 1 to 7",
	hour: "the hour on the clock of the business, 0 to 23",
	"month-day": "the day of the year, whatever the year",
};

export const edgeMeanings: Readonly<Record<ast.Edge["which"], string>> = {
	first: "the one with the smallest value fits the condition",
	last: "the one with the largest value fits the condition",
};
