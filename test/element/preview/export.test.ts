// Files of profiles: all pages, safe to open, stopped when a person or the profiles change, and saved under the strictest policy.
import { expect } from "chai";
import { exportProfiles, type Exported } from "../../../src/element/preview/export/export-profiles.ts";
import type { SavedFile } from "../../../src/element/preview/panel.ts";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { profilesFromRows } from "../../../src/element/session/rows-source.ts";
import { catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { catalogue, expectAccessible, people, type Stage, source, stage, until, violations, wait } from "./stage.ts";

const read = readCatalogue(catalogue);
if ("problems" in read) throw new Error(JSON.stringify(read.problems));
const fieldsOf = (...names: string[]) => read.catalogue.fields.filter(({ name }) => names.includes(name));
const everyone = { timeZone: "UTC", root: { kind: "constant", value: true }, leaves: [] } as const;

const exported = (given: Partial<Parameters<typeof exportProfiles>[0]>): Promise<Exported> =>
	exportProfiles({
		...{ source: source(10), plan: everyone, fields: fieldsOf("points"), policy: defaultPolicy, format: "csv", limit: 1_000_000 },
		...{ signal: new AbortController().signal, onProgress: () => undefined },
		...given,
	});

describe("an export", () => {
	it("is CSV with a heading, values that a catalogue reads back, and no formula", async () => {
		const rows = [
			{ user_id: "=HYPERLINK(1)", address: { country: "-US" }, points: -3.5, opted_in: true, born: "1990-02-03", tags: ["a", "b"] },
			{ user_id: "u2", seen_at: "2026-05-01T12:00:00+02:00", orders: [{ total: 3, address: "Mill Lane" }] },
		];
		const answer = await exported({
			source: profilesFromRows(rows, catalogue),
			fields: [...fieldsOf("user_id"), ...fieldsOf("country", "points", "opted_in", "born", "seen_at", "tags", "orders")],
			policy: { ...defaultPolicy, shownFields: ["user_id"] },
		});
		if (answer.kind !== "done") throw new Error(answer.kind);
		expect(answer.blob.type).to.equal("text/csv;charset=utf-8");
		const bytes = new Uint8Array(await answer.blob.arrayBuffer());
		expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
		expect(new TextDecoder().decode(bytes).split("\r\n")).to.deep.equal([
			"user_id,country,points,opted_in,born,seen_at,tags,orders",
			`'=HYPERLINK(1),'-US,-3.5,true,1990-02-03,,"[""a"",""b""]",`,
			`u2,,,,,2026-05-01T10:00:00Z,,"[{""total"":3}]"`,
			"",
		]);
	});

	it("is NDJSON with a record a line", async () => {
		const answer = await exported({ format: "ndjson", fields: fieldsOf("points", "born", "country"), source: source(2) });
		if (answer.kind !== "done") throw new Error(answer.kind);
		expect(await answer.blob.text()).to.equal(
			'{"country":"US","points":0,"born":"1950-06-15"}\n{"country":"CA","points":1,"born":"1951-06-15"}\n',
		);
	});

	it("holds all pages, and no more than it may: at the limit, and at one more", async () => {
		const progress: string[] = [];
		const rows = async (limit: number): Promise<string> => {
			progress.length = 0;
			const answer = await exported({ source: source(4_500), limit, onProgress: (done, total) => progress.push(`${done} of ${total}`) });
			if (answer.kind !== "done") return answer.kind;
			const lines = (await answer.blob.text()).trimEnd().split("\r\n").length - 1;
			return `${lines} ${answer.rows} ${answer.isLimited ? "limited" : "all"}`;
		};
		expect(await rows(1_000_000)).to.equal("4500 4500 all");
		expect(progress).to.deep.equal(["2000 of 4500", "4000 of 4500", "4500 of 4500"]);
		expect(await rows(4_500)).to.equal("4500 4500 all");
		expect(await rows(4_499)).to.equal("4499 4499 limited");
		expect(await rows(10)).to.equal("10 10 limited");
	});

	it("stops when it is told to, and when the profiles change in between; says what went wrong", async () => {
		const controller = new AbortController();
		const stopped = exported({ source: source(9_000), signal: controller.signal, onProgress: () => controller.abort() });
		expect(await stopped).to.deep.equal({ kind: "cancelled" });
		let revision = 0;
		const real = source(9_000);
		const changing: AnsweringSource = {
			...real,
			page: async (...given) => {
				const answer = await real.page(...given);
				return answer.kind === "done" ? { ...answer, freshness: { ...answer.freshness, revision: String(revision++) } } : answer;
			},
		};
		expect(await exported({ source: changing })).to.deep.equal({ kind: "changed" });
		const refusing: AnsweringSource = { ...real, page: async () => ({ kind: "problems", problems: [{ message: "No such column." }] }) };
		expect(await exported({ source: refusing })).to.deep.equal({ kind: "failed", message: "No such column." });
		expect(await exported({ source: { ...real, page: async () => ({ kind: "nothing" }) } })).to.deep.equal({ kind: "changed" });
	});

	describe("in <segql-preview>", () => {
		let shown: Stage | undefined;
		afterEach(() => {
			shown?.element.remove();
			expect(violations).to.deep.equal([]);
		});
		const show = async (profiles: AnsweringSource = source(5_000), set: object = {}): Promise<Stage> => {
			shown = await stage({ text: "points >= 0", profiles, set: { panel: "profiles", ...set } });
			await shown.settled();
			return shown;
		};

		it("is a download under a policy without any blob:, which a host may take instead", async () => {
			const { button, words, element, settled } = await show();
			const files: SavedFile[] = [];
			const take = (event: Event): void => {
				event.preventDefault();
				files.push((event as CustomEvent<SavedFile>).detail);
			};
			element.addEventListener("segql-export", take);
			button("CSV").click();
			await until(() => files.length === 1, "a file");
			await settled();
			expect(words("[part=export] .hint")).to.deep.equal([
				"4,286 profiles were saved as segment.csv. Left out to protect personal data: user_id.",
			]);
			expect((await files[0]?.blob.text())?.split("\r\n").slice(0, 3)).to.deep.equal(
				["\uFEFFpoints", "0", "1"].map((line) => line.replace("\uFEFF", "")),
			);
			await expectAccessible(element);
			element.removeEventListener("segql-export", take);
			const followed = new Promise<HTMLAnchorElement>((resolve) => {
				document.addEventListener("click", ({ target }) => target instanceof HTMLAnchorElement && resolve(target), { capture: true });
			});
			element.exportName = "people";
			button("NDJSON").click();
			const link = await followed;
			expect(link.download).to.equal("people.ndjson");
			expect(link.href).to.match(/^blob:/);
			await wait(300);
			expect(violations).to.deep.equal([]);
			expect(link.isConnected).to.equal(false);
		});

		it("says how far it is, and is stopped by a button", async () => {
			const real = source(5_000);
			let go: () => void = () => undefined;
			const slow: AnsweringSource = {
				...real,
				page: async (plan, options, asked) => {
					if (options.limit !== 50) await new Promise<void>((resolve) => (go = resolve));
					return real.page(plan, options, asked);
				},
			};
			const { button, words, element, all } = await show(slow);
			button("NDJSON").click();
			await until(() => all("progress").length === 1, "a progress bar");
			expect(words("[part=export] .hint")).to.deep.equal(["0 of 4,286 profiles written."]);
			await expectAccessible(element);
			button("Cancel").click();
			go();
			await until(() => words("[part=export] .hint")[0] === "The export was stopped: nothing was saved.", "stopped");
			await until(() => words("[role=status].only-spoken")[0] === "The export was stopped: nothing was saved.", "said");
		});

		it("says when it is cut off at the most that it may hold", async () => {
			const { button, words, element } = await show(source(100), { maxExportRows: 20 });
			element.addEventListener("segql-export", (event) => event.preventDefault());
			button("CSV").click();
			await until(
				() =>
					words("[part=export] .hint")[0] ===
					"20 profiles were saved as segment.csv. Only the first 20 were written: that is the most this page exports. Left out to protect personal data: user_id.",
				"limited",
			);
			expect(people(1)).to.have.lengthOf(1);
		});
	});
});
