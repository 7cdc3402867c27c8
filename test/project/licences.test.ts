// Every package that the lock installs, on any platform, comes under a licence that lets this project be used by anyone.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { root } from "./source-files.ts";

/** What users of the package get with it. */
const forUsers = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "BlueOak-1.0.0", "CC0-1.0", "Unlicense"];

/** Tools that run here and are not passed on: also licences with duties towards the tool's own source or data. */
const forDevelopers = [...forUsers, "MPL-2.0", "Python-2.0", "PSF-2.0", "CC-BY-4.0"];

/** Packages whose package.json names no licence, with where it was read. */
const readByHand: Readonly<Record<string, string>> = {
	"only@0.0.2": "MIT", // its Readme.md holds the licence's text
};

interface LockedPackage {
	readonly version?: string;
	readonly license?: string;
	readonly dev?: boolean;
	readonly devOptional?: boolean;
}

/** `(MIT OR CC0-1.0)` is allowed when one of the two is, `MIT AND ISC` when both are. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
	return licence
		.replace(/[()]/g, "")
		.split(" OR ")
		.some((choice) => choice.split(" AND ").every((one) => allowed.includes(one)));
}

describe("licences", () => {
	const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, LockedPackage> };
	const installed = Object.entries(lock.packages).filter(([path]) => path !== "");

	it("every package in the lock has an allowed one", () => {
		expect(installed.length).to.be.greaterThan(100);
		const problems = installed.flatMap(([path, { version, license, dev, devOptional }]) => {
			const name = `${path.replace(/^.*node_modules\//, "")}@${version}`;
			const licence = license ?? readByHand[name] ?? "no licence";
			return isAllowed(licence, dev || devOptional ? forDevelopers : forUsers) ? [] : [`${name}: ${licence}`];
		});
		expect(problems).to.deep.equal([]);
	});

	it("a licence with conditions on users would be seen", () => {
		expect(isAllowed("GPL-3.0-only", forDevelopers)).to.equal(false);
		expect(isAllowed("MIT AND GPL-3.0-only", forDevelopers)).to.equal(false);
		expect(isAllowed("MPL-2.0", forUsers)).to.equal(false);
		expect(isAllowed("(GPL-3.0-only OR MIT)", forUsers)).to.equal(true);
	});
});
