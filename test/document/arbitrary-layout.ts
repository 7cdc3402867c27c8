// Texts as people lay them out: one line or many, words that join at the beginning or the end of a line or alone on one, comments above
// and behind conditions, notes, conditions that are commented out. Each comes with the tree that its rows should be.
import fc, { type Arbitrary } from "fast-check";

/** What a row of the text should show. Comments are unique, so that each can be followed. */
export interface Expected {
	readonly kind: "leaf" | "list" | "bare" | "muted" | "note";
	/** A leaf's words, or those before and behind the parentheses of a list. */
	readonly words: string;
	readonly close?: string;
	readonly label?: string;
	readonly not?: boolean;
	readonly joinedBy?: "word" | "comma";
	readonly connector?: "and" | "or";
	readonly before: readonly string[];
	readonly after?: string;
	readonly rows: readonly Expected[];
}

/** Where a new line may begin or end an item of a group without a comma. */
const plainLeaves = ['plan = "pro"', "seats > 5", "not_paused is set", 'email ends with "@acme.com" ignoring case', "seen in last 30 days"];
const otherLeaves = [
	...["opted_in", 'tags has any of ("a", "b")', "x between 1 and 2", "age(birthday) >= 18", "a + b > 3", 'name != "# no comment"'],
	...['in segment "vip"', "count(orders) >= 2", "5 < points", "`Full Name` is missing", "plan = ?", "born on or before 2000-01-01"],
	...[
		'city in (\n    "Paris"\n    "Rome"\n  )',
		"any visits",
		"birthday anniversary between today and today + 7 days",
		"-5 < points",
		"last > 3",
	],
];

const blankLine = "\n\n";

interface Gap {
	readonly style: "inline" | "leading" | "trailing" | "alone" | "wide";
	readonly isCapital: boolean;
	readonly hasSection: boolean;
	readonly note: boolean;
	readonly muted: boolean;
	readonly comma: boolean;
}

const gap: Arbitrary<Gap> = fc.record({
	style: fc.oneof(
		{ weight: 5, arbitrary: fc.constantFrom("inline" as const, "leading" as const, "leading" as const, "trailing" as const) },
		fc.constantFrom("alone" as const, "wide" as const),
	),
	isCapital: fc.nat({ max: 9 }).map((n) => n === 0),
	hasSection: fc.nat({ max: 5 }).map((n) => n === 0),
	note: fc.nat({ max: 9 }).map((n) => n === 0),
	muted: fc.nat({ max: 9 }).map((n) => n === 0),
	comma: fc.boolean(),
});

interface Shape {
	readonly kind: "leaf" | "list" | "bare";
	readonly words: string;
	readonly close: string;
	readonly isPlain: boolean;
	readonly label: string | undefined;
	readonly not: boolean;
	readonly joinedBy: "word" | "comma";
	readonly connector: "and" | "or";
	readonly before: number;
	readonly after: boolean;
	readonly rows: readonly Shape[];
	readonly gaps: readonly Gap[];
	readonly isOpen: boolean;
	readonly hasTail: boolean;
	readonly lastComma: boolean;
}

const own = {
	before: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 2 })),
	after: fc.nat({ max: 4 }).map((n) => n === 0),
	gaps: fc.array(gap, { minLength: 5, maxLength: 5 }),
	isOpen: fc.boolean(),
	hasTail: fc.nat({ max: 6 }).map((n) => n === 0),
	lastComma: fc.nat({ max: 3 }).map((n) => n === 0),
};

const prefixes = {
	label: fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, fc.constantFrom("big", "it's", 'a "b"')),
	not: fc.nat({ max: 5 }).map((n) => n === 0),
};

const leaf: Arbitrary<Shape> = fc.record({ ...own, ...prefixes, isPlain: fc.boolean(), at: fc.nat() }).map(({ at, isPlain, ...rest }) => ({
	...rest,
	kind: "leaf",
	words: (isPlain ? plainLeaves : otherLeaves)[at % (isPlain ? plainLeaves : otherLeaves).length] as string,
	isPlain: isPlain && rest.label === undefined && !rest.not,
	close: "",
	joinedBy: "word",
	connector: "and",
	rows: [],
}));

const lists: readonly (readonly [string, string, "word" | "comma"])[] = [
	["(", ")", "word"],
	["(", ")", "word"],
	["any of (", ")", "comma"],
	["none of (", ")", "comma"],
	["at least 2 of (", ")", "comma"],
	["no orders (", ")", "word"],
	["last orders by placed_at (", ")", "word"],
	["count(orders where ", ") >= 3", "word"],
];

