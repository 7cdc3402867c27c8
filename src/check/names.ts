// From a name to the field it means here: in the profile, in a collection's element, or by `profile.` from inside one.
import { quotedList } from "../diagnostic/did-you-mean.ts";
import type { Fix } from "../diagnostic/diagnostic.ts";
import { replaceFix } from "../diagnostic/report.ts";
import type { Field } from "../fields/field.ts";
import type * as ast from "../syntax/ast.ts";
import { printName } from "../syntax/print.ts";
import { printText } from "../syntax/print-expression.ts";
import { cut } from "../text/cut.ts";
import type { FieldValue } from "./checked.ts";
import { type Context, fieldsInReach, findInReach, report } from "./context.ts";
import { nearNames } from "./near-names.ts";

/** The value of a field that segments may use, or undefined after saying why not. */
export function checkName(name: ast.FieldName, context: Context): FieldValue | undefined {
	const { field, ofProfile } = lookUp(name, context);
	if (!field) return ofProfile ? reportUnknown(name, context, context.catalogue.fields) : reportNotInReach(name, context);
	if (!field.exposure.includes("segments")) {
		return report(
			context,
			"merge-field-only",
			`"${field.name}" is only for merge fields. To use it in conditions, expose it to segments in the field catalogue.`,
			name.span,
		);
	}
	return { kind: "field", field, scope: context.element && !ofProfile ? "element" : "profile", type: field.type };
}

/** The field that a name means here, exposed or not; `ofProfile` when it is sought in the profile from inside an element. */
export function lookUp(name: ast.FieldName, context: Context): { readonly field: Field | undefined; readonly ofProfile: boolean } {
	const ownName = name.ofProfile ? `profile.${name.name}` : name.name;
	const own = findInReach(context, ownName);
	return name.ofProfile && !own ? { field: context.catalogue.field(name.name), ofProfile: true } : { field: own, ofProfile: false };
}

/** The field's full name in the record: `email`, `orders.total`. */
export function fullName(value: FieldValue, context: Context): string {
	return value.scope === "element" && context.element ? `${context.element.path}.${value.field.name}` : value.field.name;
}

/** The value's derived part, which the record must then carry. */
export function withPart(value: FieldValue, part: string, type: FieldValue["type"], context: Context): FieldValue {
	const name = `${fullName(value, context)}@${part}`;
	context.requires.set(name, (context.requires.get(name) ?? 0) + 1);
	return { ...value, part, type };
}

/** The value itself again, whose part is not needed after all. */
export function withoutPart(value: FieldValue, context: Context): FieldValue {
	const { part, ...field } = value;
	const name = `${fullName(value, context)}@${part}`;
	context.requires.set(name, (context.requires.get(name) ?? 1) - 1);
	return { ...field, type: field.field.type };
}

function reportNotInReach(name: ast.FieldName, context: Context): undefined {
	const isKnownSlip = context.element ? reportInsideElement(name, context) : reportOutsideElement(name, context);
	return isKnownSlip ? undefined : reportUnknown(name, context, fieldsInReach(context));
}

/** True when the name is one of the profile's or of an inner collection's, and that was reported. */
function reportInsideElement(name: ast.FieldName, context: Context): boolean {
	const collection = context.element?.collection.name ?? "";
	if (!context.catalogue.field(name.name)) return reportInnerField(name, context);
	const prefixed = `profile.${printName(name.name)}`;
	report(
		context,
		"unknown-field",
		`Inside "${collection}", a name is the element's own field, and there is no "${cut(name.name)}" there. For the profile's field, write ${prefixed}.`,
		name.span,
		[replaceFix(`Change to ${prefixed}`, name.span, prefixed)],
	);
	return true;
}

/** True when the name belongs inside a collection or needs no prefix, and that was reported. */
function reportOutsideElement(name: ast.FieldName, context: Context): boolean {
	const plain = name.name.startsWith("profile.") ? name.name.slice("profile.".length) : undefined;
	if (plain === undefined || !context.catalogue.field(plain)) return reportInnerField(name, context);
	const printed = printName(plain);
	report(
		context,
		"profile-prefix-outside",
		`"profile." is only needed inside a collection's parentheses. Write ${printed} here.`,
		name.span,
		[replaceFix(`Change to ${printed}`, name.span, printed)],
	);
	return true;
}

/** True when a collection in reach has a field of this name, with or without the collection's own, and that was reported. */
function reportInnerField(name: ast.FieldName, context: Context): boolean {
	for (const field of fieldsInReach(context)) {
		if (field.type !== "collection") continue;
		const inner = field.fields.find((item) => item.name === name.name || `${field.name}.${item.name}` === name.name);
		if (!inner) continue;
		const [collection, item] = [printName(field.name), printName(inner.name)];
		report(
			context,
			"element-field-outside",
			`"${cut(name.name)}" has one value for each of "${field.name}". Say which, for example any ${collection} (${item} …).`,
			name.span,
		);
		return true;
	}
	return false;
}

function reportUnknown(name: ast.FieldName, context: Context, fields: readonly Field[]): undefined {
	const candidates = fields.filter((field) => field.exposure.includes("segments")).map((field) => field.name);
	const near = nearNames(name.name, candidates, context);
	const fixes: Fix[] = near.map((candidate) => {
		const printed = (name.ofProfile ? "profile." : "") + printName(candidate);
		return replaceFix(`Change to ${printed}`, name.span, printed);
	});
	if (context.wantsText && !name.ofProfile) fixes.push(replaceFix(`Write ${printText(name.name)}`, name.span, printText(name.name)));
	const where = context.element && !name.ofProfile ? ` in "${context.element.collection.name}"` : "";
	const hint = near[0] === undefined ? "Use a field of the catalogue, or put text in quotes." : `Did you mean ${quotedList(near)}?`;
	return report(context, "unknown-field", `There is no field "${cut(name.name)}"${where}. ${hint}`, name.span, fixes);
}
