// Every condition of the language-neutral cases: its rule comes back as a text with the same rule, and where it has a rule over raw
// profiles, that rule finds the same people.
import { expect } from "chai";
import { compile } from "../../src/compile.ts";
import { evaluate } from "../../src/eval/evaluate.ts";
import { fromRule } from "../../src/rule/from-rule.ts";
import { toProfileRule } from "../../src/rule/to-profile-rule.ts";
import { caseFiles } from "../cases/all.ts";
import { catalogueOf, segmentSource } from "../cases/worlds.ts";
import { isTruthy } from "./from-rule-agreement.ts";

const stored = <T>(rule: T): T => JSON.parse(JSON.stringify(rule)) as T;

describe("rules of the cases", () => {
	for (const file of caseFiles) {
		const catalogue = catalogueOf(file);
		const segments = segmentSource(file.segments ?? []);
		it(file.title, () => {
			for (const item of file.cases) {
				const now = Date.parse(item.now ?? file.now);
				const timeZone = item.timezone ?? file.timezone;
				const options = { catalogue, segments, now, timeZone, weekStart: item.weekStart };
				const compiled = compile(item.text, options);
				if (!compiled.ok || item.ids === undefined) continue;
				const back = fromRule(stored(compiled.segment.rule), catalogue, { now, timeZone });
				if (!back.ok) throw new Error(`${item.text}\n${JSON.stringify(back.problems)}`);
				const again = compile(back.text, options);
				expect(again.ok && stored(again.segment.rule), `${item.text}\n${back.text}`).to.deep.equal(stored(compiled.segment.rule));
				const overProfiles = toProfileRule(compiled.segment.checked);
				if (!overProfiles.ok) continue;
				const found = file.profiles.filter((profile) => isTruthy(evaluate(stored(overProfiles.rule), profile)));
				expect(
					found.map(({ user_id }) => user_id),
					item.text,
				).to.deep.equal(item.ids);
			}
		});
	}
});
