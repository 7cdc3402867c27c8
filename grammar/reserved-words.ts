// The words that are no field names unless they stand in backticks, as words alone: who prints a name needs no tokens.

/** Those of `hardWords` and `pointWords`. */
export const reservedWords: ReadonlySet<string> = new Set(
	(
		"and or not in is true false any no every none all at between has contains like starts ends does before after on exists where ignoring " +
		"today yesterday tomorrow now"
	).split(" "),
);
