// A text is cut into tokens, parsed and checked once a version, however many views ask about it.
import { expect } from "chai";
import { Lexer } from "chevrotain";
import { segmentParser } from "../../../grammar/parser.ts";
import { catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { foldingRanges } from "../../../src/service/folding.ts";
import { hoverAt } from "../../../src/service/hover/hover.ts";
import { languageService } from "../../../src/service/language-service.ts";
import { semanticTokens } from "../../../src/service/semantic-tokens.ts";
import { Session } from "../../../src/element/session/session.ts";

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
	],
} as const;

const typed = 'country = "US" and pints > 1 and points > 1 # why';

/** The whole texts that are read while something is done: pieces of them are other questions. */
function readings(work: () => void): { readonly cut: number; readonly parsed: number } {
	const parser = segmentParser();
	const { parseTokens } = parser;
	const { tokenize } = Lexer.prototype;
	let [cut, parsed] = [0, 0];
	Lexer.prototype.tokenize = function (this: Lexer, text, mode) {
		cut++;
		return tokenize.call(this, text, mode);
	};
	parser.parseTokens = (tokens) => {
		parsed++;
		return parseTokens.call(parser, tokens);
	};
	try {
		work();
	} finally {
		Lexer.prototype.tokenize = tokenize;
		Reflect.deleteProperty(parser, "parseTokens");
	}
	return { cut, parsed };
}

describe("a text is read once a version", () => {
	let session: Session;
	let end: () => void;

	beforeEach(async () => {
		session = new Session();
		session.configure({ catalogue, now: 0 });
		end = session.subscribe(() => undefined);
		await session.loadRows();
	});
	afterEach(() => end());

	const askEverything = (): void => {
		const { service, analysis, text } = session;
		if (!service || !analysis || !session.rows) throw new Error("The language is not there.");
		service.diagnostics(text);
		semanticTokens(analysis);
		foldingRanges(analysis);
		hoverAt(analysis, 3, session.values);
		service.codeActions(text, { from: 0, to: text.length });
		expect(session.rows.text).to.equal(text);
		expect(session.diagnostics.length + Number(session.compiled?.ok)).to.be.greaterThan(0);
	};

	it("with every view asking everything", () => {
		session.reset('country = "US"');
		askEverything();
		const counted = readings(() => {
			for (const letter of typed.split("")) {
				const at = session.text.length;
				session.edit([{ span: { from: at, to: at }, text: letter }], { origin: "editor", typedAt: at });
				askEverything();
			}
		});
		expect(counted).to.deep.equal({ cut: typed.length, parsed: typed.length });
	});

	it("and not again when somebody asks later, or for the text of before", () => {
		session.reset(typed);
		askEverything();
		expect(readings(askEverything)).to.deep.equal({ cut: 0, parsed: 0 });
	});

	it("with rows that follow changes that nobody looked at", () => {
		session.reset(typed);
		askEverything();
		const counted = readings(() => {
			session.edit([{ span: { from: 0, to: 0 }, text: "not " }], { origin: "builder" });
			session.edit([{ span: { from: 0, to: 4 }, text: "" }], { origin: "builder" });
			askEverything();
		});
		expect(counted).to.deep.equal({ cut: 2, parsed: 2 });
	});

	it("anew when the fields are others", () => {
		session.reset("points > 1");
		askEverything();
		session.configure({ catalogue: { ...catalogue, fields: [{ name: "country", type: "text" }] } });
		askEverything();
		expect(session.diagnostics.map(({ code }) => code)).to.deep.equal(["unknown-field"]);
		expect(session.service?.diagnostics(session.text).map(({ code }) => code)).to.deep.equal(["unknown-field"]);
	});

	it("with a language server asking", () => {
		const read = readCatalogue(catalogue);
		if ("problems" in read) throw new Error(read.problems[0]?.message);
		const service = languageService({ catalogue: read.catalogue, now: 0, timeZone: "UTC" });
		const counted = readings(() => {
			service.diagnostics(typed);
			service.symbols(typed);
			service.selectionSpans(typed, 3);
			service.hover(typed, 3);
		});
		expect(counted).to.deep.equal({ cut: 1, parsed: 1 });
	});
});
