// Compiled, never run: what JSX takes, and what it refuses. An example that runs is in ../examples.
import { createRef } from "react";
import type { BuilderElement } from "../../../src/element/index.ts";
import type {} from "../../../src/element/frameworks/react.ts";

export const reference = createRef<BuilderElement>();
export const taken = (
	<segql-builder
		ref={reference}
		key="one"
		className="wide"
		value="points > 1"
		privacy={{ personal: "show" }}
		onsegql-change={({ detail }) => detail.text}
	/>
);

// @ts-expect-error: the text is text
export const wrongValue = <segql-editor value={5} />;
// @ts-expect-error: a view that there is not
export const wrongView = <segql-studio view="all" />;
// @ts-expect-error: it can only be read
export const readOnly = <segql-studio withoutConditions={[]} />;
// @ts-expect-error: a property that there is not
export const unknown = <segql-preview text="points > 1" />;
// @ts-expect-error: it is for the parts of the builder
export const ownAffair = <segql-builder panels={undefined} />;
