// Where a part of a rule finds its data. JSON Logic has one scope at a time: inside `some` and `filter` the data is the element, inside
// `reduce` it is {current, accumulator}; what the inner rule needs from the profile must be carried in.
import type { AggregateValue, FieldValue } from "../check/checked.ts";
import type { Rule } from "./rule.ts";

export interface Environment {
	/** The rule that reads this field here. */
	read(value: FieldValue): Rule;
	/** The rule that reads this aggregate, where it has been computed already. */
	aggregate?(value: AggregateValue): Rule | undefined;
}

export const variable = (path: string): Rule => ({ var: path });

/** The name of a value in the record: its field's, with the part: `email@fold`. */
export const recordName = (value: FieldValue): string =>
	value.part === undefined ? value.field.name : `${value.field.name}@${value.part}`;

/** The data is the record itself. */
export const profileEnvironment: Environment = { read: (value) => variable(recordName(value)) };

/** The data is one element, and nothing of the profile is in reach. */
export const elementEnvironment: Environment = {
	read(value) {
		if (value.scope === "profile") throw new Error(`Nothing of the profile is in reach of "${value.field.name}".`);
		return variable(recordName(value));
	},
};

/** The data is {current, accumulator}; the accumulator is a list that begins with the values of `carried`. */
export function reduceEnvironment(carried: readonly FieldValue[]): Environment {
	const names = carried.map(recordName);
	return {
		read(value) {
			const name = recordName(value);
			return value.scope === "element" ? variable(`current.${name}`) : variable(`accumulator.${names.indexOf(name)}`);
		},
	};
}
