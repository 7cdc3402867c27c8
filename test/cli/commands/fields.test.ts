import { expect } from "chai";
import { peopleLines } from "../people.ts";
import { segql } from "../run-cli.ts";
import { testFolder } from "../test-folder.ts";

describe("segql fields infer", () => {
	const folder = testFolder();
	const lines = peopleLines.replace(",7]", "]");

	it("prints a catalogue file, and what speaks for it beside that", async () => {
		const { code, out, err } = await segql(["fields", "infer", "--profiles", "-"], { stdin: `${lines}oops\n` });
		expect(code).to.equal(0);
		expect(JSON.parse(out)).to.deep.equal({
			fields: [
				{ name: "user_id", type: "text" },
				{ name: "email", type: "text" },
				{ name: "country", type: "text" },
				{ name: "signed_up", type: "date" },
				{ name: "orders", type: "collection", fields: [{ name: "total", type: "number", decimals: 1 }] },
			],
		});
		expect(err).to.equal(
			[
				"What speaks for it, from all 4 profiles:",
				"field         type                   has a value  other kinds",
				"user_id       text                        4 of 4            0",
				"email         text                        3 of 4            0",
				"country       text                        3 of 4            0",
				"signed_up     date                        3 of 4            0",
				"orders        collection                  3 of 4            0",
				"orders.total  number with 1 decimal       3 of 3            0",
				"",
				"Left out:",
				"  $.spent: Its values are of different types, none of them in 99 of 100.",
				"1 problem in the profiles; what it names was left out:",
				"  Line 5 is not JSON.",
				"",
			].join("\n"),
		);
	});

	it("is taken back by --fields", async () => {
		const catalogue = folder.file("inferred.json", (await segql(["fields", "infer", "--profiles", "-"], { stdin: lines })).out);
		const { code, out } = await segql(["preview", "--text", "any orders (total > 20)", "--profiles", "-", "--ids", "--fields", catalogue], {
			stdin: lines,
		});
		expect([code, out]).to.deep.equal([0, "u1\n"]);
	});

	it("with --json prints the evidence too", async () => {
		const { out } = await segql(["fields", "infer", "--profiles", "-", "--json", "--infer-sample", "2"], {
			stdin: '{"a":1}\n{"a":2}\n{"a":"x"}\n',
		});
		const found = JSON.parse(out);
		expect(found.catalogue).to.deep.equal({ fields: [{ name: "a", type: "number" }] });
		expect(found.inferredFrom).to.deep.equal({ profiles: 2, all: false });
		expect(found.evidence).to.deep.equal([
			{ field: "a", type: "number", present: 2, total: 2, others: 0, reason: found.evidence[0].reason },
		]);
		expect(found.problems).to.deep.equal({ count: 0, shown: [] });
	});

	it("reads the types of CSV from how its cells are written", async () => {
		const { out } = await segql(["fields", "infer", "--profiles", "-"], {
			stdin: "user_id,n,vip,day,address.city\na,1,true,2026-05-01,NYC\nb,2,false,2026-05-02,\n",
		});
		expect(JSON.parse(out)).to.deep.equal({
			fields: [
				{ name: "user_id", type: "text" },
				{ name: "n", type: "number" },
				{ name: "vip", type: "boolean" },
				{ name: "day", type: "date" },
				{ name: "address.city", type: "text" },
			],
		});
	});

	it("says that there are no profiles", async () => {
		const { code, out, err } = await segql(["fields", "infer", "--profiles", "-"], { stdin: "" });
		expect([code, JSON.parse(out), err]).to.deep.equal([0, { fields: [] }, "There are no profiles to infer fields from.\n"]);
		expect((await segql(["fields", "infer"])).code).to.equal(2);
	});
});
