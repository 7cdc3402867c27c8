import { expect } from "chai";
import { fileSource, whyUnreadable } from "../../../src/cli/profiles/byte-source.ts";
import { testFolder } from "../test-folder.ts";
import { refusal } from "../../formats/read.ts";

describe("a file of profiles", () => {
	const folder = testFolder();

	it("is read whole, any number of times, in chunks of bounded size", async () => {
		const bytes = Buffer.alloc(200_001, "abcdefg");
		const source = await fileSource(folder.file("big.bin", bytes));
		expect(source.size).to.equal(200_001);
		for (let time = 0; time < 2; time++) {
			const pieces: Buffer[] = [];
			for await (const chunk of source.chunks()) pieces.push(Buffer.from(chunk));
			expect(Buffer.concat(pieces).equals(bytes)).to.equal(true);
			expect(Math.max(...pieces.map((piece) => piece.length))).to.be.at.most(64 * 1024);
		}
	});

	it("can be left in the middle", async () => {
		const source = await fileSource(folder.file("left.bin", Buffer.alloc(500_000)));
		for await (const _ of source.chunks()) break;
	});

	it("that is not there, or is none, is a wrong call", async () => {
		expect(await refusal(fileSource(folder.path("nothing")))).to.equal(`UsageError: There is no file "${folder.path("nothing")}".`);
		expect(await refusal(fileSource(folder.path(".")))).to.equal(`UsageError: "${folder.path(".")}" is a folder, not a file.`);
	});

	it("that may not be read, or fails while it is, is told with the reason", () => {
		const why = (code: string): string => whyUnreadable("x.csv", Object.assign(new Error("raw"), { code }));
		expect(why("EACCES")).to.equal('The file "x.csv" may not be read: permission is denied.');
		expect(why("EIO")).to.equal('The file "x.csv" cannot be read (EIO).');
	});
});
