// What npm run grammar writes is what is in the folder, and the comments in parser.ts are the productions.
import { expect } from "chai";
import { generatedFiles, staleComments } from "../../grammar/generated.ts";
import { readFile } from "../syntax/read-file.ts";

describe("generated files of the grammar", () => {
	for (const [name, content] of generatedFiles()) {
		it(`grammar/${name} is up to date`, async () => {
			expect(await readFile(`grammar/${name}`)).to.equal(content);
		});
	}

	it("the comment of every rule is its production", async () => {
		expect(staleComments(await readFile("grammar/parser.ts"))).to.deep.equal([]);
	});

	it("notices a comment that is not", () => {
		expect(staleComments("/** segment = conditions */\n\tsegment: Rule")).to.include("segment = condition");
	});

	it("the railroad diagrams need nothing from elsewhere", () => {
		const svg = generatedFiles().get("railroad.svg") ?? "";
		expect(svg).not.to.match(/href|url\(|@import|<script/);
		expect(svg.match(/https?:[^"]*/g)).to.deep.equal(["http://www.w3.org/2000/svg"]);
	});
});
