// What the words of the language mean, apart from the operators.
import type * as ast from "../../syntax/ast.ts";

export const quantifierMeanings: Readonly<Record<ast.Quantifier, string>> = {
	any: "at least one of them fits the condition",
	every: "all of them fit the condition; so it is, too, where there are none",
	no: "none of them fits the condition; so it is, too, where there are none",
	"at-least": "so many of them fit the condition, or more",
	"at-most": "so many of them fit the condition, or fewer",
	exactly: "just so many of them fit the condition",
	"fewer-than": "fewer of them fit the condition",
	"more-than": "more of them fit the condition",
};

export const functionMeanings: Readonly<Record<ast.AggregateFunction, string>> = {
	count: "how many there are; 0 where there are none",
	sum: "the numbers added up; 0 where there are none",
	avg: "the average; missing where there is none",
	min: "the smallest; missing where there is none",
	max: "the largest; missing where there is none",
	"count-distinct": "how many different values there are; 0 where there are none",
};

export const partMeanings: Readonly<Record<ast.Part["part"], string>> = {
	age: "the whole years from this day to today; missing for a day to come",
	month: "the month, 1 to 12; names such as jan stand for them",
	weekday: "the day of the week, 1 for Monday to 7 for Sunday; names such as sat stand for them",
	hour: "the hour on the clock of the business, 0 to 23",
	"month-day": "the day of the year, whatever the year; 29 February counts as 28 February in years that have none",
};

export const edgeMeanings: Readonly<Record<ast.Edge["which"], string>> = {
	first: "the one with the smallest value; elements without a value never are",
	last: "the one with the largest value; elements without a value never are",
};
