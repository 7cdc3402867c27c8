import { PassThrough } from "node:stream";
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
