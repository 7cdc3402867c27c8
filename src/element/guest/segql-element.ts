// What the elements have in common: a session, given or their own, and the language that they speak.
import { LitElement, type PropertyDeclarations, type PropertyValues } from "lit";
import type { CompileOptions } from "../../compile.ts";
import type { CatalogueInput } from "../../fields/catalogue.ts";
import type { Rule } from "../../rule/rule.ts";
import type { SeedCondition } from "../../segments/seed-condition.ts";
import type { WithoutSeedForm } from "../../segments/to-conditions.ts";
import { defaultPolicy, type PrivacyPolicy } from "../privacy/policy.ts";
import type { AnsweringSource } from "../session/answering-source.ts";
import { conditionsOf } from "../session/conditions.ts";
import { type OtherForm, takeForm } from "../session/other-forms.ts";
import { Session, type SessionChange } from "../session/session.ts";
import type { SessionInputs } from "../session/session-inputs.ts";
import type { Formats } from "./formats.ts";
import { Localized, type WordCatalogues } from "./localized.ts";

/**
 * Properties of every element: `value` (the text), `catalogue`, `profiles`, `segments`, `now`, `timeZone`, `saved`, `privacy`, `words`, and `session`,
 * by which several elements show one text. What a host sets goes to the session, so that it need be set at one of them only.
 * Events, which bubble out of shadow trees: `segql-change` with `{ text }` after every change that is not the host's own, and those of what a host
 * set and cannot be used.
 *
 * @fires {CustomEvent<{ problems: readonly { pointer: string, message: string }[] }>} segql-catalogue-refused - The catalogue that the host set has problems, and nothing is checked or counted.
 * @fires {CustomEvent<{ problems: readonly { pointer: string, message: string }[] }>} segql-rule-refused - The rule that the host set has no text. The text is as it was.
 * @fires {CustomEvent<{ problems: readonly { pointer: string, message: string }[] }>} segql-conditions-refused - The conditions that the host set have no text. The text is as it was.
 */
export abstract class SegqlElement<Words extends object> extends LitElement {
	static override readonly properties: PropertyDeclarations = {
		session: { attribute: false },
		words: { attribute: false },
	};

	declare session: Session;
	/** Words of the host page, in place of ours. */
	declare words: Partial<Words> | undefined;
	readonly localized: Localized<Words>;
	#giveUpForm: (() => void) | undefined;
	/** What the host set here, until it is known whether it can be used. */
	#unreadCatalogue: CatalogueInput | undefined;
	#heard: Session | undefined;
	#unsubscribe: (() => void) | undefined;

	constructor(catalogues: WordCatalogues<Words>) {
		super();
		this.words = undefined;
		this.session = new Session();
		this.localized = new Localized<Words>(this, catalogues);
	}

	/**
	 * The text of the segment. Setting it begins a new history (see `replaceText`); people's own changes are told by `segql-change`. Null and undefined
	 * are the empty text.
	 */
	get value(): string {
		return this.session.text;
	}
	set value(text: string | null | undefined) {
		this.#giveUpForm?.();
		this.session.reset(String(text ?? ""));
	}

	/**
	 * Stock JSON Logic of the text; undefined while it has errors, and until the language is loaded: await `ready`. Setting it sets the text, when
	 * the catalogue and what reads rules are there (await `ready`); a rule that has no text is told by `segql-rule-refused` with `{ problems }`, and leaves the text as
	 * it is. Setting undefined or null does nothing.
	 */
	get rule(): Rule | undefined {
		this.session.read();
		return this.session.compiled?.ok ? this.session.compiled.segment.rule : undefined;
	}
	set rule(rule: Rule | undefined) {
		this.#take("rule", rule);
	}

	/**
	 * The text as the seed system's conditions; undefined while it has errors, where it has no such form (see `withoutConditions`), and until the
	 * language is loaded. Setting them sets the text, when the catalogue and what reads them are there (await `ready`); conditions that have no text are told by
	 * `segql-conditions-refused` with `{ problems }`, and leave the text as it is. Setting undefined or null does nothing.
	 */
	get conditions(): readonly SeedCondition[] | undefined {
		this.session.read();
		const found = conditionsOf(this.session);
		return found && "conditions" in found ? found.conditions : undefined;
	}
	set conditions(conditions: readonly SeedCondition[] | null | undefined) {
		this.#take("conditions", conditions);
	}

	/** The parts of the text that the seed system cannot say, each with the reason. */
	get withoutConditions(): readonly WithoutSeedForm[] {
		this.session.read();
		const found = conditionsOf(this.session);
		return found && "without" in found ? found.without : [];
	}

	/**
	 * Resolves when the language is loaded, the text is compiled, and properties can be read and set in every form; rejects with an Error whose
	 * message can be shown when the language cannot be loaded. An element does its work for people without it.
	 */
	get ready(): Promise<void> {
		// Without them a rule is refused when it is set.
		this.session.loadForms().catch(() => undefined);
		return this.session.load();
	}

	/**
	 * The business's fields, as a catalogue file holds them. One with problems is none: they are told by `segql-catalogue-refused` with
	 * `{ problems }`, once the language is there.
	 */
	get catalogue(): CatalogueInput | undefined {
		return this.session.inputs.catalogue;
	}
	set catalogue(catalogue: CatalogueInput | undefined) {
		this.#unreadCatalogue = catalogue;
		this.session.configure({ catalogue });
		this.#tellOfCatalogue();
	}

