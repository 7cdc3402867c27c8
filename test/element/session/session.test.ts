import { expect } from "chai";
import type { GivenInputs } from "../../../src/element/session/given-profiles.ts";
import { Session, type SessionChange } from "../../../src/element/session/session.ts";
import type { Row } from "../../../src/document/row.ts";

const catalogue = {
	timezone: "UTC",
	fields: [
		{ name: "country", type: "text" },
		{ name: "points", type: "number" },
		{ name: "seen_at", type: "datetime" },
	],
} as const;

const at = (offset: number, text: string) => ({ span: { from: offset, to: offset }, text });

describe("a session", () => {
	let session: Session;
	let changes: SessionChange[];
	let end: () => void;

	beforeEach(async () => {
		session = new Session();
		session.configure({ catalogue, now: 0 });
		changes = [];
		end = session.subscribe((change) => changes.push(change));
		await session.loadRows();
		changes.length = 0;
	});
	afterEach(() => end());

	describe("its text", () => {
		it("is compiled with every change, and every change is told with what it was", () => {
			session.edit([at(0, "points > 1")], { origin: "editor" });
			expect(session.compiled?.ok).to.equal(true);
			session.edit([at(10, " and")], { origin: "builder" });
			expect(session.compiled?.ok).to.equal(false);
			expect(session.diagnostics.map(({ severity }) => severity)).to.deep.equal(["error"]);
			expect(session.plan).to.equal(undefined);
			expect(changes.filter(({ kind }) => kind === "text")).to.deep.equal([
				{ kind: "text", origin: "editor", edits: [at(0, "points > 1")] },
				{ kind: "text", origin: "builder", edits: [at(10, " and")] },
			]);
		});

		it("has another version after every change, and the same after none", () => {
			const versions = [session.version];
			session.reset("points > 1");
			versions.push(session.version);
			session.edit([{ span: { from: 9, to: 10 }, text: "1" }], { origin: "editor" });
			versions.push(session.version);
			session.undo();
			versions.push(session.version);
			expect(versions).to.deep.equal([0, 1, 1, 1]);
			expect(changes.filter(({ kind }) => kind === "text")).to.have.lengthOf(1);
		});

		it("has the line ends of every text area", () => {
			session.reset("points > 1\r\nand points < 9\r");
			expect(session.text).to.equal("points > 1\nand points < 9\n");
			session.edit([at(0, "# one\r\n# two\r\n")], { origin: "editor" });
			expect(session.text).to.equal("# one\n# two\npoints > 1\nand points < 9\n");
		});

		it("refuses edits outside and edits that overlap, and stays as it is", () => {
			session.reset("points > 1");
			const version = session.version;
			const edit = (from: number, to: number) => () => session.edit([{ span: { from, to }, text: "x" }], { origin: "editor" });
			expect(edit(5, 11)).to.throw(RangeError, "The edit from 5 to 11 is not inside a text of 10 units.");
			expect(edit(-1, 2)).to.throw(RangeError, "The edit from -1 to 2 is not inside a text of 10 units.");
			expect(edit(3, 2)).to.throw(RangeError, "The edit from 3 to 2 is not inside a text of 10 units.");
			const overlapping = [
				{ span: { from: 0, to: 4 }, text: "a" },
				{ span: { from: 2, to: 6 }, text: "b" },
			];
			expect(() => session.edit(overlapping, { origin: "editor" })).to.throw(RangeError, "Edits overlap at 2.");
			expect([session.text, session.version, session.canUndo]).to.deep.equal(["points > 1", version, false]);
		});

		it("of a megabyte is taken, and refused in words", () => {
			session.reset("points > 1 and ".repeat(70_000));
			expect(session.text).to.have.lengthOf(1_050_000);
			expect(session.compiled?.ok).to.equal(false);
			expect(session.diagnostics[0]?.message).to.match(/^This text is longer than 1,000,000 characters/);
			session.reset("points > 1");
			expect(session.compiled?.ok).to.equal(true);
		});
	});

	describe("its history", () => {
		it("is one, whoever edits: every step back has the bytes and the selection of before", () => {
			session.reset("points > 1 # ≥ 🙂\n");
			const states: { readonly text: string; readonly selection: unknown }[] = [];
			const remember = () => states.push({ text: session.text, selection: session.selection });
			remember();
			session.edit([at(10, " and country is set")], { origin: "editor", selection: { from: 29, to: 29 } });
			remember();
			session.edit([{ span: { from: 9, to: 10 }, text: "2" }, at(session.text.length, "or points is missing")], { origin: "builder" });
			remember();
			session.edit([{ span: { from: 9, to: 10 }, text: "300" }], { origin: "preview", selection: { from: 3, to: 9 } });
			const last = { text: session.text, selection: session.selection };
			for (const state of states.toReversed()) {
				session.undo();
				expect({ text: session.text, selection: session.selection }).to.deep.equal(state);
			}
			expect([session.canUndo, session.canRedo]).to.deep.equal([false, true]);
			session.undo();
			for (let times = 0; times < 5; times++) session.redo();
			expect({ text: session.text, selection: session.selection }).to.deep.equal(last);
			expect(session.canRedo).to.equal(false);
		});

		it("joins typing, but not over a selection in between, nor in two views", () => {
			const type = (offset: number, text: string, typedAt: number, origin: "editor" | "builder" = "editor") =>
				session.edit([at(offset, text)], { origin, typedAt, selection: { from: offset + 1, to: offset + 1 } });
			type(0, "a", 0);
			type(1, "b", 1);
			session.select({ from: 0, to: 0 }, "editor");
			session.select({ from: 2, to: 2 }, "editor");
			type(2, "c", 2);
			type(3, "d", 3, "builder");
			const texts: string[] = [];
			while (session.canUndo) {
				session.undo();
				texts.push(session.text);
			}
			expect(texts).to.deep.equal(["abc", "ab", ""]);
		});

		it("tells one change for a step of many letters", () => {
			for (const [index, letter] of [..."points"].entries()) session.edit([at(index, letter)], { origin: "editor", typedAt: index });
			changes.length = 0;
			session.undo();
			expect(changes).to.deep.equal([{ kind: "text", origin: "history", edits: [{ span: { from: 0, to: 6 }, text: "" }] }]);
		});

		it("begins anew with a text of the host, and goes on when that is the same", () => {
			session.edit([at(0, "points > 1")], { origin: "editor" });
			session.reset("points > 1");
			expect(session.canUndo).to.equal(true);
			session.reset("points > 2");
			expect([session.canUndo, session.canRedo]).to.deep.equal([false, false]);
			expect(session.selection).to.deep.equal({ from: 10, to: 10 });
		});
	});

	describe("its rows", () => {
		const ids = () => leaves(session.rows?.root).map(({ id, text }) => `${text} ${id}`);

		function leaves(row: Row | undefined): readonly { readonly id: number; readonly text: string }[] {
			if (!row) return [];
			if ("list" in row && row.list) return row.list.slots.flatMap((slot) => leaves(slot.row));
			return [{ id: row.id, text: session.text.slice(row.words.from, row.words.to) }];
		}

		it("keep their ids while a text changes, and through undo", () => {
			session.reset("points > 1\nand country is set\nand seen_at is set");
			const before = ids();
			session.edit([at(0, "country is missing\nand ")], { origin: "builder" });
			expect(ids().slice(1)).to.deep.equal(before);
			session.undo();
			expect(ids()).to.deep.equal(before);
		});

		it("keep their ids when a gesture moves them, and when that is undone", () => {
			session.reset("points > 1\nand country is set\nand seen_at is set");
			const before = ids();
			const { rows, rowLanguage: language } = session;
			const first = rows && leaves(rows.root)[0];
			if (!rows || !language || !first) throw new Error("There are no rows.");
			const moved = language.document.moveDown(rows, first.id);
			if (!("edits" in moved)) throw new Error("The row cannot move.");
			session.edit(moved.edits, { origin: "builder", moves: moved.moves });
			expect(ids()).to.deep.equal([before[1], before[0], before[2]]);
			session.undo();
			expect(ids()).to.deep.equal(before);
			session.redo();
			expect(ids()).to.deep.equal([before[1], before[0], before[2]]);
		});

		it("are the same after many changes at once as after each", () => {
			session.reset("points > 1\nand country is set");
			const before = ids();
			for (let times = 0; times < 40; times++) session.edit([at(0, "# a\n")], { origin: "editor" });
			expect(ids()).to.deep.equal(before);
		});
	});

	describe("its selection", () => {
		it("is carried by edits elsewhere, and stays inside the text", () => {
			session.reset("points > 1");
			session.select({ from: 7, to: 8 }, "editor");
			session.edit([at(0, "# note\n")], { origin: "builder" });
			expect(session.selection).to.deep.equal({ from: 14, to: 15 });
			session.select({ from: 3, to: 400 }, "builder");
			expect(session.selection).to.deep.equal({ from: 3, to: 17 });
			session.reset("a");
			session.select({ from: -5, to: 900 }, "builder");
			expect(session.selection).to.deep.equal({ from: 0, to: 1 });
		});

		it("is told once, with who made it", () => {
			session.reset("points > 1");
			changes.length = 0;
			session.select({ from: 1, to: 2 }, "builder");
			session.select({ from: 1, to: 2 }, "editor");
			expect(changes).to.deep.equal([{ kind: "selection", origin: "builder" }]);
		});
	});

	describe("what the host gives", () => {
		it("compiles the text anew where it changes what the text means", () => {
			session.reset("points > 1");
			session.configure({ catalogue: { fields: [{ name: "country", type: "text" }] } });
			expect(session.diagnostics[0]?.message).to.equal('There is no field "points". Use a field of the catalogue, or put text in quotes.');
			session.configure({ catalogue: undefined });
			expect([session.compiled, session.service, session.analysis]).to.deep.equal([undefined, undefined, undefined]);
			expect(session.catalogue).to.equal(undefined);
		});

		it("is told once, and not when it is the same", () => {
			session.configure({ saved: "points > 1", timeZone: "Europe/Berlin" });
			session.configure({ saved: "points > 1" });
			expect(changes).to.deep.equal([{ kind: "inputs" }]);
			expect(session.timeZone).to.equal("Europe/Berlin");
		});

		it("with mistakes in the catalogue, the problems are there to show", () => {
			session.configure({ catalogue: { fields: [{ name: "", type: "text" }] } });
			expect(session.catalogueProblems).to.have.lengthOf(1);
			session.configure({ catalogue });
			expect(session.catalogueProblems).to.deep.equal([]);
		});

		for (const when of ["before the language is there", "with the language"]) {
			describe(`that cannot be used is refused, and changes nothing, ${when}:`, () => {
				for (const timeZone of ["Mars/Olympus", "+02:00", "-05", ""]) {
					it(`the time zone ${JSON.stringify(timeZone)}`, async () => {
						await refuses({ timeZone }, `There is no time zone ${JSON.stringify(timeZone)}. Use a name such as "Europe/Berlin" or "UTC".`);
					});
				}

				for (const now of [new Date("nonsense"), 1.5, Number.NaN, Number.POSITIVE_INFINITY, "soon" as never]) {
					it(`the time ${now}`, async () => {
						await refuses({ now }, '"now" must be a Date or whole epoch milliseconds. Use undefined for the time of each change.');
					});
				}

				for (const profiles of ["x", {}, 5, new Map()]) {
					it(`the profiles ${profiles}`, async () => {
						await refuses(
							{ profiles: profiles as never },
							'"profiles" must be an array of profiles, or a source that answers, such as `openProfiles` gives. Use undefined for none.',
							TypeError,
						);
					});
				}

				async function refuses(given: GivenInputs, message: string, Kind: ErrorConstructor = RangeError): Promise<void> {
					const refusing = when === "with the language" ? session : new Session();
					refusing.configure({ catalogue, now: 0 });
					const before = refusing.inputs;
					expect(() => refusing.configure({ catalogue: { fields: [] }, saved: "x", profiles: [], ...given }))
						.to.throw(Kind)
						.with.property("message", message);
					expect(refusing.inputs).to.equal(before);
					await refusing.load();
					refusing.reset("seen_at is today");
					refusing.edit([at(16, " ")], { origin: "editor" });
					expect([refusing.text, refusing.now]).to.deep.equal(["seen_at is today ", 0]);
				}
			});
		}

		it("null is no profiles, as undefined is", () => {
			session.configure({ profiles: [] });
			session.configure({ profiles: null });
			expect([session.inputs.profiles, session.counts.kind]).to.deep.equal([undefined, "idle"]);
		});

		it("while it is read only nobody but the host changes the text", () => {
			session.edit([at(0, "points > 1")], { origin: "editor" });
			session.configure({ readOnly: true });
			session.edit([at(0, "x")], { origin: "editor" });
			session.undo();
			expect([session.text, session.canUndo]).to.deep.equal(["points > 1", false]);
			session.edit([at(10, " ")], { origin: "host" });
			expect(session.text).to.equal("points > 1 ");
			session.configure({ readOnly: false });
			session.undo();
			session.undo();
			expect(session.text).to.equal("");
		});

		it("without a time, now is the minute of each change", () => {
			session.configure({ now: undefined });
			const before = Math.floor(Date.now() / 60_000) * 60_000;
			session.reset("points > 1");
			expect(session.now).to.be.within(before, Date.now());
			expect(session.now % 60_000).to.equal(0);
		});

		it("a given time is kept to the millisecond", () => {
			session.configure({ now: new Date(1_234_567_891) });
			expect(session.now).to.equal(1_234_567_891);
		});
	});
});

