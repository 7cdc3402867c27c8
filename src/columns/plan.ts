// What a table is asked: the conditions of a segment, each once, and how their answers are combined. Plain data: it can be stored, sent to a
// worker, and run over any table of the same catalogue and time zone.
import type { Constant, ValueType } from "../check/checked.ts";

export interface Plan {
	/** IANA name: the local days that conditions are about. */
	readonly timeZone: string;
	readonly root: PlanNode;
	readonly leaves: readonly PlanLeaf[];
}

export type PlanNode =
	/** An index into `leaves`. */
	| { readonly kind: "leaf"; readonly leaf: number }
	| { readonly kind: "constant"; readonly value: boolean }
	| { readonly kind: "and" | "or"; readonly items: readonly PlanNode[] }
	| { readonly kind: "not"; readonly item: PlanNode }
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly PlanNode[] };

export interface PlanLeaf {
	/** The same for conditions that ask the same, in any plan. */
	readonly key: string;
	readonly condition: PlanCondition;
}

/** `CheckedCondition` without its tree: see src/check/checked.ts for what each means. References are written out. */
export type PlanCondition =
	| { readonly kind: "constant"; readonly value: boolean }
	| { readonly kind: "and" | "or"; readonly items: readonly PlanCondition[] }
	| { readonly kind: "not"; readonly item: PlanCondition }
	| { readonly kind: "at-least"; readonly count: number; readonly items: readonly PlanCondition[] }
	| PlanTest;

export type PlanTest =
	| { readonly kind: "compare"; readonly operator: CompareOperator; readonly left: PlanValue; readonly right: PlanValue }
	| { readonly kind: "between"; readonly value: PlanValue; readonly low: number; readonly high: number }
	| { readonly kind: "in"; readonly value: PlanValue; readonly items: readonly Constant[] }
	| { readonly kind: "set"; readonly value: PlanValue }
	| { readonly kind: "text"; readonly test: TextTest; readonly value: PlanField; readonly operand: string }
	| { readonly kind: "has" | "has-all"; readonly list: PlanField; readonly items: readonly Constant[] }
	| { readonly kind: "empty"; readonly list: PlanField }
	| { readonly kind: "some"; readonly collection: PlanField; readonly where: PlanCondition }
	| {
			readonly kind: "edge";
			readonly which: "first" | "last";
			readonly collection: PlanField;
			readonly by: PlanField;
			readonly where: PlanCondition;
	  };

export type CompareOperator = "=" | "<" | "<=" | ">" | ">=";
export type TextTest = "contains" | "starts-with" | "ends-with" | "like";

export type PlanValue = PlanField | PlanConstant | PlanArithmetic | PlanAggregate | PlanDatePart;

export interface PlanField {
	readonly kind: "field";
	readonly name: string;
	readonly scope: "profile" | "element";
	readonly part?: string;
	/** Of the value, part included. */
	readonly type: ValueType;
}

export interface PlanConstant {
	readonly kind: "constant";
	readonly value: Constant;
}

export interface PlanArithmetic {
	readonly kind: "arithmetic";
	readonly operator: "+" | "-" | "*" | "/";
	readonly left: PlanValue;
	readonly right: PlanValue;
}

export interface PlanAggregate {
	readonly kind: "aggregate";
	readonly function: "count" | "sum" | "avg" | "min" | "max" | "count-distinct";
	readonly collection: PlanField;
	readonly of?: PlanField;
	readonly where?: PlanCondition;
	readonly scale?: number;
}

export interface PlanDatePart {
	readonly kind: "date-part";
	readonly part: "month" | "month-day" | "age";
	readonly of: PlanValue;
	/** Of `age` only: `yyyymmdd`. */
	readonly today?: number;
}
