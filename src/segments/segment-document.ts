// The seed system's segment documents: read with every problem at once, written back with all that was in them, known or not.
import type { SeedCondition } from "./seed-condition.ts";
import { seedOperators } from "./seed-condition.ts";
import type { Spelling } from "./built-in-names.ts";
import type { DocumentProblem } from "./problem.ts";

export type SegmentStatus = "active" | "deactivated";

export interface SegmentDocument {
	readonly id?: string;
	readonly businessId: string;
	readonly name: string;
	readonly description?: string;
	readonly status: SegmentStatus;
	/** As they came, unknown keys included; see `fromConditions` for their meaning. */
	readonly conditions: readonly SeedCondition[];
	/** Keys that SegQL does not know, in the document's order: they are kept for whoever wrote them. */
	readonly others: Readonly<Record<string, unknown>>;
}

export type ReadDocument =
	/** `spelling` is how the document's own keys are written: `business_id` or `businessId`. */
	{ readonly document: SegmentDocument; readonly spelling: Spelling } | { readonly problems: readonly DocumentProblem[] };

const knownKeys = ["id", "business_id", "businessId", "name", "description", "status", "conditions"];

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads an untrusted document of either spelling. Nothing partial: a document with a problem is not returned. */
export function readSegmentDocument(input: unknown): ReadDocument {
	if (!isObject(input)) return { problems: [{ pointer: "", message: "A segment document is a JSON object." }] };
	const problems: DocumentProblem[] = [];
	const text = (key: string, isNeeded: boolean): string | undefined => {
		const value = input[key];
		if (typeof value === "string" && (value !== "" || !isNeeded)) return value;
		const message = value === "" ? `"${key}" is empty. Write some text.` : `"${key}" must be text.`;
		if (isNeeded || value !== undefined) problems.push({ pointer: `/${key}`, message });
		return undefined;
	};
	const spelling: Spelling = Object.hasOwn(input, "businessId") ? "camelCase" : "snake_case";
	const businessId = text(spelling === "camelCase" ? "businessId" : "business_id", true);
	if (Object.hasOwn(input, "business_id") && Object.hasOwn(input, "businessId")) {
		problems.push({ pointer: "/businessId", message: 'The document has both "business_id" and "businessId". Keep one.' });
	}
	const name = text("name", true);
	const id = text("id", false);
	const description = text("description", false);
	const { status = "active", conditions = [] } = input;
	if (status !== "active" && status !== "deactivated")
		problems.push({ pointer: "/status", message: '"status" must be "active" or "deactivated".' });
	if (!Array.isArray(conditions)) problems.push({ pointer: "/conditions", message: '"conditions" must be a list.' });
	if (problems.length > 0 || businessId === undefined || name === undefined) return { problems };
	const others = Object.fromEntries(Object.entries(input).filter(([key]) => !knownKeys.includes(key)));
	return {
		document: {
			...(id !== undefined && { id }),
			businessId,
			name,
			...(description !== undefined && { description }),
			status: status as SegmentStatus,
			conditions: conditions as readonly SeedCondition[],
			others,
		},
		spelling,
	};
}

/** The document as JSON, in the asked spelling; keys that SegQL does not know come last, as they were. */
export function writeSegmentDocument(document: SegmentDocument, spelling: Spelling = "snake_case"): Json {
	const { id, businessId, name, description, status, conditions, others } = document;
	return {
		...(id !== undefined && { id }),
		[spelling === "camelCase" ? "businessId" : "business_id"]: businessId,
		name,
		...(description !== undefined && { description }),
		status,
		conditions,
		...others,
	};
}

const relativeDate = {
	type: "object",
	required: ["type", "value", "unit", "direction"],
	properties: {
		type: { const: "relative" },
		value: { type: "integer", minimum: 0 },
		unit: { enum: ["days", "weeks", "months", "years"] },
		direction: { enum: ["before", "after"] },
	},
} as const;

const date = { anyOf: [{ type: "string", format: "date" }, { $ref: "#/definitions/relativeDate" }] } as const;

/** JSON Schema (draft-07) of a segment document, both spellings; unknown keys are allowed everywhere. */
export const segmentDocumentSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "Segment",
	type: "object",
	required: ["name"],
	oneOf: [{ required: ["business_id"] }, { required: ["businessId"] }],
	properties: {
		id: { type: "string" },
		business_id: { type: "string", minLength: 1 },
		businessId: { type: "string", minLength: 1 },
		name: { type: "string", minLength: 1 },
		description: { type: "string" },
		status: { enum: ["active", "deactivated"] },
		conditions: { type: "array", items: { $ref: "#/definitions/condition" } },
	},
	definitions: {
		relativeDate,
		range: { type: "object", required: ["startDate", "endDate"], properties: { startDate: date, endDate: date } },
		scalar: { type: ["string", "number", "boolean"] },
		condition: {
			type: "object",
			required: ["field", "operator"],
			properties: {
				field: { type: "string", minLength: 1 },
				operator: { enum: seedOperators },
				type: { const: "property" },
				value: {
					anyOf: [
						{ type: "null" },
						{ $ref: "#/definitions/scalar" },
						{ $ref: "#/definitions/relativeDate" },
						{ $ref: "#/definitions/range" },
						{ type: "array", items: { anyOf: [{ $ref: "#/definitions/scalar" }, { $ref: "#/definitions/relativeDate" }] } },
					],
				},
			},
		},
	},
} as const;
