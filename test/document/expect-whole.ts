// That a document holds every unit of its text: rows lie in one another and behind one another, and between them only blanks, joining
// words, parentheses and the words of groups.
import { expect } from "chai";
import { rowAt, spanOf } from "../../src/document/find-row.ts";
import type { Row, RowDocument, RowList } from "../../src/document/row.ts";

/** The text put together again from the pieces of the rows. */
export function textOfPieces(document: RowDocument): string {
	const { text } = document;
	const ofList = ({ region, slots }: RowList): string => {
		let pieces = "";
		let at = region.from;
		for (const { row, from, jointFrom, contentFrom, contentTo, jointTo, to } of slots) {
			pieces += text.slice(at, from) + text.slice(from, jointFrom) + text.slice(jointFrom, contentFrom);
			pieces += ofContent(row, contentFrom, contentTo) + text.slice(contentTo, jointTo) + text.slice(jointTo, to);
			at = to;
		}
		return pieces + text.slice(at, region.to);
	};
	const ofContent = (row: Row, from: number, to: number): string => {
		const list = "list" in row ? row.list : undefined;
		return list ? text.slice(from, list.region.from) + ofList(list) + text.slice(list.region.to, to) : text.slice(from, to);
	};
	return ofContent(document.root, 0, text.length);
}

export function expectWhole(document: RowDocument): void {
	const { text, root, places } = document;
	const shown = JSON.stringify(text);
	expect(textOfPieces(document), shown).to.equal(text);
	expect([...places.values()][0]?.row).to.equal(root);
	const seen = new Set<Row>();
	const look = (row: Row): void => {
		seen.add(row);
		expect(places.get(row.id)?.row, shown).to.equal(row);
		expect(spanOf(document, row.id)).to.equal(row.span);
		expect(row.span.from <= row.words.from && row.words.from <= row.words.to && row.words.to <= row.span.to, shown).to.equal(true);
		for (const { span } of [...row.comments.before, ...(row.comments.after ? [row.comments.after] : [])])
			expect(text.charAt(span.from), shown).to.equal("#");
		const list = "list" in row ? row.list : undefined;
		if (!list) return;
		expect(row.children).to.deep.equal(list.slots.map((slot) => slot.row));
		let at = list.region.from;
		for (const { row: child, ...cuts } of list.slots) {
			const order = [at, cuts.from, cuts.jointFrom, cuts.contentFrom, cuts.contentTo, cuts.jointTo, cuts.to, list.region.to];
			expect(order, shown).to.deep.equal(order.toSorted((a, b) => a - b));
			expect(text.slice(at, cuts.from), `between rows of ${shown}`).to.match(/^[\s\uFEFF]*$/);
			expect(text.slice(cuts.jointFrom, cuts.contentFrom), `before a row of ${shown}`).to.match(
				/^(?:(?:and|or|&&?|\|\|?|,)[\s\uFEFF]*)?$/i,
			);
			expect(text.slice(cuts.contentTo, cuts.jointTo), `behind a row of ${shown}`).to.match(
				/^(?:(?:[\s\uFEFF]|#[^\n\r]*[\n\r])*(?:and|or|&&?|\|\|?|,))?$/i,
			);
			expect(text.slice(cuts.jointTo, cuts.to), `the comment behind a row of ${shown}`).to.match(/^(?:[\s\uFEFF]*#[^\n\r]*)?$/);
			expect(child.depth).to.equal(row.depth + 1);
			at = cuts.to;
			look(child);
		}
		expect(text.slice(at, list.region.to), `behind the rows of ${shown}`).to.match(/^[\s\uFEFF]*$/);
	};
	look(root);
	expect(seen.size).to.equal(places.size);
	for (let offset = 0; offset <= text.length; offset += 7) {
		const { span } = rowAt(document, offset);
		expect(span.from <= offset && offset <= span.to, shown).to.equal(true);
	}
}
