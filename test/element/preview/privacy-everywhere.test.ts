// No value of a personal field is anywhere: not in any panel, in any attribute, in any file, in any question's answer that is asked for by its name.
import { expect } from "chai";
import { defaultPolicy } from "../../../src/element/privacy/policy.ts";
import type { AnsweringSource } from "../../../src/element/session/answering-source.ts";
import { panelNames, type SavedFile } from "../../../src/element/preview/panel.ts";
import { everythingIn, people, type Stage, source, stage, until, violations } from "./stage.ts";

/** The text reads personal fields, so that lists, explanations and charts are about them. */
const text = 'points >= 20 and email contains "@" and first_name is set and any orders (address starts with "S")';

const saved = "points < 60 or email is missing";

const secret = /secret/i;

describe("personal data", () => {
	let shown: Stage | undefined;
	afterEach(() => {
		shown?.element.remove();
		expect(violations).to.deep.equal([]);
	});

	/** Opens every panel, looks at everything in it, opens what is closed, and exports both files. */
	async function seen(set: object, profiles: AnsweringSource = source(100)): Promise<string> {
		shown = await stage({ text, profiles, set: { saved, compareWith: [{ name: "Others", text: "email is set" }], ...set } });
		const { element, all, settled, open, button, inside } = shown;
		await settled();
		const found: string[] = [];
		const files: SavedFile[] = [];
		element.addEventListener("segql-export", (event) => {
			event.preventDefault();
			files.push((event as CustomEvent<SavedFile>).detail);
		});
		const look = (): void => {
			found.push(everythingIn(element.renderRoot as ShadowRoot));
		};
		for (const panel of panelNames) {
			await open(panel);
			look();
		}
		await open("values");
		for (const { value } of inside<HTMLSelectElement>("select").options) {
			inside<HTMLSelectElement>("select").value = value;
			inside("select").dispatchEvent(new Event("change"));
			await settled();
			look();
		}
		await open("quality");
		inside<HTMLInputElement>("input[type=checkbox]").click();
		await settled();
		look();
		await open("changes");
		for (const list of all("[aria-pressed]")) {
			list.click();
			await settled();
			look();
		}
		await open("profiles");
		for (const label of all(".columns label")) {
			const box = label.querySelector("input");
			if (box && !box.checked) box.click();
			await settled();
		}
		look();
		for (const format of ["CSV", "NDJSON"]) {
			button(format).click();
			await until(() => files.length > 0 && files.at(-1)?.name === `segment.${format.toLowerCase()}`, format);
			await settled();
			look();
		}
		for (const { blob } of files) found.push(await blob.text());
		all(".why")[0]?.click();
		await settled();
		look();
		const typed = inside<HTMLInputElement>("form input");
		typed.value = "id-1";
		typed.dispatchEvent(new Event("input"));
		inside<HTMLFormElement>("form").requestSubmit();
		await settled();
		look();
		return found.join("\n");
	}

	it("is nowhere by default, and the tests would see it", async () => {
		const masked = await seen({});
		expect(masked).to.not.match(secret);
		expect(masked).to.not.contain("id-21");
		expect(masked).to.contain("hidden");
		shown?.element.remove();
		const open = await seen({ privacy: { personal: "show" } });
		for (const value of ["secret-21@mail.example", "Secretname21", "Secret Lane 21", "id-21"]) expect(open).to.contain(value);
	});

	it("is shown field by field where the policy says so", async () => {
		const some = await seen({ privacy: { shownFields: ["user_id", "first_name", "orders.address"] } });
		expect(some).to.contain("Secretname21");
		expect(some).to.contain("id-21");
		expect(some).to.contain("Secret Lane 21");
		expect(some).to.not.contain("secret-21@mail.example");
	});

	it("is nowhere where profiles are not kept as they came, nor in an example of a source that tells one", async () => {
		const real = source(100);
		const telling: AnsweringSource = {
			...real,
			raw: async (rows) => rows.map(() => undefined),
			quality: async (fields, asked) => {
				const answer = await real.quality(fields, asked);
				if (answer.kind !== "done") return answer;
				const told = answer.value.fields.map((field) => ({
					...field,
					example: /email|name|address/.test(field.field) ? "Secret" : "seen",
				}));
				return { ...answer, value: { ...answer.value, fields: told } };
			},
		};
		const masked = await seen({}, telling);
		expect(masked).to.not.match(secret);
		expect(masked).to.contain("seen");
	});

	it("is not asked for: neither as a column, nor searched, nor as a chart", async () => {
		const names: (string | undefined)[] = [];
		const real = source(100);
		const listening: AnsweringSource = {
			...real,
			page: (plan, options, asked) => {
				// The search for a given user_id asks for what the text reads: without it nothing could be explained.
				if (options.limit !== 1) names.push(...(options.fields ?? ["everything"]));
				return real.page(plan, options, asked);
			},
			distribution: (about, options, asked) => {
				names.push(about.field);
				return real.distribution(about, options, asked);
			},
		};
		await seen({}, listening);
		expect(names).to.not.include.members(["everything"]);
		for (const name of ["user_id", "email", "phone", "first_name", "last_name"]) expect(names).to.not.include(name);
		expect(names).to.include("points");
		expect(people(1)[0]).to.have.property("email");
	});

	it("small groups are not told apart, in no panel", async () => {
		shown = await stage({
			text: "points >= 95 and (opted_in or not opted_in)",
			set: { saved, compareWith: [{ name: "Few", text: "points between 90 and 92" }], privacy: { ...defaultPolicy, smallestCount: 5 } },
		});
		const { settled, open, words } = shown;
		await settled();
		const digits = (): string[] =>
			words(".digits, [part=count], td.number").flatMap((each) => each.match(/(?<![\d.,])[1-4](?![\d.,%])/g) ?? []);
		expect(words("[part=count]")).to.deep.equal(["fewer than 5"]);
		for (const panel of panelNames) {
			await open(panel);
			expect(digits(), panel).to.deep.equal([]);
		}
	});
});