	/**
	 * Where to count. An array of profiles is taken, too; then this is the source that answers about it, once there is a catalogue. Setting anything
	 * else throws a TypeError; undefined and null are none.
	 */
	get profiles(): AnsweringSource | undefined {
		return this.session.inputs.profiles;
	}
	set profiles(profiles: AnsweringSource | readonly unknown[] | null | undefined) {
		this.session.configure({ profiles });
	}

	get segments(): CompileOptions["segments"] {
		return this.session.inputs.segments;
	}
	set segments(segments: CompileOptions["segments"]) {
		this.session.configure({ segments });
	}

	get now(): SessionInputs["now"] {
		return this.session.inputs.now;
	}
	set now(now: SessionInputs["now"]) {
		this.session.configure({ now });
	}

	get timeZone(): string | undefined {
		return this.session.inputs.timeZone;
	}
	set timeZone(timeZone: string | undefined) {
		this.session.configure({ timeZone });
	}

	/** The text as it was saved; undefined where it never was. */
	get saved(): string | undefined {
		return this.session.inputs.saved;
	}
	set saved(saved: string | undefined) {
		this.session.configure({ saved });
	}

	get privacy(): PrivacyPolicy {
		return this.session.inputs.privacy;
	}
	set privacy(privacy: Partial<PrivacyPolicy> | undefined) {
		this.session.configure({ privacy: { ...defaultPolicy, ...privacy } });
	}

	/**
	 * Another text in place of this one, as a step of the history: for templates and whatever else a page offers, so that nobody loses what they
	 * wrote. Hosts are not told of it, as of all that they do themselves. Does nothing where it is the text already.
	 */
	replaceText(text: string | null | undefined): void {
		this.#giveUpForm?.();
		this.session.edit([{ span: { from: 0, to: this.session.text.length }, text: String(text ?? "") }], { origin: "host" });
	}

	override connectedCallback(): void {
		this.#takeEarlyProperties();
		super.connectedCallback();
		this.#listen();
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback();
		this.#unsubscribe?.();
		this.#heard = undefined;
	}

	protected override willUpdate(changed: PropertyValues): void {
		if (changed.has("session") && this.isConnected) this.#listen();
	}

	/** Waits for the words of another language, so that no element is seen in two. */
	protected override async scheduleUpdate(): Promise<void> {
		await this.localized.ready;
		await super.scheduleUpdate();
	}

	protected get say(): Words {
		return this.localized.words;
	}

	protected get formats(): Formats {
		return this.localized.formats;
	}

	/** After every change of the session; draws anew. Override it for what must not wait, or need not be drawn. */
	protected sessionChanged(_change: SessionChange): void {
		this.requestUpdate();
	}

	/** Once for every change, whatever a view does with it. */
	protected sessionHeard(change: SessionChange): void {
		// Forms alone are concerned: the field itself is drawn by its view.
		if (change.kind === "refused") return;
		this.sessionChanged(change);
		this.tellHost(change);
	}

	/** Tells the host of a change that it did not make. Of several elements that share a session only one should tell. */
	protected tellHost(change: SessionChange): void {
		if (change.kind === "text" && change.origin !== "host") this.emit("segql-change", { text: this.session.text });
	}

	/** The host has given the text in another form. */
	protected formTaken(): void {}

	/** An event that leaves all shadow trees. */
	protected emit(name: `segql-${string}`, detail: unknown): void {
		this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
	}

	#take(form: OtherForm, given: unknown): void {
		if (given === undefined || given === null) return;
		this.#giveUpForm?.();
		this.#giveUpForm = takeForm(this.session, form, given, {
			taken: () => this.formTaken(),
			refused: (problems) => this.emit(`segql-${form}-refused`, { problems }),
		});
	}

	#listen(): void {
		if (this.#heard === this.session) return;
		this.#unsubscribe?.();
		this.#heard = this.session;
		this.#unsubscribe = this.session.subscribe((change) => {
			this.sessionHeard(change);
			this.#tellOfCatalogue();
		});
		this.#tellOfCatalogue();
	}

	/** Only where it was set: of several elements that share a session one should tell. */
	#tellOfCatalogue(): void {
		const { language, inputs, catalogueProblems: problems } = this.session;
		if (!this.#unreadCatalogue || !language) return;
		const isStill = this.#unreadCatalogue === inputs.catalogue;
		this.#unreadCatalogue = undefined;
		if (isStill && problems.length > 0) this.emit("segql-catalogue-refused", { problems });
	}

	/** What a page set before the element was defined hides the accessors of the class. */
	#takeEarlyProperties(): void {
		for (const name of Object.keys(this)) {
			const setter = setterOf(this, name);
			if (!setter) continue;
			const value: unknown = Reflect.get(this, name);
			Reflect.deleteProperty(this, name);
			setter.call(this, value);
		}
	}
}

function setterOf(element: object, name: string): ((value: unknown) => void) | undefined {
	for (let at: object | null = Object.getPrototypeOf(element); at; at = Object.getPrototypeOf(at)) {
		const setter = Object.getOwnPropertyDescriptor(at, name)?.set;
		if (setter) return setter;
	}
	return undefined;
}
