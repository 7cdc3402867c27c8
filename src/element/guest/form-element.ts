// An element that is a form control: named, required, checked, reset and disabled as `<textarea>` is. Its value is the text of its session.
import type { PropertyDeclarations, PropertyValues } from "lit";
import type { SessionChange } from "../session/session.ts";
import { type FormWords, formWords } from "./form-words.ts";
import { Localized, type WordCatalogues } from "./localized.ts";
import { ownRefusal } from "./own-refusal.ts";
import { SegqlElement } from "./segql-element.ts";
import { problemOf, type TextProblem } from "./text-problem.ts";

/**
 * Attributes and properties of a form control beside those of every element: `name`, `required`, `readonly`, `disabled`; the attribute `value` is
 * the text at the beginning and after a reset. `:state(invalid)`, `:state(locked)` and `:state(empty)` are there for styles.
 *
 * `validity.badInput` is true, as in `<input type="number">`, while a field holds words that the text could not take (`12abc`, a date that there is
 * not): the value is the text without them, so a form is not sent, and the field is focused. Also those of another element that shows the same text,
 * where no other control of the form tells them.
 */
export abstract class FormElement<Words extends object> extends SegqlElement<Words> {
	static readonly formAssociated = true;

	static override readonly properties: PropertyDeclarations = {
		...SegqlElement.properties,
		name: { type: String, noAccessor: true },
		defaultValue: { type: String, attribute: "value", noAccessor: true },
		required: { type: Boolean, noAccessor: true },
		disabled: { type: Boolean, noAccessor: true },
		readOnly: { type: Boolean, attribute: "readonly", noAccessor: true },
	};

	declare words: (Partial<Words> & Partial<FormWords>) | undefined;
	readonly #internals: ElementInternals;
	readonly #words: Localized<FormWords>;
	#isDisabled = false;
	#isLocked = false;
	#hasOwnText = false;
	#customError = "";
	/** What forms were told last: to tell them again copies the text, and looks at the page. */
	#sent: { readonly text: string; readonly problem: TextProblem | undefined; readonly anchor: HTMLElement | undefined } | undefined;

	constructor(catalogues: WordCatalogues<Words>) {
		super(catalogues);
		this.#internals = this.attachInternals();
		this.#words = new Localized<FormWords>(this, formWords);
	}

	override get value(): string {
		return super.value;
	}
	override set value(text: string | null | undefined) {
		this.#hasOwnText = true;
		super.value = text;
		this.#sendToForm();
	}

