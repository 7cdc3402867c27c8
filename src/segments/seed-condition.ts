// The seed system's conditions, as its documents hold them: language.md §5.

export const seedOperators = [
	"equals",
	"not_equals",
	"greater_than",
	"less_than",
	"exists",
	"not_exists",
	"equals_month_day",
	"equals_month_day_year",
	"between_month_day",
	"between_month_day_year",
	"array_contains",
] as const;

export type SeedOperator = (typeof seedOperators)[number];

export type SeedScalar = string | number | boolean;

/** A day counted from today: `{ "type": "relative", "value": 3, "unit": "days", "direction": "before" }` is three days ago. */
export interface SeedRelativeDate {
	readonly type: "relative";
	/** 0 or more, whole. */
	readonly value: number;
	readonly unit: "days" | "weeks" | "months" | "years";
	readonly direction: "before" | "after";
}

/** `YYYY-MM-DD`, or counted from today. */
export type SeedDate = string | SeedRelativeDate;

/** Both ends included; both absolute or both relative. */
export interface SeedRange {
	readonly startDate: SeedDate;
	readonly endDate: SeedDate;
}

export type SeedValue = SeedScalar | SeedRelativeDate | SeedRange | readonly (SeedScalar | SeedRelativeDate)[];

/** Conditions of a document are joined by AND. */
export interface SeedCondition {
	readonly field: string;
	readonly operator: SeedOperator;
	/** Left out, null or `[]` for `exists` and `not_exists`. */
	readonly value?: SeedValue | null;
	readonly type?: "property";
}

export const isSeedOperator = (value: unknown): value is SeedOperator => (seedOperators as readonly unknown[]).includes(value);

export const isRelativeDate = (value: unknown): value is SeedRelativeDate =>
	typeof value === "object" && value !== null && "type" in value && value.type === "relative";
