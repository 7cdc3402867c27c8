// The built-in fields have two spellings: snake_case in catalogues and texts, camelCase in the seed system's HTTP API. A field of the
// catalogue's own that is spelt like one of the second wins over it.
import type { Catalogue } from "../fields/catalogue.ts";
import type { Field } from "../fields/field.ts";

export type Spelling = "snake_case" | "camelCase";

const camelCase: Readonly<Record<string, string>> = { user_id: "userId", first_name: "firstName", last_name: "lastName" };
const snakeCase = new Map(Object.entries(camelCase).map(([snake, camel]) => [camel, snake]));

/** By either spelling. */
export function fieldOfDocument(name: string, catalogue: Catalogue): Field | undefined {
	const snake = snakeCase.get(name);
	return catalogue.field(name) ?? (snake === undefined ? undefined : catalogue.field(snake));
}

export function nameInDocument(field: Field, spelling: Spelling, catalogue: Catalogue): string {
	const camel = spelling === "camelCase" && Object.hasOwn(camelCase, field.name) ? camelCase[field.name] : undefined;
	return camel === undefined || catalogue.field(camel) ? field.name : camel;
}
