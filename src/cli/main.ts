#!/usr/bin/env node
// The process around the command: its streams, its clock, its exit code.
import process from "node:process";
import { run } from "./cli.ts";
import { fileStream } from "./terminal/file-stream.ts";

// Ctrl-C ends at once and without a trace; a progress line that is shown is left behind on its own line.
process.once("SIGINT", () => {
	if (process.stderr.isTTY) process.stderr.write("\n");
	process.exit(130);
});

process.exitCode = await run(process.argv.slice(2), {
	stdin: process.stdin,
	stdout: fileStream(1) ?? process.stdout,
	stderr: process.stderr,
	now: Date.now(),
	variables: process.env,
	elapsed: () => performance.now(),
});
