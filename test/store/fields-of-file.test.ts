import { expect } from "chai";
import { fieldsOfFile } from "../../src/store/fields-of-file.ts";

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
	promise.then(
		() => undefined,
		(error: unknown) => error,
	);

describe("the fields of a file", () => {
	const lines = (...profiles: readonly unknown[]): Blob => new Blob([profiles.map((profile) => `${JSON.stringify(profile)}\n`).join("")]);

	it("are told by its first profiles", async () => {
		const { fields, format, profiles, problems } = await fieldsOfFile(
			lines({ user_id: "a", points: 1, orders: [{ total: 2 }] }, { user_id: "b", points: 2, seen: "2026-05-01" }),
		);
		expect({ fields, format, profiles, problems }).to.deep.equal({
			fields: [
				{ name: "user_id", type: "text" },
				{ name: "points", type: "number" },
				{ name: "orders", type: "collection", fields: [{ name: "total", type: "number" }] },
				{ name: "seen", type: "date" },
			],
			format: "ndjson",
			profiles: 2,
			problems: [],
		});
	});

	it("have types in CSV, too", async () => {
		const { fields, format } = await fieldsOfFile(new Blob(["user_id,points,name\na,1,Ada\nb,2.5,Ben\n"]));
		expect({ fields, format }).to.deep.equal({
			fields: [
				{ name: "user_id", type: "text" },
				{ name: "points", type: "number", decimals: 1 },
				{ name: "name", type: "text" },
			],
			format: "csv",
		});
	});

	it("are of as many profiles as asked for, and not of one more", async () => {
		const file = lines({ user_id: "a", one: 1 }, { user_id: "b", two: 2 }, { user_id: "c", three: 3 });
		const names = async (sample: number) => (await fieldsOfFile(file, { sample })).fields.map(({ name }) => name);
		expect(await names(2)).to.deep.equal(["user_id", "one", "two"]);
		expect(await names(3)).to.deep.equal(["user_id", "one", "two", "three"]);
	});

	it("stop being looked for when nobody wants them any more", async () => {
		const reason = new Error("gone");
		expect(await rejection(fieldsOfFile(lines({ user_id: "a" }), { signal: AbortSignal.abort(reason) }))).to.equal(reason);
	});

	it("are those of the lines that can be read; the others are told", async () => {
		const { fields, problems } = await fieldsOfFile(new Blob(['{"user_id":"a","points":1}\n{"user_id":\n']));
		expect(fields.map(({ name }) => name)).to.deep.equal(["user_id", "points"]);
		expect(problems).to.have.lengthOf(1);
	});
});
