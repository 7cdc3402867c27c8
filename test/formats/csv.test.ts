import { expect } from "chai";
import { openProfiles } from "../../src/formats/open-profiles.ts";
import { Problems } from "../../src/formats/problems.ts";
import { bytesOf, joined, sourceOf } from "./chunks.ts";
import { readAll, refusal } from "./read.ts";

describe("profiles as CSV", () => {
	it("are read by the names of the header, every cell a text", async () => {
		const expected = [
			{ user_id: "1", name: "Ann, Lee", note: 'says "hi"' },
			{ user_id: "2", name: "Bo\nb", note: "" },
		];
		for (const newline of ["\n", "\r\n"]) {
			for (const end of ["", newline, newline + newline]) {
				const text = ["user_id,name,note", '1,"Ann, Lee","says ""hi"""', "", '2,"Bo\nb",'].join(newline) + end;
				expect(await readAll(text), JSON.stringify(text)).to.deep.equal({ format: "csv", profiles: expected, problems: [], count: 0 });
			}
		}
	});

	it("may be separated by semicolons, tabs or bars, and end lines by carriage returns alone", async () => {
		for (const delimiter of [";", "\t", "|", ","]) {
			const rows = [
				["a", "b"],
				["1", "x y"],
				["2", "z"],
			].map((cells) => cells.join(delimiter));
			const expected = [
				{ a: "1", b: "x y" },
				{ a: "2", b: "z" },
			];
			expect((await readAll(rows.join("\n"))).profiles, `"${delimiter}"`).to.deep.equal(expected);
			expect((await readAll(rows.join("\r"))).profiles, `"${delimiter}" with carriage returns`).to.deep.equal(expected);
		}
	});

	it("may have one column, or a header and nothing else", async () => {
		expect((await readAll("user_id\n1\n\n2\n")).profiles).to.deep.equal([{ user_id: "1" }, { user_id: "2" }]);
		expect(await readAll("user_id,name\n")).to.deep.equal({ format: "csv", profiles: [], problems: [], count: 0 });
	});

	it("lose a byte order mark", async () => {
		expect((await readAll("\uFEFFa,b\n1,2\n")).profiles).to.deep.equal([{ a: "1", b: "2" }]);
	});

	it("nest dotted names as field names do, unless a column stands in the way", async () => {
		expect((await readAll("address.city,address.zip.code,name\nNYC,1,Ann\n")).profiles).to.deep.equal([
			{ address: { city: "NYC", zip: { code: "1" } }, name: "Ann" },
		]);
		expect((await readAll("a,a.b,.c,d.\n1,2,3,4\n")).profiles).to.deep.equal([{ a: "1", "a.b": "2", ".c": "3", "d.": "4" }]);
	});

	it("keep __proto__ an ordinary key, also as part of a name", async () => {
		const { profiles } = await readAll("__proto__,constructor,x.__proto__.y\n1,2,3\n");
		const profile = profiles[0] as Record<string, unknown>;
		expect(Object.keys(profile)).to.deep.equal(["__proto__", "constructor", "x"]);
		expect(Object.getPrototypeOf(profile)).to.equal(Object.prototype);
		expect(JSON.stringify(profile)).to.equal('{"__proto__":"1","constructor":"2","x":{"__proto__":{"y":"3"}}}');
	});

	it("go on after rows of the wrong width, each reported with its line", async () => {
		const read = await readAll('a,b\n1,2\n3\n"4\n5",6,7\n\n8,9\n10,\n');
		expect(read.profiles).to.deep.equal([
			{ a: "1", b: "2" },
			{ a: "8", b: "9" },
			{ a: "10", b: "" },
		]);
		expect(read.problems).to.deep.equal([
			"Line 3 has 1 cell, but the header has 2 cells.",
			"Line 4 has 3 cells, but the header has 2 cells.",
		]);
	});

	it("go on after broken quotes", async () => {
		const read = await readAll('a,b\n1,"x"y\n2,z\n3,"never closed\n4,w\n5,v');
		expect(read.profiles).to.deep.equal([
			{ a: "2", b: "z" },
			{ a: "4", b: "w" },
			{ a: "5", b: "v" },
		]);
		expect(read.problems).to.deep.equal([
			"Line 2 has quotes that do not close, or more text after they close.",
			"Line 4 has quotes that do not close, or more text after they close.",
		]);
	});

	it("come a little at a time also after quotes that never close", async () => {
		const rows = Array.from({ length: 1_000 }, (_, n) => `${n},x\n`);
		const text = ["a,b\n", ...rows.slice(0, 5), '"5,x\n', ...rows.slice(6)].join("");
		const problems = new Problems();
		const { batches } = await openProfiles(sourceOf(text), problems);
		const found: string[][] = [];
		for await (const { profiles } of batches) found.push(profiles.map(({ a }) => a as string));
		expect(found.flat()).to.deep.equal(rows.flatMap((_, n) => (n === 5 ? [] : [`${n}`])));
		expect(Math.max(...found.map(({ length }) => length))).to.equal(256);
		expect(problems.shown.map(({ message }) => message)).to.deep.equal([
			"Line 7 has quotes that do not close, or more text after they close.",
		]);
	});

	it("may have line breaks after doubled quotes", async () => {
		expect((await readAll('a,b\n"x""\ny",1\n"""\n""",2\n')).profiles).to.deep.equal([
			{ a: 'x"\ny', b: "1" },
			{ a: '"\n"', b: "2" },
		]);
	});

	it("take a quote inside a cell as it is", async () => {
		expect((await readAll('a,b\n5" pipe,x\n6,"y\nz"\n')).profiles).to.deep.equal([
			{ a: '5" pipe', b: "x" },
			{ a: "6", b: "y\nz" },
		]);
		expect((await readAll('a,b\n5" pipe,6"\n')).profiles).to.deep.equal([{ a: '5" pipe', b: '6"' }]);
	});

	it("leave out columns without a name and the second of two with the same", async () => {
		const read = await readAll("a,,b,a\n1,2,3,4\n");
		expect(read.profiles).to.deep.equal([{ a: "1", b: "3" }]);
		expect(read.problems).to.deep.equal([
			"Column 2 has no name in the header, so it is left out.",
			'Columns 1 and 4 are both called "a", so the second is left out.',
		]);
	});

	it("count rows with bytes that are not UTF-8", async () => {
		const bytes = joined(bytesOf("a,b\n1,é\n2,"), new Uint8Array([0xe9]), bytesOf("\n3,ü\n"));
		const read = await readAll(bytes);
		expect(read.profiles).to.deep.equal([
			{ a: "1", b: "é" },
			{ a: "3", b: "ü" },
		]);
		expect(read.problems).to.deep.equal(["Line 3 holds bytes that are not UTF-8. Save the file as UTF-8."]);
	});

	it("are refused when the header itself is broken", async () => {
		expect(await refusal(readAll('a,"b\n1,2\n'))).to.equal(
			"RefusedInput: The header row cannot be read: Line 1 has quotes that do not close, or more text after they close.",
		);
	});

	it("may have rows up to the limit, and report those over it", async () => {
		const text = 'a,b\n1,"3456789"\n2,"34567890"\n3,"x\ny"\n4,"\n234567"\n5,"\n2345678"\n6,z\n789012345678';
		for (const size of [1, 2, 5, 13, 1000]) {
			const read = await readAll(text, { size, maxLineBytes: 11 });
			expect(read.profiles, `chunks of ${size}`).to.deep.equal([
				{ a: "1", b: "3456789" },
				{ a: "3", b: "x\ny" },
				{ a: "4", b: "\n234567" },
				{ a: "6", b: "z" },
			]);
			expect(read.problems, `chunks of ${size}`).to.deep.equal([
				"Line 3 is longer than 11 bytes and is left out (--max-line-bytes sets the limit).",
				"Line 8 has quotes that do not close, or more text after they close.",
				"Line 9 has 1 cell, but the header has 2 cells.",
				"Line 11 is longer than 11 bytes and is left out (--max-line-bytes sets the limit).",
			]);
		}
	});
});
