// Where a prepared condition is asked: of profiles, or of the elements of a collection, from which the profile can be reached.
import type { Member, CollectionColumn, Frame } from "../column/frame.ts";
import type { Offsets } from "../column/list-column.ts";
import { FoldedText } from "../column/folded-text.ts";
import { PartColumn } from "../column/part-column.ts";
import { NumberColumn } from "../column/number-column.ts";
import type { PlainText } from "../column/plain-text.ts";
import { partReader } from "../../fields/part-reader.ts";
import type { TimeZone } from "../../values/time-zone.ts";
import { ownersOf } from "../kernels/elements.ts";
import type { PlanField } from "../plan.ts";
import type { Ahead } from "./ahead.ts";
import { integerScratch, type Numbers, type Stretch, type Test, doubleScratch } from "./test.ts";

export interface Scope {
	readonly frame: Frame;
	readonly zone: TimeZone;
	/** What tests and numbers of this scope need made: see `Ahead`. */
	readonly ahead: Ahead;
	/** Missing at the level of profiles. */
	readonly owner?: { readonly scope: Scope; readonly offsets: Offsets };
}

export const elementScope = (scope: Scope, column: CollectionColumn): Scope => ({
	frame: column.elements,
	zone: scope.zone,
	ahead: scope.ahead.ofElements(column.offsets),
	owner: { scope, offsets: column.offsets },
});

export function profileScope(scope: Scope): Scope {
	let outer = scope;
	while (outer.owner) outer = outer.owner.scope;
	return outer;
}

/** The field's column in the frame of this scope. */
export function memberOf(field: PlanField, scope: Scope): Member {
	const member = scope.frame.members.get(field.name);
	if (!member) throw new RangeError(`The table has no column for "${field.name}".`);
	return member;
}

/** The derived part of a member's values. */
function partColumn(member: Member, part: string, scope: Scope): PartColumn {
	const known = member.parts.get(part);
	if (known) return known;
	const derive = partReader(part, member.field, scope.zone);
	if (!derive) throw new RangeError(`"${member.field.name}" has no part "${part}".`);
	const made = new PartColumn(member.column, derive);
	member.parts.set(part, made);
	return made;
}

/** The folded texts of a member whose texts are `plain`; to be extended before rows are read. */
export function foldedText(member: Member, plain: PlainText, scope: Scope): FoldedText {
	member.folded ??= new FoldedText(plain);
	scope.ahead.add(member.folded, plain);
	return member.folded;
}

/** The numbers of a field in this scope, its part if it has one; `extend` must be called before rows up to there are read. */
export function numberColumn(field: PlanField, scope: Scope): { readonly column: NumberColumn; extend(to: number): void } | undefined {
	const member = memberOf(field, scope);
	if (field.part === undefined) return member.column instanceof NumberColumn ? { column: member.column, extend: () => {} } : undefined;
	const part = partColumn(member, field.part, scope);
	scope.ahead.add(part);
	return { column: part.values, extend: (to) => void part.extend(to) };
}

/** Values of the profile, for the elements of this scope. */
export function gathered(inner: Numbers, scope: Scope): Numbers {
	const rowsOf = profileRows(scope);
	const room = doubleScratch();
	return {
		read(stretch) {
			const count = stretch.to - stretch.from;
			const values = room(count);
			if (count === 0) return values;
			const rows = rowsOf(stretch);
			const first = (rows[0] as number) & ~31;
			const found = inner.read({ from: first, to: (rows[count - 1] as number) + 1 });
			for (let index = 0; index < count; index++) values[index] = found[(rows[index] as number) - first] as number;
			return values;
		},
	};
}

/** A test of the profile, asked of the elements of this scope. */
export function lifted(inner: Test, scope: Scope): Test {
	const rowsOf = profileRows(scope);
	const room = integerScratch();
	return {
		run(stretch, bits, word) {
			const count = stretch.to - stretch.from;
			if (count === 0) return;
			const rows = rowsOf(stretch);
			const first = (rows[0] as number) & ~31;
			const last = rows[count - 1] as number;
			const found = room(((last - first) >>> 5) + 1);
			inner.run({ from: first, to: last + 1 }, found, 0);
			for (let index = 0, to = word; index < count; to++) {
				let made = 0;
				for (let bit = 0; bit < 32 && index < count; bit++, index++) {
					const row = (rows[index] as number) - first;
					made |= (((found[row >>> 5] as number) >>> (row & 31)) & 1) << bit;
				}
				bits[to] = made;
			}
		},
	};
}

/** For each element of a stretch, the row of its profile. */
function profileRows(scope: Scope): (stretch: Stretch) => Int32Array {
	const { owner } = scope;
	if (!owner) throw new Error("Profiles belong to no one.");
	const room = integerScratch();
	const outer = owner.scope.owner ? profileRows(owner.scope) : undefined;
	return ({ from, to }) => {
		const count = to - from;
		const rows = room(count);
		ownersOf(owner.offsets.values, owner.offsets.length, from, to, rows);
		if (!outer || count === 0) return rows;
		const first = rows[0] as number;
		// Owners of owners: a stretch may begin anywhere here, since nothing is written by words.
		const found = outer({ from: first, to: (rows[count - 1] as number) + 1 });
		for (let index = 0; index < count; index++) rows[index] = found[(rows[index] as number) - first] as number;
		return rows;
	};
}
