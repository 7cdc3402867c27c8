import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { policy, type Serving, serve } from "../../demo/serve.ts";

describe("the demo's server", () => {
	let folder: string;
	let serving: Serving;

	before(async () => {
		folder = mkdtempSync(join(tmpdir(), "segql-serve-"));
		mkdirSync(join(folder, "site", "inner"), { recursive: true });
		writeFileSync(join(folder, "secret.txt"), "not to be served");
		writeFileSync(join(folder, "site", "index.html"), "<!doctype html>home");
		writeFileSync(join(folder, "site", "inner", "a b.js"), "1");
		serving = await serve(join(folder, "site"), 0);
	});

	after(async () => {
		await serving.stop();
		rmSync(folder, { recursive: true });
	});

	it("serves files with their type and the policy", async () => {
		const home = await fetch(serving.url);
		expect(await home.text()).to.equal("<!doctype html>home");
		expect(home.headers.get("content-type")).to.equal("text/html; charset=utf-8");
		expect(home.headers.get("content-security-policy")).to.equal(policy);
		const script = await fetch(`${serving.url}inner/a%20b.js?x=1`, { method: "HEAD" });
		expect(script.status).to.equal(200);
		expect(script.headers.get("content-type")).to.equal("text/javascript; charset=utf-8");
		expect(await script.text()).to.equal("");
	});

	it("serves nothing else", async () => {
		expect((await fetch(serving.url, { method: "POST" })).status).to.equal(405);
		for (const path of ["missing.js", "inner", "inner/", "%", "%00", "..%2fsecret.txt"]) {
			expect((await fetch(serving.url + path)).status, path).to.equal(404);
		}
	});

	it("does not climb out of its folder, however it is asked", async () => {
		for (const path of ["/../secret.txt", "/..%2fsecret.txt", "//../secret.txt", "/inner/../../secret.txt", "/%2e%2e/secret.txt"]) {
			expect(await rawRequest(serving.url, path), path).to.match(/^HTTP\/1\.1 404 /);
		}
	});

	it("takes a free port when the wanted one is taken", async () => {
		const port = Number(new URL(serving.url).port);
		const second = await serve(join(folder, "site"), port);
		expect(second.url).to.not.equal(serving.url);
		expect((await fetch(second.url)).status).to.equal(200);
		await second.stop();
	});
});

/** fetch tidies paths before it sends them; a rude client does not. */
function rawRequest(url: string, path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const socket = connect(Number(new URL(url).port), "127.0.0.1", () =>
			socket.end(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
		);
		let answer = "";
		socket.on("data", (piece) => {
			answer += piece;
		});
		socket.once("close", () => resolve(answer));
		socket.once("error", reject);
	});
}
