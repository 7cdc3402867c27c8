// Whether a field fits the operator and the values that already follow it.
import type { Context } from "../../check/context.ts";
import { checkTest } from "../../check/tests.ts";
import type * as ast from "../../syntax/ast.ts";
import { nodesAt } from "../../syntax/visit.ts";
import type { Span } from "../../text/span.ts";
import { silent } from "../scope.ts";
import type { Candidate } from "./candidate.ts";

export type CandidateField = NonNullable<Candidate["field"]>;

/** The test whose subject is the field at this word, where an operator follows it. */
export function testWithSubject(segment: ast.Segment, word: Span): ast.Test | undefined {
	const test = nodesAt(segment, word.from).findLast((node) => node.kind === "test");
	if (test?.kind !== "test" || word.from === word.to || test.subject.kind !== "field") return undefined;
	return test.subject.span.from === word.from && test.operatorSpan.from < test.operatorSpan.to ? test : undefined;
}

/** The test checks with this field in the place of its own. */
export function fitsTest({ name, ofProfile }: CandidateField, test: ast.Test, context: Context): boolean {
	const checking = silent(context);
	checkTest({ ...test, subject: { kind: "field", name, ofProfile, span: test.subject.span } }, checking);
	return checking.diagnostics.every(({ severity }) => severity !== "error");
}
