import { expect } from "chai";
import { Progress } from "../../../src/cli/terminal/progress.ts";
import { TextSink } from "../text-sink.ts";

describe("progress", () => {
	it("is shown at most four times a second, and taken away at the end", () => {
		const stream = new TextSink({ isTTY: true });
		let now = 1000;
		const progress = new Progress({ stream, elapsed: () => now, totalBytes: 4_000_000 });
		for (let step = 0; step < 10; step++) {
			now += 100;
			progress.addBytes(200_000);
			progress.addProfiles(1000);
		}
		progress.clear();
		const line = "\r\u001b[2K";
		expect(stream.text).to.equal(
			`${line}3,000 profiles, 1 MB (15 %), 2 MB/s${line}6,000 profiles, 1 MB (30 %), 2 MB/s${line}9,000 profiles, 2 MB (45 %), 2 MB/s${line}`,
		);
	});

	it("is a line each time where nothing can be written over, without a share of an unknown size", () => {
		const stream = new TextSink();
		let now = 0;
		const progress = new Progress({ stream, elapsed: () => now });
		now = 500;
		progress.addBytes(5_000_000);
		progress.addProfiles(1);
		progress.clear();
		expect(stream.text).to.equal("1 profile, 5 MB, 10 MB/s\n");
	});

	it("leaves nothing behind when it was never shown", () => {
		const stream = new TextSink({ isTTY: true });
		new Progress({ stream, elapsed: () => 0 }).clear();
		expect(stream.text).to.equal("");
	});
});