	/** The attribute `value`: the text at the beginning and after a reset. */
	get defaultValue(): string {
		return this.getAttribute("value") ?? "";
	}
	set defaultValue(text: string | null | undefined) {
		const given = String(text ?? "");
		// The attribute's change comes back here.
		if (this.defaultValue !== given) this.setAttribute("value", given);
		else if (!this.#hasOwnText) super.value = this.defaultValue;
	}

	/** Under which the text is sent with the form. */
	get name(): string {
		return this.getAttribute("name") ?? "";
	}
	set name(name: string | null | undefined) {
		if (name === null || name === undefined) this.removeAttribute("name");
		else if (this.getAttribute("name") !== String(name)) this.setAttribute("name", name);
	}

	/** Whether a form may not be sent without a text. */
	get required(): boolean {
		return this.hasAttribute("required");
	}
	set required(isRequired: boolean) {
		this.toggleAttribute("required", isRequired);
		this.#sendToForm();
	}

	/** Neither changed, nor focused, nor sent. A disabled `<fieldset>` around does the same. */
	get disabled(): boolean {
		return this.hasAttribute("disabled");
	}
	set disabled(isDisabled: boolean) {
		this.toggleAttribute("disabled", isDisabled);
	}

	/** Read, and sent, but not changed. */
	get readOnly(): boolean {
		return this.hasAttribute("readonly");
	}
	set readOnly(isReadOnly: boolean) {
		this.toggleAttribute("readonly", isReadOnly);
		this.#lock();
	}

	/** What forms call their controls. */
	get type(): string {
		return this.localName;
	}

	get form(): HTMLFormElement | null {
		return this.#internals.form;
	}

	get labels(): NodeList {
		return this.#internals.labels;
	}

	get willValidate(): boolean {
		return this.#internals.willValidate;
	}

	get validity(): ValidityState {
		this.#readForForm();
		return this.#internals.validity;
	}

	/** One sentence; empty for a text without errors whose fields all say what it says. */
	get validationMessage(): string {
		this.#readForForm();
		return this.#internals.validationMessage;
	}

	/** Whether the text may be sent, and is what a person sees; fires `invalid` if not. */
	checkValidity(): boolean {
		this.#readForForm();
		return this.#internals.checkValidity();
	}

	/** The same, and shows the reason at the text, or at the field that it is about. */
	reportValidity(): boolean {
		this.#readForForm();
		return this.#internals.reportValidity();
	}

	/** A reason of the host's own why the text may not be sent; an empty text takes it back. */
	setCustomValidity(message: string): void {
		this.#customError = String(message);
		this.#sendToForm();
	}

	/** Focuses the text. */
	override focus(options?: FocusOptions): void {
		const target = this.textTarget;
		if (target) target.focus(options);
		else super.focus(options);
	}

	override connectedCallback(): void {
		super.connectedCallback();
		this.#sendToForm();
	}

	protected formResetCallback(): void {
		this.#hasOwnText = false;
		this.#forgetRefused();
		super.value = this.defaultValue;
		this.#sendToForm();
	}

	/** By itself or by a fieldset around. */
	protected formDisabledCallback(isDisabled: boolean): void {
		this.#isDisabled = isDisabled;
		this.#lock();
		this.requestUpdate();
	}

	/** The browser gives the text back after a reload or a way back. */
	protected formStateRestoreCallback(state: unknown): void {
		if (typeof state === "string") this.value = state;
	}

	/** Whether it is disabled, by itself or by a fieldset around. */
	get isDisabled(): boolean {
		return this.#isDisabled;
	}

	/** What holds the text: it is focused when something is wrong with it. Undefined until it is drawn. */
	abstract get textTarget(): HTMLElement | undefined;

	protected override willUpdate(changed: PropertyValues): void {
		super.willUpdate(changed);
		if (changed.has("session") && this.#isLocked) this.session.configure({ readOnly: true });
	}

	protected override updated(changed: PropertyValues): void {
		super.updated(changed);
		for (const part of this.renderRoot.children) if (part instanceof HTMLElement) part.inert = this.isDisabled;
		this.#sendToForm();
	}

	protected override formTaken(): void {
		this.#hasOwnText = true;
	}

	protected override sessionHeard(change: SessionChange): void {
		if (change.kind === "text" && change.origin !== "host") this.#hasOwnText = true;
		if (change.kind !== "counts" && change.kind !== "selection") this.#sendToForm();
		super.sessionHeard(change);
	}

	/** A view of another element's session, which is not locked itself, leaves that one's lock alone. */
	#lock(): void {
		const isLocked = this.#isDisabled || this.readOnly;
		if (isLocked === this.#isLocked) return;
		this.#isLocked = isLocked;
		this.session.configure({ readOnly: isLocked });
		// Nobody could mend them.
		if (isLocked) this.#forgetRefused();
		this.#sendToForm();
	}

	#forgetRefused(): void {
		for (const view of this.session.refusing) view.forget();
	}

	/** Who asks about the text is not told that it is still to be read. */
	#readForForm(): void {
		this.session.read();
		this.#sendToForm();
	}

	#sendToForm(): void {
		const { text } = this.session;
		const before = this.#sent;
		const refusal = ownRefusal(this.session, this);
		const { required: isRequired } = this;
		const problem = problemOf(this.session, { isRequired, words: this.#words.words, customError: this.#customError, refusal });
		const anchor = problem && (problem.field ?? this.#anchor);
		this.#sent = { text, problem, anchor };
		if (before?.text !== text) this.#internals.setFormValue(text, text);
		if (!before || !isSame(before.problem, problem) || before.anchor !== anchor) {
			this.#internals.setValidity(problem?.flags ?? {}, problem?.message ?? "", anchor);
		}
		this.#show(problem);
	}

	get #anchor(): HTMLElement | undefined {
		const target = this.hasUpdated ? this.textTarget : undefined;
		return target?.isConnected ? target : undefined;
	}

	#show(problem: TextProblem | undefined): void {
		const states: Record<string, boolean> = { invalid: problem !== undefined, locked: this.#isLocked, empty: this.session.text === "" };
		for (const [name, isOn] of Object.entries(states)) setState(this.#internals, name, isOn);
	}
}

const isSame = (before: TextProblem | undefined, now: TextProblem | undefined): boolean =>
	before?.message === now?.message && Object.keys(before?.flags ?? {}).join() === Object.keys(now?.flags ?? {}).join();

/** Engines without custom states just have none. */
function setState({ states }: { readonly states?: Set<string> }, name: string, isOn: boolean): void {
	if (isOn) states?.add(name);
	else states?.delete(name);
}
