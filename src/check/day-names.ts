// The names of weekdays and months, as `weekday(x) in (sat, sun)` and `month(x) = jan` take them: three letters or more.
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** ISO 8601: Monday is 1, Sunday 7. */
export const dayNumber = (name: string): number | undefined => position(weekdays, name);

/** January is 1. */
export const monthNumber = (name: string): number | undefined => position(months, name);

function position(names: readonly string[], written: string): number | undefined {
	const name = written.toLowerCase();
	if (name.length < 3) return undefined;
	const index = names.findIndex((candidate) => candidate.startsWith(name));
	return index < 0 ? undefined : index + 1;
}