function row(depth: number): Arbitrary<Shape> {
	if (depth === 0) return leaf;
	return fc.oneof({ weight: 3, arbitrary: leaf }, list(depth));
}

const list = (depth: number): Arbitrary<Shape> =>
	fc
		.record({
			...own,
			...prefixes,
			form: fc.constantFrom(...lists),
			connector: fc.constantFrom("and" as const, "or" as const),
			items: fc.array(item(depth - 1), { minLength: 1, maxLength: 4 }),
		})
		.map(({ form: [words, close, joinedBy], items, ...rest }) => ({
			...rest,
			kind: "list",
			words,
			close,
			isPlain: false,
			joinedBy,
			rows: fitting(items, joinedBy, rest.connector),
		}));

/** A row, or several that may stand without parentheses where they are. */
const item = (depth: number): Arbitrary<Shape> =>
	fc.oneof(
		{ weight: 5, arbitrary: row(depth) },
		fc
			.record({
				...own,
				connector: fc.constantFrom("and" as const, "or" as const),
				rows: fc.array(row(depth), { minLength: 2, maxLength: 3 }),
			})
			.map(
				(rest): Shape => ({
					...rest,
					kind: "bare",
					words: "",
					close: "",
					isPlain: false,
					label: undefined,
					not: false,
					joinedBy: "word",
					before: 0,
					after: false,
				}),
			),
	);

/** Chains only where they need no parentheses and are not one with what is around them. */
function fitting(items: readonly Shape[], joinedBy: "word" | "comma", connector: "and" | "or"): readonly Shape[] {
	return items.flatMap((each) => {
		if (each.kind !== "bare") return [each];
		const stays = joinedBy === "comma" || (connector === "or" && each.connector === "and" && items.length > 1);
		return stays ? [each] : each.rows.slice(0, 1);
	});
}

/** Writes shapes out. */
class Writer {
	text = "";
	#comments = 0;

