// After a sign: a number, or the length of time that a day or a moment is moved by.
import type * as ast from "../../syntax/ast.ts";
import { resolvedWords } from "../resolved-time.ts";
import type { Begun } from "./begun.ts";
import { type Gathering, type Source, checkedValue, written } from "./source.ts";
import { callsOf } from "./test-sources.ts";
import { lengthCandidates } from "./time-candidates.ts";
import { makers } from "./value-candidates.ts";

const signs: ReadonlySet<string> = new Set(["Plus", "Minus", "Times", "Divide"]);

/** Undefined where no sign waits for what comes after it. */
export function signSource(begun: Begun, gathering: Gathering): Source | undefined {
	const { tokens } = gathering.place;
	const { last } = begun;
	const at = tokens.findLastIndex(({ type }) => signs.has(type));
	const rest = tokens.slice(at + 1);
	if (last.kind !== "test" || at < 1 || rest.length > 1 || rest.some(({ type }) => type !== "NumberLiteral")) return undefined;
	const left = leftOfSign(last.operands.at(-1) ?? last.subject);
	if (!left) return undefined;
	if (isPoint(left)) {
		const type = typeOfPoint(left, last, gathering);
		const moved = `${begun.words(left.span)} ${tokens[at]?.image}`;
		const detail = (length: string): string | undefined => resolvedWords(`${moved} ${length}`, type, gathering.context);
		return { candidates: lengthCandidates(type).map((candidate) => ({ ...candidate, detail })), written: written(rest) };
	}
	const type = checkedValue(left, gathering)?.type;
	if (type === "date" || type === "datetime") return { candidates: lengthCandidates(type), written: written(rest) };
	if (rest.length > 0 || type !== "number") return undefined;
	return { candidates: [...gathering.fields.over(gathering.context, makers.number), ...callsOf(gathering)], written: [] };
}

/** What stands before the last sign. */
function leftOfSign(expression: ast.Expression): ast.Expression | undefined {
	if (expression.kind !== "arithmetic") return undefined;
	return leftOfSign(expression.right) ?? expression.left;
}

const isPoint = (expression: ast.Expression): boolean =>
	expression.kind === "point" || expression.kind === "date" || expression.kind === "instant" || expression.kind === "relative";

/** A day is moved by days and longer; a moment, also by hours, where a moment is wanted. */
function typeOfPoint(point: ast.Expression, test: ast.Test, gathering: Gathering): "date" | "datetime" {
	const isDay = point.kind === "date" || (point.kind === "point" && point.point !== "now");
	if (isDay || test.operator === "anniversary") return "date";
	return checkedValue(test.subject, gathering)?.type === "datetime" ? "datetime" : "date";
}
