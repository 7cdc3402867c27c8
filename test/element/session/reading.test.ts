// A long text that somebody types in is read when the typing rests: a key must not wait for it.
import { expect } from "chai";
import { longestReadAtOnce } from "../../../src/element/session/reading.ts";
import { Session, type SessionChange } from "../../../src/element/session/session.ts";

const catalogue = { timezone: "UTC", fields: [{ name: "points", type: "number" }] } as const;

/** A text of just this many units. */
const textOf = (length: number): string => "points > 1 #".padEnd(length, "x");

describe("reading a text", () => {
	let session: Session;
	let changes: SessionChange[];
	let end: () => void;

	const begin = async (options: ConstructorParameters<typeof Session>[0]): Promise<void> => {
		session = new Session(options);
		session.configure({ catalogue, now: 0 });
		changes = [];
		end = session.subscribe((change) => changes.push(change));
		await session.loadRows();
	};
	const type = (text: string): void => {
		const at = session.text.length;
		session.edit([{ span: { from: at, to: at }, text }], { origin: "editor", typedAt: 0 });
	};
	const reads = (): number => changes.filter(({ kind }) => kind === "read").length;
	const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

	afterEach(() => end());

	it("happens at once up to 20,000 units, and waits for one more", async () => {
		await begin({});
		session.reset(textOf(longestReadAtOnce - 1));
		type("x");
		expect(session.text.length).to.equal(20_000);
		expect([session.isReading, session.compiled?.ok]).to.deep.equal([false, true]);
		type("x");
		expect([session.isReading, session.compiled, session.plan, session.diagnostics]).to.deep.equal([true, undefined, undefined, []]);
		expect(reads()).to.equal(0);
		await rest(400);
		expect([session.isReading, session.compiled?.ok, reads()]).to.deep.equal([false, true, 1]);
	});

	it("waits as long as there is typing, and happens once", async () => {
		await begin({ reading: { longestAtOnce: 12, restMs: 60 } });
		session.reset(textOf(12));
		for (let key = 0; key < 6; key++) {
			type("x");
			await rest(20);
			expect(session.isReading).to.equal(true);
		}
		await rest(120);
		expect([session.isReading, session.compiled?.ok, reads()]).to.deep.equal([false, true, 1]);
	});

	it("is at once for a text of the host, other fields, and whoever asks for it", async () => {
		await begin({ reading: { longestAtOnce: 5, restMs: 60_000 } });
		session.reset("points > 1");
		expect([session.isReading, session.compiled?.ok]).to.deep.equal([false, true]);
		type("0");
		expect(session.isReading).to.equal(true);
		session.configure({ now: 60_000 });
		expect([session.isReading, session.compiled?.ok]).to.deep.equal([false, true]);
		type("0");
		session.read();
		expect([session.isReading, session.compiled?.ok, reads()]).to.deep.equal([false, true, 1]);
		session.undo();
		expect([session.isReading, session.text]).to.deep.equal([true, "points > 1"]);
		expect(session.rows?.text).to.equal("points > 1");
		expect([session.isReading, reads()]).to.deep.equal([false, 2]);
	});

	it("is done for a code editor that asks, and the session still waits", async () => {
		await begin({ reading: { longestAtOnce: 5, restMs: 60_000 } });
		session.reset("points > 1");
		type("0");
		expect([session.analysis?.text, session.analysis?.now, session.isReading, reads()]).to.deep.equal([session.text, session.now, true, 0]);
		expect(session.analysis).to.equal(session.analysis);
	});

	it("lets rows keep their ids through all that was typed meanwhile", async () => {
		await begin({ reading: { longestAtOnce: 5, restMs: 60_000 } });
		session.reset("points > 1 and points < 9");
		const before = session.rows?.root.children.map(({ id }) => id);
		type("9");
		type("9");
		session.edit([{ span: { from: 0, to: 0 }, text: "not " }], { origin: "editor" });
		expect(session.rows?.text).to.equal("not points > 1 and points < 999");
		expect(session.rows?.root.children.map(({ id }) => id)).to.deep.equal(before);
	});

	it("has counts that are still to come", async () => {
		await begin({ reading: { longestAtOnce: 5, restMs: 60_000 } });
		session.configure({ profiles: [{ points: 5 }, { points: 0 }] });
		session.reset("points > 1");
		while (session.counts.kind !== "exact") await rest(10);
		const { counted } = session.counts;
		type("0");
		expect(session.counts).to.deep.equal({ kind: "computing", isSlow: false, before: counted });
		session.read();
		while (session.counts.kind !== "exact") await rest(10);
		expect(session.counts.counted.preview.count).to.equal(0);
	});
});
