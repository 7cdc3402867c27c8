// A text that a host gives in another form, as stock JSON Logic or as the seed system's conditions, at each of the elements.
import { expect } from "chai";
import type { DocumentProblem } from "../../../src/segments/problem.ts";
import { BuilderElement, EditorElement, PreviewElement, StudioElement } from "../../../src/element/index.ts";

const catalogue = { timezone: "UTC", fields: [{ name: "points", type: "number" }] } as const;

const rule = { "<": [{ var: "points" }, 3] };
const textOfRule = "points < 3 or points is missing";
const conditions = [{ field: "points", operator: "greater_than", value: 10 }] as const;

const classes = [EditorElement, BuilderElement, PreviewElement, StudioElement] as const;
type Made = InstanceType<(typeof classes)[number]>;

let names = 0;

for (const Class of classes) {
	describe(`${Class.name}: other forms of its text`, () => {
		let element: Made;
		let told: string[];
		afterEach(() => element.remove());

		/** An element that is not defined yet, with what a page has set. */
		function early(properties: object, attributes: Readonly<Record<string, string>> = {}): () => Promise<void> {
			const name = `early-${names++}`;
			element = document.createElement(name) as Made;
			Object.assign(element, properties);
			for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
			document.body.append(element);
			return async () => {
				customElements.define(name, class extends (Class as typeof EditorElement) {});
				listen();
				await settled();
			};
		}
		async function place(properties: object = { catalogue }): Promise<void> {
			const define = early({});
			await define();
			Object.assign(element, properties);
			await settled();
		}
		function listen(): void {
			told = [];
			for (const kind of ["rule", "conditions"] as const) {
				element.addEventListener(`segql-${kind}-refused`, (event: Event) => {
					const { problems } = (event as CustomEvent<{ problems: readonly DocumentProblem[] }>).detail;
					for (const { pointer, message } of problems) told.push(`${kind} ${pointer} ${message}`);
				});
			}
		}
		async function settled(): Promise<void> {
			await element.ready;
			await element.updateComplete;
		}
		const type = (text: string): void =>
			element.session.edit([{ span: { from: 0, to: element.value.length }, text }], { origin: "editor" });

		it("tells once of a catalogue that cannot be used, whenever it is set", async () => {
			const refused = [
				[[], 'A catalogue is a JSON object with "fields". Write { "fields": [ … ] }.'],
				[{ fields: "x" }, '"fields" must be a list of fields, not "x".'],
				[
					{
						fields: [
							{ name: "a", type: "text" },
							{ name: "a", type: "text" },
						],
					},
					'There are two fields named "a". Remove one.',
				],
			] as const;
			const problems: string[] = [];
			const listener = ({ detail }: Event & { detail?: { problems: readonly { message: string }[] } }): void => {
				problems.push(...(detail?.problems ?? []).map(({ message }) => message));
			};
			document.addEventListener("segql-catalogue-refused", listener);
			try {
				const define = early({ catalogue: refused[0][0] });
				await define();
				expect(problems).to.deep.equal([refused[0][1]]);
				for (const [given, message] of refused.slice(1)) {
					problems.length = 0;
					element.catalogue = given as unknown as NonNullable<Made["catalogue"]>;
					expect(problems).to.deep.equal([message]);
				}
				problems.length = 0;
				element.catalogue = catalogue;
				element.catalogue = undefined;
				await settled();
				expect(problems).to.deep.equal([]);
			} finally {
				document.removeEventListener("segql-catalogue-refused", listener);
			}
		});

		it("takes a rule, and gives it back", async () => {
			await place();
			element.rule = rule;
			expect([element.value, told]).to.deep.equal([textOfRule, []]);
			const own = element.rule;
			expect(own).to.be.an("object");
			element.value = "";
			element.rule = own;
			expect([element.value, element.rule]).to.deep.equal([textOfRule, own]);
			element.value = "points > 10";
			expect(element.conditions).to.deep.equal(conditions);
			element.value = "";
			element.conditions = conditions;
			expect(element.value).to.equal("points > 10");
		});

		it("takes what was set before it was defined, and before its catalogue came", async () => {
			for (const [given, text] of [
				[{ rule, catalogue }, textOfRule],
				[{ conditions, catalogue }, "points > 10"],
				[{ value: "points > 4", catalogue }, "points > 4"],
				[{ value: "points > 4", rule, catalogue }, textOfRule],
				[{ rule, value: "points > 4", catalogue }, "points > 4"],
			] as const) {
				const define = early(given);
				await define();
				expect([element.value, element.session.compiled?.ok, told], JSON.stringify(given)).to.deep.equal([text, true, []]);
				element.remove();
			}
			await place({ rule });
			expect([element.value, element.rule]).to.deep.equal(["", undefined]);
			element.catalogue = catalogue;
			expect(element.value).to.equal(textOfRule);
		});

		it("takes the last of several, and nothing for undefined and null", async () => {
			await place({});
			element.rule = rule;
			element.conditions = conditions;
			element.catalogue = catalogue;
			expect(element.value).to.equal("points > 10");
			element.rule = undefined;
			element.rule = null;
			element.conditions = undefined;
			element.conditions = null;
			expect([element.value, told]).to.deep.equal(["points > 10", []]);
		});

		it("leaves the text alone for a rule that has none, and says why", async () => {
			await place();
			type("points > 7 # mine");
			const loop: Record<string, unknown> = {};
			loop.and = [loop];
			const noCondition = "rule  This is a value, not a condition. A rule is an object with one key, its operator.";
			for (const [bad, sentence] of [
				[{ "<": [{ var: "pints" }, 3] }, 'rule /</0 There is no field "pints". Did you mean "points"?'],
				[{ bogus: [1] }, 'rule  There is no condition for {"bogus": …}. It is no operator of JSON Logic.'],
				["points > 1", noCondition],
				[() => true, noCondition],
				[{ "<": [{ var: "points" }, 10n] }, "rule /</1 This is no JSON Logic."],
			] as const) {
				told = [];
				element.rule = bad as unknown as typeof element.rule;
				expect([element.value, told]).to.deep.equal(["points > 7 # mine", [sentence]]);
			}
			element.rule = loop as unknown as typeof element.rule;
			expect(told.at(-1)).to.match(/^rule (\/and\/0)+\/and This is nested too deep for a text\. Split the rule into several segments\.$/);
			element.conditions = "none" as unknown as typeof conditions;
			expect(told.at(-1)).to.equal('conditions /conditions "conditions" must be a list.');
			element.session.undo();
			expect([element.value, element.session.canRedo]).to.deep.equal(["", true]);
		});

		it("gives up what waits for a catalogue when somebody writes meanwhile, and says so", async () => {
			await place({ rule });
			type("points > 7");
			element.catalogue = catalogue;
			await settled();
			expect([element.value, told]).to.deep.equal([
				"points > 7",
				["rule  The text was changed by hand before the rule could be read. Set the rule again to replace that text."],
			]);
		});

		if (Class !== PreviewElement) {
			it("keeps a rule where the attribute is another text, and goes back to that by a reset", async () => {
				const define = early({ rule, catalogue }, { value: "points > 1" });
				await define();
				expect(element.value).to.equal(textOfRule);
				element.setAttribute("value", "points > 2");
				expect(element.value).to.equal(textOfRule);
				(element as unknown as { formResetCallback(): void }).formResetCallback();
				expect(element.value).to.equal("points > 2");
			});
		}
	});
}
