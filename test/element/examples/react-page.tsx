// The elements in React 19, which sets their properties and listens to their events by itself.
import { useState } from "react";
import type {} from "../../../src/element/frameworks/react.ts";

const catalogue = { fields: [{ name: "points", type: "number" }] } as const;
const profiles = Array.from({ length: 20 }, (_, points) => ({ user_id: `u${points}`, points }));

export function SegmentPage(): React.JSX.Element {
	const [saved, setSaved] = useState("points >= 5");
	const [text, setText] = useState(saved);
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				setSaved(text);
			}}
		>
			<segql-studio
				name="who"
				view="text"
				catalogue={catalogue}
				profiles={profiles}
				value={text}
				saved={saved}
				onsegql-change={({ detail }) => setText(detail.text)}
			>
				<button type="submit" slot="actions">
					Save
				</button>
			</segql-studio>
			<output>{text}</output>
		</form>
	);
}
