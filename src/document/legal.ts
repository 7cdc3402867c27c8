// Which gestures a row takes, and why not the others: for buttons that say so before they are pressed.
import { gone } from "./change.ts";
import { type Held, isHeld, whyFixed } from "./find-row.ts";
import { whyNotDuplicate } from "./gestures/duplicate.ts";
import { whyNotInsertInto } from "./gestures/insert.ts";
import { whyNotMove } from "./gestures/move.ts";
import { whyNotMute } from "./gestures/mute.ts";
import { whyNotRemove } from "./gestures/remove.ts";
import { whyNoText } from "./gestures/replace-text.ts";
import { whyNoEdge, whyNoQuantifier } from "./gestures/set-collection.ts";
import { whyNoConnector, whyNoQuantityOf } from "./gestures/set-connector.ts";
import { whyNoLabel } from "./gestures/set-label.ts";
import { whyNotNegate } from "./gestures/set-negated.ts";
import { whyNoCase, whyNoOperator } from "./gestures/set-operator.ts";
import { whyNoValues } from "./gestures/set-operands.ts";
import { whyNoSegments } from "./gestures/set-segments.ts";
import { whyNoSubject } from "./gestures/set-subject.ts";
import { whyNotUnmute } from "./gestures/unmute.ts";
import { whyNotUnwrap } from "./gestures/unwrap.ts";
import { whyNotWrap } from "./gestures/wrap.ts";
import type { Row, RowDocument } from "./row.ts";

/** What depends on the row alone, and what on where it stands. */
const ofRow = {
	insertInto: whyNotInsertInto,
	duplicate: whyNotDuplicate,
	wrap: whyNotWrap,
	setConnector: whyNoConnector,
	setQuantity: whyNoQuantityOf,
	setQuantifier: whyNoQuantifier,
	setEdge: whyNoEdge,
	setSubject: whyNoSubject,
	setOperator: whyNoOperator,
	setOperands: whyNoValues,
	setSegments: whyNoSegments,
	setIgnoringCase: whyNoCase,
	setNegated: whyNotNegate,
	setLabel: whyNoLabel,
	replaceText: whyNoText,
	unmute: whyNotUnmute,
} as const satisfies Record<string, (row: Row) => string | undefined>;

const ofPlace = {
	remove: whyNotRemove,
	move: ({ row }) => whyFixed(row),
	moveUp: (held) => whyNotMove(held, -1),
	moveDown: (held) => whyNotMove(held, 1),
	mute: whyNotMute,
	unwrap: whyNotUnwrap,
} as const satisfies Record<string, (held: Held) => string | undefined>;

export type GestureName = keyof typeof ofRow | keyof typeof ofPlace;

/**
 * For each gesture the sentence that says why the row does not take it, or nothing where it does. In a text with mistakes a gesture can
 * still refuse, when it would change how other rows are read. Cost: that of the row, with all it holds.
 */
export function reasonsAgainst(document: RowDocument, id: number): Readonly<Record<GestureName, string | undefined>> {
	const place = document.places.get(id);
	const own = Object.entries(ofRow).map(([name, why]) => [name, place ? why(place.row) : gone.reason]);
	const placed = Object.entries(ofPlace).map(([name, why]) => [name, isHeld(place) ? why(place) : place ? wholeSegment : gone.reason]);
	return Object.fromEntries([...own, ...placed]);
}

const wholeSegment = "This is the whole segment.";
