// The closed list of what can be wrong, each with the severity it always has. A new mistake is a new row here,
// a test of its whole message, and a line in grammar/README.md.
import type { Severity } from "./diagnostic.ts";

export const severities = {
	// text that does not read
	"unknown-character": "error",
	"unclosed-text": "error",
	"bad-escape": "error",
	"unusable-text": "error",
	"bad-number": "error",
	"number-too-large": "error",
	"bad-date": "error",
	"date-out-of-range": "error",
	"instant-too-fine": "error",
	"unclosed-parenthesis": "error",
	"unexpected-words": "error",
	"missing-condition": "error",
	"missing-operator": "error",
	"missing-value": "error",
	"empty-list": "error",
	"list-too-long": "error",
	"text-too-long": "error",
	"nested-too-deep": "error",
	"too-many-conditions": "error",
	"mixed-and-or": "warning",
	// names
	"unknown-field": "error",
	"merge-field-only": "error",
	"unknown-segment": "error",
	"segment-cycle": "error",
	"deactivated-segment": "error",
	"broken-segment": "error",
	// meaning
	"wrong-type": "error",
	"wrong-operator": "error",
	"not-a-condition": "error",
	"not-a-collection": "error",
	"needs-a-collection": "error",
	"element-field-outside": "error",
	"profile-prefix-outside": "error",
	"reference-inside-collection": "error",
	"too-many-references": "error",
	"value-out-of-range": "error",
	"unit-too-small": "error",
	"divide-by-zero": "error",
	"unknown-value": "warning",
	"ambiguous-time": "warning",
	"every-over-nothing": "info",
	// sense: what compiles and is probably not meant
	"empty-range": "warning",
	contradiction: "warning",
	"always-true": "warning",
	"duplicate-condition": "warning",
	"redundant-condition": "warning",
	"lets-missing-in": "info",
} as const satisfies Record<string, Severity>;

export type DiagnosticCode = keyof typeof severities;
