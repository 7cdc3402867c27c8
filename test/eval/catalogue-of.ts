// A catalogue for a test, from its fields.
import { type Catalogue, type FieldInput, catalogue } from "../../src/fields/catalogue.ts";

export function catalogueOf(...fields: readonly FieldInput[]): Catalogue {
	const made = catalogue({ fields });
	if (!("catalogue" in made)) throw new Error(made.problems.map((problem) => problem.message).join("\n"));
	return made.catalogue;
}
