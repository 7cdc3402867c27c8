// The simpler tests that most `like` patterns are: each engine has a fast form for them.
import { type LikePart, parsePattern } from "./like.ts";

export type LikeShape =
	| { readonly kind: "equal" | "starts-with" | "ends-with" | "contains"; readonly text: string }
	| { readonly kind: "starts-and-ends"; readonly start: string; readonly end: string }
	| { readonly kind: "general"; readonly parts: readonly LikePart[] };

/** `*acme*` contains; `*` alone contains the empty text, which is every text that is there. */
export function likeShape(pattern: string): LikeShape {
	const parts = parsePattern(pattern);
	const text = (index: number): string => {
		const part = parts[index];
		return part?.kind === "text" ? part.text : "";
	};
	switch (parts.map((part) => (part.kind === "any" ? "*" : part.kind === "one" ? "?" : "t")).join("")) {
		case "":
		case "t":
			return { kind: "equal", text: text(0) };
		case "*":
			return { kind: "contains", text: "" };
		case "t*":
			return { kind: "starts-with", text: text(0) };
		case "*t":
			return { kind: "ends-with", text: text(1) };
		case "*t*":
			return { kind: "contains", text: text(1) };
		case "t*t":
			return { kind: "starts-and-ends", start: text(0), end: text(2) };
		default:
			return { kind: "general", parts };
	}
}

export const isGeneralPattern = (pattern: string): boolean => likeShape(pattern).kind === "general";
