// The parts of the editor, the builder and the preview that a host's style sheet reaches through the studio: `segql-studio::part(builder-row)`.

/** By part of the studio, the names that are parts there. */
const names = {
	editor: ["code editor fix label notice place problem problems shortcuts state suggestions surface text tidy"],
	builder: [
		"add builder case chip choice choices comment condition count grip group input joint kind marked more-rows",
		"muted name not note operator panel problems quantity reference refusal row select state subject text tool",
		"tools unit unmute value values",
	],
	preview: [
		"bar button change chart columns condition count explanation export export-csv export-ndjson first last next",
		"pager panel preview previous sample search select share state tab table tabs threshold through-missing user-id",
		"verdict",
		"who",
	],
} as const;

export type StudioPart = keyof typeof names;

/** The names of a part of the studio, as they are called in it. */
export const partsOf = (part: StudioPart): readonly string[] => names[part].flatMap((line) => line.split(" "));

/** The value of the attribute `exportparts` of an element in the studio: `row` of the builder is `builder-row` outside. */
export const exportedParts = (part: StudioPart): string =>
	partsOf(part)
		.map((name) => `${name}: ${part}-${name}`)
		.join(", ");