describe("the language of a session", () => {
	it("is loaded when somebody listens, and what is there is compiled before that is told", async () => {
		const session = new Session();
		session.configure({ catalogue, now: 0 });
		session.reset("points > 1");
		const { language, rows, service, analysis, compiled } = session;
		expect({ language, rows, service, analysis, compiled }).to.deep.equal({
			...{ language: undefined, rows: undefined, service: undefined, analysis: undefined, compiled: undefined },
		});
		const told: unknown[] = [];
		const end = session.subscribe(({ kind }) => told.push([kind, session.compiled?.ok]));
		await session.load();
		expect(told).to.deep.equal([
			["language", true],
			["part", true],
		]);
		expect(session.service?.complete("poi", 3).items[0]?.insert).to.equal("points");
		end();
	});

	it("that cannot be loaded is a sentence, and can be loaded later", async () => {
		let isThere = false;
		const session = new Session({
			loadLanguage: () => (isThere ? import("../../../src/element/session/language.ts") : Promise.reject(new TypeError("404"))),
		});
		session.configure({ catalogue, now: 0 });
		session.reset("points > 1");
		const told: string[] = [];
		session.subscribe(({ kind }) => told.push(kind));
		const message = "A part of this page could not be loaded. Check the connection, then reload the page.";
		const error = await session.load().catch((reason: Error) => reason);
		expect(error).to.be.instanceOf(Error);
		expect((error as Error).message).to.equal(message);
		expect((error as Error).cause).to.be.instanceOf(TypeError);
		expect(session.problem).to.equal(message);
		session.edit([at(10, " ")], { origin: "editor" });
		expect(session.text).to.equal("points > 1 ");
		isThere = true;
		await session.load();
		expect([session.problem, session.compiled?.ok]).to.deep.equal([undefined, true]);
		expect(told).to.deep.equal(["language-failed", "text", "language"]);
	});

	it("comes with rows when somebody asks for them, which is told when they are there", async () => {
		const session = new Session();
		session.configure({ catalogue, now: 0 });
		session.reset("points > 1");
		const told: unknown[] = [];
		const end = session.subscribe(({ kind }) => told.push([kind, session.rows?.places.size]));
		await session.load();
		// The listener has asked.
		expect(told).to.deep.equal([
			["language", undefined],
			["part", 2],
		]);
		end();
	});

	it("is not loaded with rows for those who never ask", async () => {
		const session = new Session({ loadRowLanguage: () => Promise.reject(new Error("Nobody has asked.")) });
		session.configure({ catalogue, now: 0 });
		session.reset("points > 1");
		const end = session.subscribe(() => undefined);
		await session.load();
		expect([session.compiled?.ok, session.problem, session.rowProblem]).to.deep.equal([true, undefined, undefined]);
		end();
	});

	it("without its rows does all else, and they can be loaded later", async () => {
		let isThere = false;
		const session = new Session({
			loadRowLanguage: () => (isThere ? import("../../../src/element/session/row-language.ts") : Promise.reject(new TypeError("404"))),
		});
		session.configure({ catalogue, now: 0 });
		session.reset("points > 1");
		const told: string[] = [];
		const end = session.subscribe(({ kind }) => told.push(kind));
		const message = "A part of this page could not be loaded. Check the connection, then reload the page.";
		const error = await session.loadRows().catch((reason: Error) => reason);
		expect((error as Error).message).to.equal(message);
		await session.load();
		expect([session.compiled?.ok, session.rows, session.problem, session.rowProblem]).to.deep.equal([true, undefined, undefined, message]);
		// Drawing does not ask again and again.
		expect([session.rows, session.rows]).to.deep.equal([undefined, undefined]);
		isThere = true;
		await session.load();
		expect([session.rows?.places.size, session.rowProblem]).to.deep.equal([2, undefined]);
		expect(told.toSorted()).to.deep.equal(["language", "language-failed", "language-failed", "part"]);
		end();
	});
});
