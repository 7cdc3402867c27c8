// What every step of checking shares: the text, the fields in reach, the clock, and where to report.
import type { DiagnosticCode } from "../diagnostic/codes.ts";
import type { Diagnostic, Fix } from "../diagnostic/diagnostic.ts";
import { diagnostic, hasErrors } from "../diagnostic/report.ts";
import { maxDiagnostics } from "../syntax/limits.ts";
import type { Catalogue } from "../fields/catalogue.ts";
import type { CollectionField, Field } from "../fields/field.ts";
import { cut } from "../text/cut.ts";
import type { Span } from "../text/span.ts";
import type { Clock } from "./clock.ts";
import type { References } from "./references.ts";

/** The element that a collection's parentheses are about. */
export interface ElementScope {
	readonly collection: CollectionField;
	/** The collection's name in the record, dots and outer collections included: `orders`, `orders.items`. */
	readonly path: string;
}

export interface Context {
	readonly text: string;
	readonly catalogue: Catalogue;
	readonly clock: Clock;
	/** Undefined at the level of the profile. */
	readonly element: ElementScope | undefined;
	readonly references: References;
	/** Derived parts asked for so far, by their full name, with how often. */
	readonly requires: Map<string, number>;
	readonly diagnostics: Diagnostic[];
	/** A name here can be a text whose quotes were forgotten. */
	readonly wantsText?: boolean;
	/** How many names were compared with unknown ones. */
	readonly compared: { names: number };
}

export const inside = (context: Context, element: ElementScope): Context => ({ ...context, element });

/** The author's own words, for a sentence: cut where they are long. */
export const words = (context: Context, at: Span): string => cut(allWords(context, at));

/** The author's own words as they are. */
export const allWords = (context: Context, at: Span): string => context.text.slice(at.from, at.to);

/** Reports one mistake; returns undefined, so that a check can end with it. */
export function report(context: Context, code: DiagnosticCode, message: string, at: Span, fixes: readonly Fix[] = []): undefined {
	addDiagnostic(context, diagnostic(code, message, at, fixes));
}

/** At most a hundred are kept, as the parser does, and the first error in any case: it is why a text has no rule. */
export function addDiagnostic(context: Context, found: Diagnostic): void {
	if (hasRoom(context, found.severity)) context.diagnostics.push(found);
}

/** Whether one more would be kept. */
export const hasRoom = ({ diagnostics }: Context, severity: Diagnostic["severity"]): boolean =>
	diagnostics.length < maxDiagnostics || (severity === "error" && !hasErrors(diagnostics));

/** The fields a bare name can mean here. */
export const fieldsInReach = (context: Context): readonly Field[] =>
	context.element ? context.element.collection.fields : context.catalogue.fields;

export function findInReach(context: Context, name: string): Field | undefined {
	return context.element ? context.element.collection.fields.find((field) => field.name === name) : context.catalogue.field(name);
}
