// What a condition can be about, as a person picks it: the fields of the catalogue, collections, and what can be calculated from both.
import type { ValueInput } from "../../document/values.ts";
import type { CollectionField, Field } from "../../fields/field.ts";
import type { AggregateFunction, Part } from "../../syntax/ast.ts";
import type { Scope } from "./scope.ts";
import { type SubjectType, typeOfField } from "./subject-type.ts";
import type { BuilderWords } from "./words.ts";

export interface SubjectChoice {
	/** As it is written, without the quotes of odd names: `count(orders)`. */
	readonly label: string;
	readonly detail: string;
	/** As the catalogue's author wrote it. */
	readonly description?: string;
	readonly type: SubjectType;
	readonly subject: ValueInput;
	/** A whole collection: its row is a group. */
	readonly collection?: CollectionField;
	/** One element of a collection: a group of its own, with the field that orders the elements. */
	readonly edge?: { readonly which: "first" | "last"; readonly by: string };
	/** A field as it is: what is calculated from fields comes after all of them. */
	readonly isPlain: boolean;
}

/** Every choice, the plain fields first. Fields that are not for segments are left out. */
export function subjectChoices(scope: Scope, say: BuilderWords): readonly SubjectChoice[] {
	const own = usable(scope.fields).flatMap((field) => choicesOf(field, false, say));
	const outer = usable(scope.ofProfile ?? []).flatMap((field) => choicesOf(field, true, say));
	const all = [...own, ...outer];
	return [...all.filter(({ isPlain }) => isPlain), ...all.filter(({ isPlain }) => !isPlain)];
}

const usable = (fields: readonly Field[]): readonly Field[] => fields.filter(({ exposure }) => exposure.includes("segments"));

function choicesOf(field: Field, ofProfile: boolean, say: BuilderWords): readonly SubjectChoice[] {
	const { name, type, description } = field;
	const written = ofProfile ? `profile.${name}` : name;
	const detail = ofProfile ? `${say.types[type]}, ${say.ofProfile}` : say.types[type];
	const plain: SubjectChoice = {
		label: written,
		detail,
		...(description !== undefined && { description }),
		type: typeOfField(field),
		subject: { kind: "field", name, ofProfile },
		...(field.type === "collection" && { collection: field }),
		isPlain: true,
	};
	const aggregate = (of: AggregateFunction, about: string, result: SubjectType): SubjectChoice => ({
		label: `${of.replace("-", " ")}(${ofProfile ? `profile.${about}` : about})`,
		detail: say.aggregates[of],
		type: result,
		subject: { kind: "aggregate", function: of, of: { kind: "field", name: about, ofProfile } },
		isPlain: false,
	});
	const part = (which: Part["part"]): SubjectChoice => ({
		label: which === "month-day" ? `${written} month-day` : `${which}(${written})`,
		detail: say.parts[which],
		type:
			which === "month-day"
				? { type: "month-day" }
				: { type: "number", ...((which === "month" || which === "weekday") && { names: which }) },
		subject: { kind: "part", part: which, of: { kind: "field", name, ofProfile } },
		isPlain: false,
	});
	const number: SubjectType = { type: "number" };
	switch (field.type) {
		case "date":
			return [plain, part("age"), part("month"), part("weekday"), part("month-day")];
		case "datetime":
			return [plain, part("age"), part("month"), part("weekday"), part("hour"), part("month-day")];
		case "list":
			return [plain, aggregate("count", name, number)];
		case "collection":
			return [
				plain,
				...edges(field, written, plain, say),
				aggregate("count", name, number),
				...field.fields.flatMap((inner) => aggregatesOf(field, inner, aggregate)),
			];
		default:
			return [plain];
	}
}

/** The last and the first element, by time, or else by number. */
function edges({ fields }: CollectionField, written: string, plain: SubjectChoice, say: BuilderWords): readonly SubjectChoice[] {
	const by = fields.find(({ type }) => type === "datetime" || type === "date") ?? fields.find(({ type }) => type === "number");
	if (!by) return [];
	const { description: _, ...rest } = plain;
	return (["last", "first"] as const).map((which) => ({
		...rest,
		label: `${which} ${written}`,
		detail: `${say[which]} ${written}, ${say.by} ${by.name}`,
		edge: { which, by: by.name },
		isPlain: false,
	}));
}

type MakeAggregate = (of: AggregateFunction, about: string, result: SubjectType) => SubjectChoice;

function aggregatesOf({ name }: CollectionField, inner: Field, make: MakeAggregate): readonly SubjectChoice[] {
	const about = `${name}.${inner.name}`;
	const number: SubjectType = { type: "number" };
	const extremes = (): readonly SubjectChoice[] => (["min", "max"] as const).map((of) => make(of, about, { type: inner.type }));
	switch (inner.type) {
		case "number":
			return [make("sum", about, number), make("avg", about, number), ...extremes(), make("count-distinct", about, number)];
		case "date":
		case "datetime":
			return [...extremes(), make("count-distinct", about, number)];
		case "text":
			return [make("count-distinct", about, number)];
		default:
			return [];
	}
}

/** Those with the typed letters in their name or description, exact beginnings first. All for no letters. */
export function matchingChoices<Choice extends { readonly label: string; readonly description?: string; readonly detail?: string }>(
	choices: readonly Choice[],
	typed: string,
): readonly Choice[] {
	const wanted = typed.trim().toLowerCase();
	if (wanted === "") return choices;
	const ranked = choices.flatMap((choice) => {
		const label = choice.label.toLowerCase();
		const rank = label === wanted ? 0 : label.startsWith(wanted) ? 1 : label.includes(wanted) ? 2 : isDescribed(choice, wanted) ? 3 : 4;
		return rank < 4 ? [{ choice, rank }] : [];
	});
	return ranked.sort((a, b) => a.rank - b.rank).map(({ choice }) => choice);
}

const isDescribed = (
	{ description = "", detail = "" }: { readonly description?: string; readonly detail?: string },
	wanted: string,
): boolean => description.toLowerCase().includes(wanted) || detail.toLowerCase().includes(wanted);
