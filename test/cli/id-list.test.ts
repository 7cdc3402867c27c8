// A list of ids that is cut short: one whole object that says why, whatever it was.
import { expect } from "chai";
import { OutputClosed, RefusedInput, UsageError } from "../../src/cli/errors.ts";
import { IdList, withList } from "../../src/cli/id-list.ts";
import { Session } from "../../src/cli/session.ts";
import { chunksOf } from "../formats/chunks.ts";
import { refusal } from "../formats/read.ts";
import { TextSink } from "./text-sink.ts";

describe("a list of ids with --json that is cut short", () => {
	const stdout = new TextSink();

	async function cutShort(error: Error): Promise<unknown> {
		stdout.text = "";
		const session = new Session({ stdin: chunksOf(new Uint8Array(), 1), stdout, stderr: new TextSink(), now: 0 }, true);
		const ids = new IdList<string>(session, (id) => id);
		const code = await withList(ids, session, async () => {
			await ids.add(["u1", "u2"]);
			throw error;
		});
		await session.out.flush();
		return [code, JSON.parse(stdout.text)];
	}

	it("is one whole object with the reason and its exit code", async () => {
		const whole = (error: object) => ({ ids: ["u1", "u2"], ok: false, error });
		const refused = new RefusedInput("bad", "It is bad.", "Mend it.", ["Here."]);
		expect(await cutShort(refused)).to.deep.equal([1, whole({ code: "bad", message: "It is bad.", hint: "Mend it.", details: ["Here."] })]);
		expect(await cutShort(new UsageError("It is wrong."))).to.deep.equal([2, whole({ code: "usage", message: "It is wrong." })]);
		const hint = "Please report it with the command that led here.";
		const message = "This is a fault in segql, not in your input (TypeError: boom).";
		expect(await cutShort(new TypeError("boom"))).to.deep.equal([1, whole({ code: "internal", message, hint })]);
	});

	it("has no end when nobody reads it", async () => {
		expect(await refusal(cutShort(new OutputClosed("The output was closed.")))).to.equal("OutputClosed: The output was closed.");
	});
});
