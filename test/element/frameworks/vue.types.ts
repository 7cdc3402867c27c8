// Compiled, never run: what Vue's templates take, and what they refuse.
import type { GlobalComponents } from "vue";
import type {} from "../../../src/element/frameworks/vue.ts";

type Studio = InstanceType<GlobalComponents["segql-studio"]>;

export const taken: Studio["$props"] = {
	value: "points > 1",
	view: "both",
	catalogue: { fields: [{ name: "points", type: "number" }] },
	profiles: [{ points: 1 }],
	required: true,
	class: "wide",
};

// @ts-expect-error: a view that there is not
export const wrongView: Studio["$props"] = { view: "all" };
// @ts-expect-error: the text is text
export const wrongValue: Studio["$props"] = { value: 5 };
// @ts-expect-error: it can only be read
export const readOnly: Studio["$props"] = { withoutConditions: [] };

export function emitted(emit: Studio["$emit"], change: CustomEvent<{ text: string }>): void {
	emit("segql-change", change);
	// @ts-expect-error: an event that there is not
	emit("change", change);
}
