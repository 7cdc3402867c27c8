import { PassThrough, Writable } from "node:stream";
import { expect } from "chai";
import { Output } from "../../../src/cli/terminal/output.ts";

describe("output", () => {
	it("waits for a slow reader", async () => {
		const stream = new PassThrough({ highWaterMark: 10 });
		const output = new Output(stream, {});
		let flushed = false;
		await output.write("x".repeat(100));
		const flushing = output.flush().then(() => {
			flushed = true;
		});
		await new Promise((resolve) => setImmediate(resolve));
		expect(flushed).to.equal(false);
		stream.resume();
		await flushing;
		expect(flushed).to.equal(true);
	});

	it("ends the work when the reader has gone, also while it waits", async () => {
		const stream = new PassThrough({ highWaterMark: 10 });
		const output = new Output(stream, {});
		await output.write("x".repeat(100));
		const flushing = output.flush().catch((error: Error) => error.name);
		stream.destroy(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
		expect(await flushing).to.equal("OutputClosed");
		await output.write("more");
		expect(await output.flush().catch((error: Error) => error.name)).to.equal("OutputClosed");
	});

	it("says why it cannot be written otherwise", async () => {
		for (const [code, message] of [
			["ENOSPC", "The output cannot be written: there is no space left (ENOSPC)."],
			["EFBIG", "The output cannot be written: the file would be larger than is allowed here (EFBIG)."],
			["EIO", "The output cannot be written (EIO)."],
		] as const) {
			const stream = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error("write"), { code })) });
			const output = new Output(stream, {});
			await output.line("x");
			// Node says of a stream that failed once only that it is gone.
			for (let time = 0; time < 2; time++) {
				const error = await output
					.line("x")
					.then(() => output.flush())
					.catch((reason: Error) => reason);
				expect([error?.name, error?.message]).to.deep.equal(["OutputFailed", message]);
			}
		}
	});

	it("of remarks does not mind a reader that has gone", async () => {
		const stream = new PassThrough();
		const output = new Output(stream, {}, { remarks: true });
		stream.destroy(new Error("write EPIPE"));
		await new Promise((resolve) => setImmediate(resolve));
		await output.line("nobody hears this");
	});

	it("has colours on a terminal, unless NO_COLOR is set", () => {
		const terminal = Object.assign(new PassThrough(), { isTTY: true });
		expect(new Output(terminal, {}).style.bad("x")).to.equal("\u001b[31mx\u001b[39m");
		expect(new Output(terminal, { NO_COLOR: "" }).style.bad("x")).to.equal("\u001b[31mx\u001b[39m");
		expect(new Output(terminal, { NO_COLOR: "1" }).style.bad("x")).to.equal("x");
		expect(new Output(terminal, { TERM: "dumb" }).style.bad("x")).to.equal("x");
		expect(new Output(new PassThrough(), {}).style.bad("x")).to.equal("x");
	});
});
