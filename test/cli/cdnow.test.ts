// The example of the acceptance test, against a few lines that know nothing of SegQL. The data is a public sample of CD purchases that is
// not part of this checkout; where it is not beside it, there is nothing to compare with.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect } from "chai";
import { segql } from "./run-cli.ts";

const path = join(import.meta.dirname, "../../../shared/data/cdnow.ndjson.gz");

interface Buyer {
	readonly user_id: string;
	readonly orders: readonly { readonly placed_at: string; readonly total: number }[];
}

/** At least three orders, more than 200.00 in all (in cents, so that no sum depends on order), one in the 90 days up to 1 July 1998. */
function expectedIds(lines: string): readonly string[] {
	return lines
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Buyer)
		.filter(({ orders }) => orders.length >= 3)
		.filter(({ orders }) => orders.reduce((cents, { total }) => cents + Math.round(total * 100), 0) > 200_00)
		.filter(({ orders }) => orders.some(({ placed_at }) => placed_at >= "1998-04-02" && placed_at <= "1998-07-01"))
		.map(({ user_id }) => user_id);
}

(existsSync(path) ? describe : describe.skip)("the buyers of cdnow.ndjson.gz (skipped where the data is not beside the checkout)", () => {
	const call = [
		...["preview", "--text", "count(orders) >= 3 and sum(orders.total) > 200 and any orders (placed_at in last 90 days)"],
		...["--profiles", path, "--now", "1998-07-01T00:00:00Z", "--timezone", "UTC"],
	];

	it("are the same ones, in the same order, that independent code finds", async () => {
		const expected = expectedIds(gunzipSync(readFileSync(path)).toString("utf8"));
		expect(expected.length).to.be.greaterThan(1000);
		const listed = await segql([...call, "--ids"]);
		expect([listed.code, listed.err]).to.deep.equal([0, ""]);
		expect(listed.out.trim().split("\n")).to.deep.equal(expected);
		const preview = JSON.parse((await segql([...call, "--json", "--sample", "0"])).out);
		expect(preview).to.deep.include({ ok: true, total: 23_570, count: expected.length, share: expected.length / 23_570 });
	});
});