	#comment(): string {
		return `c${this.#comments++}`;
	}

	list(
		shape: Pick<Shape, "rows" | "gaps" | "joinedBy" | "connector" | "hasTail" | "lastComma">,
		indent: string,
		isBare: boolean,
		before: string[],
	): Expected[] {
		const { rows, gaps, joinedBy, connector } = shape;
		const seen: Expected[] = [];
		for (const [index, each] of rows.entries()) {
			const next = rows[index + 1];
			const behind = next && (gaps[index] as Gap);
			const written = this.#row(each, indent, before);
			before = [];
			if (!behind || !next) {
				const isLast = !next;
				if (isLast && joinedBy === "comma" && shape.lastComma) this.text += ",";
				seen.push(isBare ? written : this.#trailed(each, written, indent));
				continue;
			}
			before = this.#gap(each, next, behind, joinedBy, connector, indent, written, seen);
		}
		if (shape.hasTail && !isBare) {
			const note = this.#comment();
			if (!this.text.endsWith("\n")) this.text += "\n";
			this.text += `${indent}# ${note}\n`;
			seen.push({ kind: "note", words: note, before: [], rows: [] });
		}
		return seen;
	}

	/** With its comment behind it, which ends the line. */
	#trailed(shape: Shape, written: Expected, indent: string): Expected {
		if (!shape.after || shape.kind === "bare") return written;
		const after = this.#comment();
		this.text += ` # ${after}\n${indent}`;
		return { ...written, after };
	}

	#gap(
		each: Shape,
		next: Shape,
		behind: Gap,
		joinedBy: "word" | "comma",
		connector: "and" | "or",
		indent: string,
		written: Expected,
		seen: Expected[],
	): string[] {
		const word = behind.isCapital ? connector.toUpperCase() : connector;
		const hasLead = next.before > 0 && next.kind !== "bare";
		const needsBreak = behind.note || behind.muted || each.after || hasLead;
		const style = needsBreak && (behind.style === "inline" || behind.style === "wide") ? "leading" : behind.style;
		const isSuffix = joinedBy === "comma" || style === "trailing";
		const isLine = style !== "inline" && style !== "wide";
		const isSeparatedByLine = joinedBy === "comma" && isLine && !behind.comma && each.isPlain && next.isPlain;
		if (isSuffix && !isSeparatedByLine) this.text += joinedBy === "comma" ? "," : ` ${word}`;
		let last = written;
		if (each.after && each.kind !== "bare") {
			const after = this.#comment();
			this.text += ` # ${after}`;
			last = { ...written, after };
		}
		seen.push(last);
		if (!isLine) {
			const blanks = style === "wide" ? "   " : " ";
			this.text += joinedBy === "comma" ? blanks : `${blanks}${word}${blanks}`;
			return [];
		}
		this.text += `\n${indent}`;
		if (behind.muted) {
			const value = this.#comments++;
			const joint = joinedBy === "comma" ? "," : "";
			this.text += joinedBy === "comma" ? `# z${value} = 1${joint}\n${indent}` : `# ${connector} z${value} = 1\n${indent}`;
			seen.push({ kind: "muted", words: `z${value} = 1`, before: [], rows: [] });
		}
		if (behind.note) {
			const note = this.#comment();
			this.text += `${this.text.endsWith(`\n${indent}`) ? "\n" : ""}${indent}# ${note}${blankLine}${indent}`;
			seen.push({ kind: "note", words: note, before: [], rows: [] });
		} else if (behind.hasSection) this.text += `\n${indent}`;
		const before: string[] = [];
		if (hasLead) {
			for (let line = 0; line < next.before; line++) {
				const comment = this.#comment();
				before.push(comment);
				this.text += `# ${comment}\n${indent}`;
			}
		}
		if (!isSuffix) this.text += style === "alone" && joinedBy === "word" ? `${word}\n${indent}` : `${word} `;
		return before;
	}

	#row(shape: Shape, indent: string, before: readonly string[]): Expected {
		const { kind, words, label, not, joinedBy, connector, rows, close } = shape;
		if (label !== undefined) this.text += `${JSON.stringify(label)}: `;
		if (not) this.text += "not ";
		const base = { ...(label !== undefined && { label }), ...(not && { not }), before };
		if (kind === "leaf") {
			this.text += words;
			return { kind, words, ...base, rows: [] };
		}
		const joined = { joinedBy, ...(joinedBy === "word" && rows.length > 1 && { connector }) };
		if (kind === "bare") return { kind, words, ...joined, before: [], rows: this.list(shape, `${indent}  `, true, [...before]) };
		this.text += words;
		const inner = `${indent}  `;
		const lead: string[] = [];
		const [first] = rows;
		if (shape.isOpen) {
			this.text += `\n${inner}`;
			if (first && first.kind !== "bare") {
				for (let line = 0; line < first.before; line++) {
					const comment = this.#comment();
					lead.push(comment);
					this.text += `# ${comment}\n${inner}`;
				}
			}
		}
		const seen = this.list(shape, inner, false, lead);
		if (shape.isOpen && !/\n\s*$/.test(this.text)) this.text += `\n${indent}`;
		this.text += close;
		return { kind, words, close, ...joined, ...base, rows: seen };
	}
}

export interface LaidOut {
	readonly text: string;
	/** The rows of the whole text. */
	readonly root: Expected;
}

/** Without mistakes but for `?`. */
export const laidOutText: Arbitrary<LaidOut> = fc
	.record({
		...own,
		connector: fc.constantFrom("and" as const, "and" as const, "or" as const),
		items: fc.array(item(2), { minLength: 1, maxLength: 5 }),
		lineBreak: fc.constantFrom("\n", "\n", "\n", "\r\n", "\r"),
	})
	.map(({ connector, items, lineBreak, before, ...rest }) => {
		const rows = fitting(items, "word", connector);
		const writer = new Writer();
		const lead: string[] = [];
		if (rows[0]?.kind !== "bare") {
			for (let line = 0; line < before; line++) {
				lead.push(`lead${line}`);
				writer.text += `# lead${line}\n`;
			}
		}
		const seen = writer.list({ ...rest, rows, joinedBy: "word", connector }, "", false, lead);
		const text = writer.text.replaceAll("\n", lineBreak);
		const root: Expected = {
			kind: "list",
			words: "",
			close: "",
			joinedBy: "word",
			...(rows.length > 1 && { connector }),
			before: [],
			rows: seen,
		};
		return { text, root: withBreaks(root, lineBreak) };
	});

const withBreaks = (row: Expected, lineBreak: string): Expected => ({
	...row,
	words: row.words.replaceAll("\n", lineBreak),
	rows: row.rows.map((each) => withBreaks(each, lineBreak)),
});
