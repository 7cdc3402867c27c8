// Going from problem to problem, around the end of the text.
import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import type { Span } from "../../text/span.ts";
import { problemsOf, type SurfaceHost } from "./surface.ts";

/** Selects the next problem, or the one before, and says it. */
export function goToProblem(host: SurfaceHost, step: 1 | -1): void {
	const problem = problemFrom(problemsOf(host), host.session.selection, step);
	if (problem) host.session.select(problem.span, "editor");
	host.announce(problem ? `${host.say.severity[problem.severity]}: ${problem.message}` : host.say.noMoreProblems);
}

/** Undefined where there is none. `problems` are in the order of the text. */
export function problemFrom(problems: readonly Diagnostic[], { from, to }: Span, step: 1 | -1): Diagnostic | undefined {
	const isPast = ({ span }: Diagnostic): boolean =>
		step === 1 ? span.from > from || (span.from === from && span.to > to) : span.from < from || (span.from === from && span.to < to);
	return step === 1 ? (problems.find(isPast) ?? problems[0]) : (problems.findLast(isPast) ?? problems.at(-1));
}
