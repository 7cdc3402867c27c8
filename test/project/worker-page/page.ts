// A host's page in miniature: it opens profiles, counts some, and writes down where that was done.
import { compile } from "../../../src/compile.ts";
import { catalogue as readCatalogue } from "../../../src/fields/catalogue.ts";
import { toPreviewPlan } from "../../../src/preview/to-preview-plan.ts";
import { openProfiles } from "../../../src/worker/index.ts";

const catalogue = { fields: [{ name: "points", type: "number" }] } as const;
const policy = new URLSearchParams(location.search).get("policy") ?? undefined;
const violations: string[] = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => violations.push(effectiveDirective));

const read = readCatalogue(catalogue);
if ("problems" in read) throw new Error(read.problems[0]?.message);
const compiled = compile("points >= 10", { catalogue: read.catalogue, now: 0 });
if (!compiled.ok) throw new Error("The text has errors.");
const profiles = await openProfiles("page", { catalogue, trustedTypesPolicy: policy });
await profiles.refresh({ kind: "iterable", profiles: Array.from({ length: 30 }, (_, points) => ({ user_id: `u${points}`, points })) });
const answer = await profiles.preview(toPreviewPlan(compiled.segment.checked));
document.title = JSON.stringify({
	where: profiles.where,
	count: answer.kind === "done" && answer.value.count,
	...(profiles.workerProblem && { problem: profiles.workerProblem.code }),
	violations,
});
