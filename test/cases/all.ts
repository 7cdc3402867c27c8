// Every file of cases, in the order of language.md; a new file is two new lines here.
import missing from "./missing.json" with { type: "json" };
import presence from "./presence.json" with { type: "json" };
import equality from "./equality.json" with { type: "json" };
import order from "./order.json" with { type: "json" };
import between from "./between.json" with { type: "json" };
import inList from "./in-list.json" with { type: "json" };
import text from "./text.json" with { type: "json" };
import ignoringCase from "./ignoring-case.json" with { type: "json" };
import like from "./like.json" with { type: "json" };
import booleans from "./booleans.json" with { type: "json" };
import lists from "./lists.json" with { type: "json" };
import fieldToField from "./field-to-field.json" with { type: "json" };
import arithmetic from "./arithmetic.json" with { type: "json" };
import datesPoints from "./dates-points.json" with { type: "json" };
import datesRolling from "./dates-rolling.json" with { type: "json" };
import datesCalendar from "./dates-calendar.json" with { type: "json" };
import datesDst from "./dates-dst.json" with { type: "json" };
import anniversary from "./anniversary.json" with { type: "json" };
import parts from "./parts.json" with { type: "json" };
import collectionsAnyNoEvery from "./collections-any-no-every.json" with { type: "json" };
import collectionsCounts from "./collections-counts.json" with { type: "json" };
import aggregates from "./aggregates.json" with { type: "json" };
import decimals from "./decimals.json" with { type: "json" };
import edges from "./edges.json" with { type: "json" };
import nestedCollections from "./nested-collections.json" with { type: "json" };
import profilePrefix from "./profile-prefix.json" with { type: "json" };
import references from "./references.json" with { type: "json" };
import groups from "./groups.json" with { type: "json" };
import named from "./named.json" with { type: "json" };
import precedence from "./precedence.json" with { type: "json" };
import synonyms from "./synonyms.json" with { type: "json" };
import numbersLimits from "./numbers-limits.json" with { type: "json" };
import dottedNames from "./dotted-names.json" with { type: "json" };
import hostileNames from "./hostile-names.json" with { type: "json" };
import acceptance from "./acceptance.json" with { type: "json" };
import type { CaseFile } from "./case.ts";

const files: readonly unknown[] = [
	missing,
	presence,
	equality,
	order,
	between,
	inList,
	text,
	ignoringCase,
	like,
	booleans,
	lists,
	fieldToField,
	arithmetic,
	datesPoints,
	datesRolling,
	datesCalendar,
	datesDst,
	anniversary,
	parts,
	collectionsAnyNoEvery,
	collectionsCounts,
	aggregates,
	decimals,
	edges,
	nestedCollections,
	profilePrefix,
	references,
	groups,
	named,
	precedence,
	synonyms,
	numbersLimits,
	dottedNames,
	hostileNames,
	acceptance,
];

export const caseFiles = files as readonly CaseFile[];
