import { expect } from "chai";
import { RefusedInput } from "../../src/cli/errors.ts";
import { segmentsFrom } from "../../src/cli/segment-library.ts";
import { testFolder } from "./test-folder.ts";

describe("a file of segments", () => {
	const folder = testFolder();
	const read = (document: unknown) => segmentsFrom({ segments: folder.file("segments.json", JSON.stringify(document)) });

	async function problems(document: unknown): Promise<readonly string[]> {
		try {
			await read(document);
		} catch (error) {
			if (error instanceof RefusedInput) return [error.message, ...error.details];
		}
		return [];
	}

	it("is a list, or an object that holds one, and an id wins over a name", async () => {
		const list = [
			{ id: "1", name: "vip", text: "a = 1" },
			{ id: "vip", name: "other", text: "a = 2", status: "deactivated" },
			{ name: "no id", text: "a = 3", status: "active" },
		];
		for (const document of [list, { segments: list }]) {
			const source = await read(document);
			expect(source?.find("1")).to.deep.equal({ id: "1", name: "vip", text: "a = 1", active: true });
			expect(source?.find("vip")).to.deep.equal({ id: "vip", name: "other", text: "a = 2", active: false });
			expect(source?.find("no id")?.id).to.equal("no id");
			expect(source?.find("constructor")).to.equal(undefined);
			expect(source?.names()).to.deep.equal(["vip", "other", "no id"]);
		}
	});

	it("tells everything that is wrong with it at once", async () => {
		const name = folder.path("segments.json");
		expect(
			await problems([{}, { id: 1, name: "a", text: "x", status: "on" }, null, { name: "b", text: "x" }, { name: "b", text: "y" }]),
		).to.deep.equal([
			`The segments file "${name}" cannot be used.`,
			'Segment 1 has no "name".',
			'Segment 1 has no "text".',
			'The "id" of segment 2 is not a text.',
			'The "status" of segment 2 is neither "active" nor "deactivated".',
			'Segment 3 has no "name".',
			'Segment 3 has no "text".',
			'Two segments have the id "b".',
			'Two segments are called "b".',
		]);
		for (const document of [null, 3, {}, { segments: {} }]) {
			expect(await problems(document)).to.deep.equal([`The segments file "${name}" is no list of segments.`]);
		}
	});

	it("is not asked for without --segments", async () => {
		expect(await segmentsFrom({})).to.equal(undefined);
	});
});
